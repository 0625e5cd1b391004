/** What an incident's hypotheses foretell, and what lines of play cost under each: worked out by several threads. */
import { createForetell, type AtQuery, type Foretold } from '../analysis/belief/foretold.ts';
import { SIGNATURE_SEEDS } from '../analysis/belief/trace.ts';
import {
  TABLE_BATCHES,
  tabling,
  type Answers,
  type IncidentTable,
  type OutlookTask,
} from '../analysis/marks/incidentTable.ts';
import { createOutlooks } from '../analysis/marks/outlooks.ts';
import { BATCHES, weighing } from '../analysis/marks/weighing.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { decisionViewOf, type DecisionView } from '../scoring/decisionView.ts';
import type { Run } from '../session/run.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';
import { shareOut } from './shareOut.ts';
import type { Turns } from './turns.ts';

/**
 * By worlds of the incident's explanations, which are made and kept, with their answers, by those who are asked. `turns`: how
 * many at once; absent: as many as there are.
 */
export async function foretellShared(
  scenario: CompiledScenario,
  queries: readonly AtQuery[],
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
  turns?: Turns,
): Promise<Foretold[]> {
  const alone = createForetell();
  const found = await shareOut(
    SIGNATURE_SEEDS,
    analysts,
    (analyst, seed) => inTurn(turns, () => analyst.ask('foretell', { scenario, seed, queries })),
    (seed) => alone(scenario, seed, queries),
    'Every explanation, lived through',
    onProgress,
  );
  return found.flat();
}

const inTurn = <T>(turns: Turns | undefined, ask: () => Promise<T>): Promise<T> =>
  turns === undefined ? ask() : turns.take(ask);

/** `run`: of the incident, at its page or later. `turns`: how many at once; absent: as many as there are. */
export function tableShared(
  run: Run,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
  turns?: Turns,
): Promise<IncidentTable> {
  return workedThrough(tabling(run), TABLE_BATCHES, analysts, onProgress, turns);
}

export async function decideShared(
  run: Run,
  foretold: readonly Foretold[],
  table: IncidentTable,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
): Promise<DecisionView> {
  const steps = weighing(run, foretold, table);
  return decisionViewOf(run, await workedThrough(steps, BATCHES, analysts, onProgress));
}

async function workedThrough<T>(
  steps: Generator<readonly OutlookTask[], T, Answers>,
  batches: number,
  analysts: readonly RemoteAnalyst[],
  onProgress: OnProgress,
  turns?: Turns,
): Promise<T> {
  const alone = createOutlooks();
  let next = steps.next();
  for (let batch = 0; next.done !== true; batch++) {
    const found = await shareOut(
      next.value,
      analysts,
      (analyst, task) => inTurn(turns, () => analyst.ask('outlook', task)),
      alone,
      'Every line of play, under every explanation',
      (done, label) => onProgress((batch + done) / batches, label),
    );
    next = steps.next(found);
  }
  return next.value;
}
