/** Starts the page's worker and speaks to it. */
import type { RunClient } from './client.ts';
import type { Demands, Response } from './protocol.ts';
import { createRpc } from './rpc.ts';

export function connectRun(demands: Demands): RunClient {
  const worker = new Worker(new URL('./pageEntry.ts', import.meta.url), { type: 'module' });
  const rpc = createRpc(
    {
      post: (request) => worker.postMessage(request),
      close: () => worker.terminate(),
    },
    demands,
  );
  worker.addEventListener('message', (event: MessageEvent<Response>) => rpc.receive(event.data));
  worker.addEventListener('error', () =>
    rpc.die('The simulator’s worker has died. Your moves are saved in this browser.'),
  );
  worker.addEventListener('messageerror', () =>
    rpc.die('The simulator sent something that could not be read.'),
  );
  return rpc.client;
}
