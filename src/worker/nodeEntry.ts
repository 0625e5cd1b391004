/** Node's worker thread: the same host behind `worker_threads`. */
import { parentPort } from 'node:worker_threads';
import { findScenario } from './findScenario.ts';
import { createHost } from './host.ts';
import type { Request } from './protocol.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread.');
const handle = createHost({ post: (response) => port.postMessage(response), load: findScenario });
let queue: Promise<void> = Promise.resolve();
port.on('message', (request: Request) => {
  queue = queue.then(() => handle(request));
});
