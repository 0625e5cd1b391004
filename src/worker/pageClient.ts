/** Starts the page's worker and speaks to it. */
import type { RunClient } from './client.ts';
import type { Response, WorldSize } from './protocol.ts';
import { createRpc } from './rpc.ts';

/** `preset`: play everything in another world than the scenarios' own. */
export function connectRun(preset?: WorldSize): RunClient {
  const worker = new Worker(new URL('./pageEntry.ts', import.meta.url), { type: 'module' });
  const rpc = createRpc(
    {
      post: (request) => worker.postMessage(request),
      close: () => worker.terminate(),
    },
    preset,
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
