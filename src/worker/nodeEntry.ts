/** Node's worker thread: the same host behind `worker_threads`. */
import { parentPort } from 'node:worker_threads';
import { loadCompiled } from 'virtual:scenarios';
import { createHost } from './host.ts';
import type { Request } from './protocol.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread.');
const handle = createHost({ post: (response) => port.postMessage(response), load: loadCompiled });
let queue: Promise<void> = Promise.resolve();
port.on('message', (request: Request) => {
  queue = queue.then(() => handle(request));
});
