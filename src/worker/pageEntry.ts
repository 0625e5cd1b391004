/** The page's worker: a run behind messages. */
import { loadCompiled } from 'virtual:scenarios';
import { createHost } from './host.ts';
import type { Request, Response } from './protocol.ts';

interface WorkerScope {
  onmessage: ((event: { readonly data: Request }) => void) | null;
  postMessage(message: Response): void;
}

const scope = globalThis as unknown as WorkerScope;
const handle = createHost({ post: (response) => scope.postMessage(response), load: loadCompiled });
// One after another: a later move must not overtake an earlier one.
let queue: Promise<void> = Promise.resolve();
scope.onmessage = ({ data }) => {
  queue = queue.then(() => handle(data));
};
