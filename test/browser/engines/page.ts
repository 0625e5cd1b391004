/** The page that has a worker run the worlds on record, in whatever engine opens it. */
import type { Golden } from '../../golden/worlds.ts';

declare global {
  var engineHashes: Promise<Golden>;
}

globalThis.engineHashes = new Promise((resolve, reject) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => reject(new Error(event.message)));
  worker.addEventListener('message', (event: MessageEvent<Golden>) => resolve(event.data));
});
