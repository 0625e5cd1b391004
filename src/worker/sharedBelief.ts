/** What an incident's hypotheses foretell, and what lines of play cost under each: worked out by several threads. */
import { foretell, type Foretold } from '../analysis/belief/foretold.ts';
import { SIGNATURE_SEEDS } from '../analysis/belief/trace.ts';
import { decisionViewOf, type DecisionView } from '../scoring/decisionView.ts';
import { queriesOfRun } from '../analysis/marks/asked.ts';
import { createOutlooks } from '../analysis/marks/outlooks.ts';
import { BATCHES, weighing } from '../analysis/marks/weighing.ts';
import type { Run } from '../session/run.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { shareOut } from './shareOut.ts';

export async function foretellShared(
  run: Run,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<Foretold[]> {
  const { scenario } = run;
  const queries = queriesOfRun(run);
  const found = await shareOut(
    SIGNATURE_SEEDS,
    analysts,
    (analyst, seed) => analyst.ask('foretell', { scenario, seed, queries }),
    (seed) => foretell(scenario, seed, queries),
    'Every explanation, lived through',
    onProgress,
  );
  return found.flat();
}

export async function decideShared(
  run: Run,
  foretold: readonly Foretold[],
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<DecisionView> {
  const steps = weighing(run, foretold);
  const alone = createOutlooks();
  let next = steps.next();
  for (let batch = 0; next.done !== true; batch++) {
    const found = await shareOut(
      next.value,
      analysts,
      (analyst, task) => analyst.ask('outlook', task),
      alone,
      'Every line of play, under every explanation',
      (done, label) => onProgress((batch + done) / BATCHES, label),
    );
    next = steps.next(found);
  }
  return decisionViewOf(run, next.value);
}
