/**
 * What could be known at each moment of a run, from what its player had read by then. After the first change to production
 * the world is no longer the hypotheses': what is read then has to be foretold in worlds in which the same was done.
 */
import { sinceLatestChange } from '../../session/latestChange.ts';
import { readingHours } from '../../session/panels/series.ts';
import type { Run } from '../../session/run.ts';
import { lookWords } from '../../session/words.ts';
import type { AtQuery, Foretold } from './foretold.ts';
import { mindOf, NONE_PRIOR, priorOf, updated, type Belief, type Mind } from './posterior.ts';
import { pageQuery, queriesOf, readingsOfAll, type Reading } from './readings.ts';
import { runnable } from './explained.ts';
import type { Asked } from './sampled.ts';

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
  /** Probability that it is none of them. */
  readonly none: number;
}

/** Seeds that signatures come from; two of them at least. */
export const SIGNATURE_SEEDS = ['signature-1', 'signature-2', 'signature-3', 'signature-4'];

/** What was read of metrics up to the first change to production, the page first. */
export function readOf(run: Run): TracedQuery[] {
  const { scenario } = run;
  const { pageTick } = scenario.world;
  const first = firstChange(run);
  return [
    { ...pageQuery(scenario), tick: pageTick, label: 'The page itself', move: -1 },
    ...looksRead(run).filter(({ move }) => move < first),
  ];
}

/** What was read of metrics after it. */
export function readAfter(run: Run): TracedQuery[] {
  const first = firstChange(run);
  return looksRead(run).filter(({ move }) => move > first);
}

function firstChange({ commands }: Run): number {
  // Of a shift taken over, the first change may be that an order is taken back.
  const at = commands.findIndex(({ kind }) => kind === 'act' || kind === 'undo');
  return at < 0 ? Infinity : at;
}

function looksRead(run: Run): TracedQuery[] {
  const hours = readingHours(run);
  const arms = run.scenario.world.rollouts.some(({ experiment }) => experiment);
  return run.log.flatMap((event) => {
    if (event.kind !== 'command' || event.command.kind !== 'look') return [];
    const { look } = event.command;
    const tick = event.tick + event.minutes;
    const sinceChange = sinceLatestChange(run, tick);
    return queriesOf(look, { hours, sinceChange, arms }).map((query) => ({
      ...query,
      tick,
      label: lookWords(look),
      move: event.index,
    }));
  });
}

/** Without where in the run it stands: what is asked of the hypotheses' worlds. */
export function plainQuery({ metric, by, scope, surface, hours, tick }: AtQuery): AtQuery {
  return { metric, by, scope, surface, hours, tick };
}

/** Can the incident's hypotheses be told apart by running them? */
export function isTraceable({ scenario }: Run): boolean {
  return runnable(scenario).length > 1;
}

/** A query with what was read of it, and what could be believed before and after. */
export interface Weighing {
  /** Index among the queries of `readOf(run)`. */
  readonly at: number;
  readonly query: TracedQuery;
  readonly seen: readonly Reading[];
  readonly before: Mind;
  readonly after: Mind;
}

/** What a look asked, by its weighings. */
export function askedIn(look: readonly Weighing[]): Asked[] {
  return look.map(({ at, query, seen }) => ({ at, query, groups: seen }));
}

/** `foretold`: of the queries of `readOf(run)`, in that order, others after them. */
export function weighingsOf(run: Run, foretold: readonly Foretold[]): Weighing[] {
  return weighedFrom(run, mindOf(priorOf(run.scenario)), readOf(run), foretold);
}

/** What is believed after further queries, foretold in their order. */
export function weighedFrom(
  run: Run,
  mind: Mind,
  queries: readonly TracedQuery[],
  foretold: readonly Foretold[],
): Weighing[] {
  const read = readingsOfAll(run.observer, queries);
  return queries.map((query, at): Weighing => {
    const before = mind;
    const seen = read[at]!;
    mind = updated(mind, foretold, at, plainQuery(query), seen);
    return { at, query, seen, before, after: mind };
  });
}

/** Belief before anything, and after each look. */
export function traceOf(run: Run, weighings: readonly Weighing[]): TracedMoment[] {
  const moments: TracedMoment[] = [
    {
      tick: run.scenario.world.pageTick,
      label: 'Before any reading',
      move: -1,
      belief: priorOf(run.scenario),
      none: NONE_PRIOR,
    },
  ];
  for (const { query, after } of weighings) {
    const { tick, label, move } = query;
    const last = moments.at(-1)!;
    const moment = { tick, label, move, belief: after.belief, none: after.none };
    // A look may stand for several queries: it is one moment.
    if (moments.length > 1 && last.move === move) moments[moments.length - 1] = moment;
    else moments.push(moment);
  }
  return moments;
}

/** What was on a mind before a move. */
export function mindBefore(
  run: Pick<Run, 'scenario'>,
  weighings: readonly Weighing[],
  move: number,
): Mind {
  const before = weighings.findLast((w) => w.query.move < move);
  return before?.after ?? mindOf(priorOf(run.scenario));
}
