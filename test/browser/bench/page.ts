/** The page of the bench: runs the worker and watches its own thread meanwhile. */
import type { WorldFigures } from '../../../src/cli/benchWorld.ts';

export interface PageResult {
  readonly figures: WorldFigures;
  /** Longest task of the page's thread while the worker ran; 0 where none reached 50 ms. */
  readonly longestTaskMs: number;
}

declare global {
  var benchResult: Promise<PageResult>;
}

globalThis.benchResult = new Promise((resolve, reject) => {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration);
  }).observe({ type: 'longtask' });
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('error', (event) => reject(new Error(event.message)));
  worker.addEventListener('message', (event: MessageEvent<WorldFigures>) => {
    // The observer reports after the task it saw: give it a moment.
    setTimeout(() => resolve({ figures: event.data, longestTaskMs: longest }), 100);
  });
});
