/** A closed run weighed in this thread. */
import { foretell } from '../analysis/belief/foretold.ts';
import { SIGNATURE_SEEDS } from '../analysis/belief/trace.ts';
import { queriesOfRun } from '../analysis/marks/asked.ts';
import { createOutlooks } from '../analysis/marks/outlooks.ts';
import { weighing, type Weighed } from '../analysis/marks/weighing.ts';
import type { Run } from '../session/run.ts';
import { decisionViewOf, type DecisionView } from './decisionView.ts';

/** Takes some tens of seconds. */
export function weighed(run: Run): Weighed {
  const queries = queriesOfRun(run);
  const foretold = SIGNATURE_SEEDS.flatMap((seed) => foretell(run.scenario, seed, queries));
  const steps = weighing(run, foretold);
  const outlooks = createOutlooks();
  let next = steps.next();
  while (next.done !== true) next = steps.next(next.value.map(outlooks));
  return next.value;
}

export function decisionOf(run: Run): DecisionView {
  return decisionViewOf(run, weighed(run));
}
