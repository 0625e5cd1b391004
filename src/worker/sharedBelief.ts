/** What an incident's hypotheses foretell, worked out by several threads: a seed each, and the next one to who is free. */
import { foretell, type Foretold } from '../analysis/belief/foretold.ts';
import { readOf, SIGNATURE_SEEDS } from '../analysis/belief/trace.ts';
import { beliefViewOf, type BeliefView } from '../scoring/beliefView.ts';
import type { Run } from '../session/run.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';

/** Without analysts all is done in this thread. A seed whose thread dies is given to another; the last death is the caller's. */
export async function believeShared(
  run: Run,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<BeliefView> {
  const queries = readOf(run).map(({ metric, by, scope, surface, hours, tick }) => ({
    metric,
    by,
    scope,
    surface,
    hours,
    tick,
  }));
  const { scenario } = run;
  const seeds = [...SIGNATURE_SEEDS];
  const found: Foretold[] = [];
  let done = 0;
  let alive = analysts.length;
  const step = (): void =>
    onProgress(done++ / SIGNATURE_SEEDS.length, 'Every explanation, lived through');
  step();
  const work = async (analyst: RemoteAnalyst): Promise<void> => {
    for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
      try {
        found.push(...(await analyst.ask('foretell', { scenario, seed, queries })));
        step();
      } catch (error) {
        seeds.unshift(seed);
        if (--alive === 0) throw error;
        return;
      }
    }
  };
  if (analysts.length === 0)
    for (const seed of seeds) {
      found.push(...foretell(scenario, seed, queries));
      step();
    }
  else await Promise.all(analysts.map(work));
  // Sums depend on the order of what is summed, and threads end in any order.
  return beliefViewOf(
    run,
    found.toSorted((a, b) => SIGNATURE_SEEDS.indexOf(a.seed) - SIGNATURE_SEEDS.indexOf(b.seed)),
  );
}
