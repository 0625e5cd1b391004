/**
 * Somebody who wants a way of the chart to be taken, in a world that is run: what the way asks for is ordered or taken
 * back, what cannot be ordered is waited for, and now and then something else is tried. Made-up courses
 * (`chart/courses.ts`) say what could be shown; this is shown what really happens.
 */
import { drawn } from '../../determinism/random.ts';
import { metricsIn, partsOf } from '../../incident/vocabulary.ts';
import type { ChartSpec, Condition } from '../../scenario/compiled.ts';
import { advanceTo } from '../../session/advance.ts';
import { now, type Run } from '../../session/run.ts';
import { nextTowards, waysOf, type Way } from '../chart/towards.ts';
import { handsOn, type Kinds } from './hands.ts';

/** Minutes between two decisions, by clock. */
const TURN = { minutes: 15, days: 720 } as const;
/** Share of the whole time that somebody waits at most, beyond what a bound asks for, before something else is tried. */
const PATIENCE = 0.2;
/** How often what only time brings about is waited for to the end: else another way may be taken sooner. */
const PATIENT = 0.5;
/** How often all other ways are kept shut, as far as orders can do it. */
const SHUT = 0.5;
/** Share of the whole time that is lived on after the way was taken, so that it shows what comes of it. */
const AFTER = 0.25;

/** Leads a run towards `goal` until it was taken and for a while after, or to the minute `limit`. `key`: its own stream. */
export function leadTo(run: Run, goal: Way, limit: number, key: number): void {
  const { chart, clock } = run.scenario;
  const ways = waysOf(chart);
  const whole = limit - now(run);
  let draws = 0;
  const draw = (): number => drawn(key, draws++);
  const hands = handsOn(run, draw);
  // Mostly soon: what is taken back early shows more.
  const impatientAt = (when: Condition): number => {
    const isOnlyTime = metricsIn(when).length === 0 && draw() < PATIENT;
    return isOnlyTime
      ? limit
      : now(run) + longestBound(when) + Math.min(draw(), draw()) * PATIENCE * whole;
  };
  let until = limit;
  let before = '';
  let isThere = false;
  let isShut = false;
  let tryAt = limit;
  while (now(run) < until && !run.chart.legality.over) {
    const { state } = run.chart.state;
    const way = nextTowards(ways, state, goal);
    if (!isThere && (way === undefined || (before === goal.from && state === goal.to))) {
      isThere = true;
      until = Math.min(limit, now(run) + AFTER * whole);
    }
    if (!isThere && way !== undefined) {
      if (state !== before) isShut = draw() < SHUT;
      const { when, keep, avoid } = askedAt(chart, way, isShut);
      hands.takeBack(avoid);
      for (const kinds of keep) hands.order(kinds);
      if (state !== before) tryAt = impatientAt(when);
      else if (now(run) >= tryAt) {
        hands.trySomething(keep.flat(), avoid);
        tryAt = impatientAt(when);
      }
    }
    before = state;
    if (!run.chart.legality.over) advanceTo(run, Math.min(limit, now(run) + TURN[clock]));
  }
}

/** What is to stand (one of each list) and what is not, so that a way is taken; `isShut`: and no other way. */
function askedAt(
  chart: ChartSpec,
  { from, index }: Way,
  isShut: boolean,
): { when: Condition; keep: Kinds[]; avoid: Kinds } {
  const out = chart.states.find(({ id }) => id === from)!.transitions;
  const { when } = out[index]!;
  const wanted = kindsOf('acted', when);
  const forbidden = kindsOf('not-acted', when).flat();
  const others = isShut ? out.filter((_, i) => i !== index).map((other) => other.when) : [];
  const shutting = others
    .flatMap((other) => kindsOf('not-acted', other))
    .filter((kinds) => !kinds.some((kind) => forbidden.includes(kind)));
  const keep = [...wanted, ...shutting];
  const opening = others
    .flatMap((other) => kindsOf('acted', other).flat())
    .filter((kind) => !keep.flat().includes(kind));
  return { when, keep, avoid: [...forbidden, ...opening] };
}

const longestBound = (condition: Condition): number =>
  metricsIn(condition).reduce((most, { forMinutes }) => Math.max(most, forMinutes), 0);

/** The orders that a condition asks to stand, or not to stand: any of each list. */
const kindsOf = (what: 'acted' | 'not-acted', condition: Condition): Kinds[] =>
  partsOf(condition).flatMap((part) => (part.if === what ? [part.kinds] : []));
