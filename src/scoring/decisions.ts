/** A closed run weighed in this thread. */
import { createForetell } from '../analysis/belief/foretold.ts';
import { SIGNATURE_SEEDS } from '../analysis/belief/trace.ts';
import { queriesOfRun } from '../analysis/marks/asked.ts';
import {
  tabling,
  type Answers,
  type IncidentTable,
  type OutlookTask,
} from '../analysis/marks/incidentTable.ts';
import { createOutlooks, type Outlooks } from '../analysis/marks/outlooks.ts';
import { weighing, type Weighed } from '../analysis/marks/weighing.ts';
import type { Run } from '../session/run.ts';
import { decisionViewOf, type DecisionView } from './decisionView.ts';

export interface Weigher {
  /** Before any run of the incident is closed, that of its page will do. */
  readonly prepare: (run: Run) => IncidentTable;
  readonly weigh: (run: Run) => Weighed;
}

/** Runs of one incident, one after another, share its worlds and its table; these take a minute and more. */
export function createWeigher(): Weigher {
  const foretell = createForetell();
  const outlooks = createOutlooks();
  let last: { readonly incident: string; readonly table: IncidentTable } | null = null;
  const prepare = (run: Run): IncidentTable => {
    const incident = JSON.stringify(run.scenario);
    if (last?.incident !== incident)
      last = { incident, table: workedThrough(tabling(run), outlooks) };
    return last.table;
  };
  return {
    prepare(run) {
      for (const seed of SIGNATURE_SEEDS) foretell(run.scenario, seed, []);
      return prepare(run);
    },
    weigh(run) {
      const queries = queriesOfRun(run);
      const foretold = SIGNATURE_SEEDS.flatMap((seed) => foretell(run.scenario, seed, queries));
      return workedThrough(weighing(run, foretold, prepare(run)), outlooks);
    },
  };
}

function workedThrough<T>(
  steps: Generator<readonly OutlookTask[], T, Answers>,
  outlooks: Outlooks,
): T {
  let next = steps.next();
  while (next.done !== true) next = steps.next(next.value.map(outlooks));
  return next.value;
}

export function weighed(run: Run): Weighed {
  return createWeigher().weigh(run);
}

export function decisionOf(run: Run): DecisionView {
  return decisionViewOf(run, weighed(run));
}
