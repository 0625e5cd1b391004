/** A place for warm worlds in which every incident stands at this page: a host that looks there simulates none. */
import type { Run } from '../../src/session/run.ts';
import type { Warm } from '../../src/worker/warmPages.ts';
import { session } from './compiled.ts';

export function warmWith(page: () => Run): Warm {
  return {
    build: 'tests',
    store: {
      get: () => Promise.resolve(session.snapshotOf(page())),
      put: () => Promise.resolve(),
    },
  };
}
