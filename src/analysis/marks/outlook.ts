/**
 * What would have come of a run's moves, and of others in their place, were one explanation so: harms of lines that leave
 * the run at its points, in a small world of that explanation in which everything before was done as it was.
 */
import type { PlayLine } from '../../scenario/compiled.ts';
import { advanceTo } from '../../session/advance.ts';
import { nextOrder } from '../../session/carryOut.ts';
import { dispatch } from '../../session/dispatch.ts';
import { now, type Run } from '../../session/run.ts';
import type { PossiblePage } from '../belief/possible.ts';
import { measure } from '../../sim/pair.ts';
import { createSilence } from '../../sim/telemetry/noise.ts';
import { observe } from '../../sim/telemetry/observer.ts';
import type { AtQuery, Foretold } from '../belief/foretold.ts';
import { readingsOf } from '../belief/readings.ts';
import { branch, lineFromHere, nothingLine } from '../lines.ts';
import type { Point } from './points.ts';
import { observedIn, type Observed } from './radii.ts';

/** What is asked of the lines that leave at a point; numbers are indexes into the lines of the plan. */
export interface Departure {
  /** Taken up instead of what was done there. */
  readonly instead: readonly number[];
  /** Taken up right after it. */
  readonly after: readonly number[];
}

export interface Plan {
  readonly points: readonly Point[];
  readonly lines: readonly PlayLine[];
  /** By point; where it has fewer, the points beyond are not reached. */
  readonly departures: readonly Departure[];
  /** What is read on the way, by time; none of it later than the last point. */
  readonly reads: readonly AtQuery[];
  /** Asks besides what everybody loses, were nothing done. */
  readonly census?: true;
}

/** Harms to the end of the horizon, millions of saves. */
export interface Outlook {
  readonly hypothesis: string;
  readonly seed: string;
  /** Nothing more done than before the k-th point; the last entry: than all that the plan reaches. */
  readonly stay: readonly number[];
  /** By point, in the order of its departure. */
  readonly instead: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  /** Deviations without noise, by group, in the order of the plan's reads. */
  readonly read: Foretold['deviations'];
  /** Null: not asked for. */
  readonly observed: Observed | null;
}

export function outlookOf(possible: PossiblePage, plan: Plan): Outlook {
  const { hypothesis, page, stage } = possible;
  const { points, lines, departures, reads } = plan;
  const taken = (from: Run, which: readonly number[]): number[] =>
    which.map((k) => lineFromHere(from, stage, lines[k]!).curve.total);
  let observed: Observed | null = null;
  const stayed = (from: Run): number => {
    const { curve, end } = nothingLine(from, stage);
    // The first time nothing has been done yet.
    if (plan.census === true) observed ??= observedIn(possible, end.pair.live);
    return curve.total;
  };
  const walker = branch(page, stage);
  // What stood when the shift was taken over is called alike everywhere.
  const orders = new Map(walker.pair.live.applied.map(({ id }) => [id, id]));
  const stay: number[] = [];
  const instead: number[][] = [];
  const after: number[][] = [];
  const read: Foretold['deviations'][number][] = [];
  const goTo = (tick: number): void => {
    if (tick > now(walker)) advanceTo(walker, tick, undefined, undefined, true);
  };
  departures.forEach((departure, k) => {
    const point = points[k]!;
    for (const query of reads.slice(read.length)) {
      if (query.tick > point.tick) break;
      goTo(query.tick);
      read.push(readHere(walker, query));
    }
    goTo(point.tick);
    stay.push(stayed(walker));
    instead.push(taken(walker, departure.instead));
    done(walker, point, orders);
    after.push(taken(walker, departure.after));
  });
  const last = points[departures.length - 1];
  // Closing a case changes nothing in the world.
  stay.push(last?.deed.kind === 'close' ? stay.at(-1)! : stayed(walker));
  return { hypothesis, seed: page.seed, stay, instead, after, read, observed };
}

/**
 * Done again where the world may be another: what is not possible in it does not happen. `orders`: how the played run's
 * orders are called here.
 */
function done(walker: Run, { deed, order }: Point, orders: Map<string, string>): void {
  if (deed.kind === 'act') {
    const id = nextOrder(walker);
    if (dispatch(walker, deed).ok && order !== null) orders.set(order, id);
  } else if (deed.kind === 'undo') {
    const id = orders.get(deed.intervention);
    if (id !== undefined) dispatch(walker, { kind: 'undo', intervention: id });
  }
}

/** A query read in the world as it stands, without noise. */
function readHere({ pair }: Run, query: AtQuery): Foretold['deviations'][number] {
  measure(pair);
  const observer = observe(pair, createSilence(pair.panel.person.length));
  return new Map(readingsOf(observer, query, query.tick).map((r) => [r.key, r.deviation]));
}
