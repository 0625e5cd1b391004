/** Starts the host in a worker thread of Node. `entry`: URL of the built worker file. */
import { Worker } from 'node:worker_threads';
import type { RunClient } from './client.ts';
import type { Response } from './protocol.ts';
import { createRpc } from './rpc.ts';

export function connectNodeRun(entry: URL): RunClient {
  const worker = new Worker(entry);
  const rpc = createRpc({
    post: (request) => worker.postMessage(request),
    close: () => void worker.terminate(),
  });
  worker.on('message', (response: Response) => rpc.receive(response));
  worker.on('error', (error: Error) =>
    rpc.die(`The simulator’s thread has died: ${error.message}`),
  );
  return rpc.client;
}
