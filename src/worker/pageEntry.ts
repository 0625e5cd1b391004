/** The page's worker: a run behind messages. */
import { loadCompiled } from 'virtual:scenarios';
import { createHost } from './host.ts';
import type { Request, Response } from './protocol.ts';

interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { readonly data: Request }) => void): void;
  postMessage(message: Response): void;
}

const scope = globalThis as unknown as WorkerScope;
const handle = createHost({ post: (response) => scope.postMessage(response), load: loadCompiled });
// One after another: a later move must not overtake an earlier one.
let queue: Promise<void> = Promise.resolve();
scope.addEventListener('message', ({ data }) => {
  queue = queue.then(() => handle(data));
});
