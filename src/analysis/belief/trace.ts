/**
 * What could be known at each moment of a run, from what its player had read by then. Only what was read before the first
 * change to production is weighed: after it the world is no longer the hypotheses'.
 */
import { readingHours } from '../../session/panels/series.ts';
import type { Run } from '../../session/run.ts';
import { lookWords } from '../../session/words.ts';
import type { AtQuery, Foretold } from './foretold.ts';
import { priorOf, updated, type Belief, type Mind } from './posterior.ts';
import { pageQuery, queriesOf, readingsOf } from './readings.ts';
import { runnable } from './signatures.ts';

export interface TracedQuery extends AtQuery {
  /** What was read, in words; of a look with several queries it is the same. */
  readonly label: string;
  /** Index of the command; −1: the page itself. */
  readonly move: number;
}

export interface TracedMoment {
  readonly tick: number;
  readonly label: string;
  readonly move: number;
  readonly belief: Belief;
}

/** Seeds that signatures come from; two of them at least. */
export const SIGNATURE_SEEDS = ['signature-1', 'signature-2', 'signature-3', 'signature-4'];

/** What was read of metrics up to the first change to production, the page first. */
export function readOf(run: Run): TracedQuery[] {
  const { scenario } = run;
  const page = pageQuery(scenario);
  const queries: TracedQuery[] =
    page === null
      ? []
      : [{ ...page, tick: scenario.world.pageTick, label: 'The page itself', move: -1 }];
  for (const event of run.log) {
    if (event.kind !== 'command') continue;
    if (event.command.kind === 'act') break;
    if (event.command.kind !== 'look') continue;
    const { look } = event.command;
    const tick = event.tick + event.minutes;
    for (const query of queriesOf(look, readingHours(run)))
      queries.push({ ...query, tick, label: lookWords(look), move: event.index });
  }
  return queries;
}

/** Can the incident's hypotheses be told apart by running them? */
export function isTraceable(run: Run): boolean {
  return runnable(run.scenario).length > 1;
}

/** Belief before anything, and after each look. `foretold`: of the queries of `readOf(run)`, in that order. */
export function traceOf(run: Run, foretold: readonly Foretold[]): TracedMoment[] {
  let mind: Mind = { belief: priorOf(run.scenario), past: [] };
  const moments: TracedMoment[] = [
    {
      tick: run.scenario.world.pageTick,
      label: 'Before any reading',
      move: -1,
      belief: mind.belief,
    },
  ];
  readOf(run).forEach((query, at) => {
    const { label, move, ...plain } = query;
    mind = updated(mind, foretold, at, plain, readingsOf(run.observer, plain, query.tick));
    const last = moments.at(-1)!;
    const moment = { tick: query.tick, label, move, belief: mind.belief };
    // A look may stand for several queries: it is one moment.
    if (moments.length > 1 && last.move === move) moments[moments.length - 1] = moment;
    else moments.push(moment);
  });
  return moments;
}
