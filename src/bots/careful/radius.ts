/**
 * Who is hurt: the cuts of the page's number, and in them the cells that are off by more than their error allows. Of
 * several the one that is off the furthest is taken, with its neighbours in the same cut.
 */
import { METRICS, type MetricId } from '../../sim/metrics.ts';
import { EVERYONE, type Conjunction, type Dimension, type Scope } from '../../sim/segments.ts';
import type { LensCell, LensView, View } from '../../session/view.ts';
import type { Steps } from '../bot.ts';
import { ordersOf } from '../menu.ts';
import { look } from '../steps.ts';
import { armOff } from './arms.ts';

/** Standard errors a cell must be off by: some forty are looked at, and one in 700 goes so far down by chance. */
const CLEAR = 3;
/** A cell belongs with the furthest one where it is off at least this part as far. */
const ALONGSIDE = 0.5;
/** Per cent above its past, less two errors, at which a group does more of what is good than people begin to do. */
const TOO_GOOD = 50;
/** Nobody in particular is hurt where no group is off this many times as far as everybody. */
const APART = 1.5;
/** What is cut by, in this order; an arm is looked at together with each of the second list. */
const SINGLE: readonly Dimension[] = [
  'history',
  'activity',
  'build',
  'tenure',
  'platform',
  'region',
  'pool',
];
const WITH_ARM: readonly Dimension[] = ['history', 'activity', 'build', 'tenure', 'region'];
/** Times the cuts are read, and minutes between, while nothing is clear. */
const READINGS = 3;
const PAUSE = 30;

export interface Radius {
  /** What was cut, and on which surface. */
  readonly metric: MetricId;
  readonly surface: LensView['surface'];
  readonly by: readonly Dimension[];
  /** Without the surface: a person is served alike on all. */
  readonly scope: Scope;
  readonly witness: Scope | null;
  /** Of the cell that is off the furthest: per cent, and its standard error in points. */
  readonly deviation: number;
  readonly error: number;
  /** The arm that is off where the others are not. */
  readonly arm: string | null;
  /** Who does far more than ever of what is good. */
  readonly surge: Scope | null;
}

export interface Cut {
  readonly lens: LensView;
  readonly hurt: readonly LensCell[];
}

/** How far a cell is off in the bad direction, per cent, less two errors; not positive where it may be chance. */
function surely({ deviation, error }: LensCell, sign: number): number {
  if (deviation === null || error === null || sign * deviation <= CLEAR * error) return 0;
  return sign * deviation - 2 * error;
}

/** The bad direction of a number: 1 up, −1 down. */
export const signOf = (metric: LensView['metric']): number =>
  METRICS[metric].bad === 'up' ? 1 : -1;

/** Can the number of the page be cut by people at all? */
export function isCuttable({ lens }: View): boolean {
  return lens.metrics.some(({ id }) => id === lens.metric);
}

/**
 * Fewer visits bring fewer saves. Where they make up most of what a total has lost, it is asked what became of those who
 * came; else the number of the page.
 */
function askedOf({ lens, strip }: View): MetricId {
  const off = (id: string): number => strip.find((tile) => tile.id === id)?.deviation ?? 0;
  const isOfVisits = off('saves') < 0 && off('sessions') < off('saves') / 2;
  return lens.metric === 'saves' && isOfVisits ? 'save_rate' : lens.metric;
}

function cutsOf(view: View): (readonly Dimension[])[] {
  const { lens } = view;
  const offered = new Set(lens.dimensions.map(({ id }) => id));
  // One place of serving is everybody.
  if (ordersOf(view, 'drain-pool').length < 2) offered.delete('pool');
  return offered.has('arm')
    ? WITH_ARM.map((dimension) => [dimension, 'arm'])
    : SINGLE.filter((dimension) => offered.has(dimension)).map((dimension) => [dimension]);
}

/** Null: no group stands out of its noise. */
export function* findRadius(first: View): Steps<{ view: View; radius: Radius | null }> {
  const { surface } = first.lens;
  const metric = askedOf(first);
  let view = first;
  for (let reading = 1; ; reading++) {
    const lenses: LensView[] = [];
    for (const by of cutsOf(first)) {
      view = yield* look(view, { view: 'lens', metric, by, surface });
      lenses.push(view.lens);
    }
    const radius = furthest(lenses, wholeOf(view));
    if (radius !== null || reading === READINGS) return { view, radius };
    view = yield { kind: 'wait', minutes: PAUSE };
  }
}

/** How far everybody together is off, per cent, as the strip above the lens says it. */
function wholeOf({ lens, strip }: View): number {
  return strip.find((tile) => tile.id === lens.metric)?.deviation ?? 0;
}

function furthest(lenses: readonly LensView[], wholeDeviation: number): Radius | null {
  const groups = groupsOff(lenses, wholeDeviation);
  const [lens] = lenses;
  const whole = lens === undefined || groups === null ? null : armOff(lens, signOf(lens.metric));
  return groups === null || whole === null ? groups : { ...groups, ...whole, by: ['arm'] };
}

/** Null: no cell of any of these cuts stands out of its noise. */
function groupsOff(lenses: readonly LensView[], wholeDeviation: number): Radius | null {
  const cells = lenses.flatMap((lens) => lens.cells.map((cell) => ({ lens, cell })));
  const sign = signOf(lenses[0]?.metric ?? 'save_rate');
  const worst = cells.toSorted((a, b) => surely(b.cell, sign) - surely(a.cell, sign))[0];
  if (worst === undefined || surely(worst.cell, sign) === 0) return null;
  const { lens, cell } = worst;
  const { metric, surface } = lens;
  const deviation = cell.deviation ?? 0;
  const found = {
    metric,
    surface,
    deviation,
    error: cell.error ?? 0,
    surge: surgeIn(lenses, sign),
  };
  if (sign * deviation < APART * sign * wholeDeviation)
    return { ...found, arm: null, by: [], scope: EVERYONE, witness: null };
  const hurt = lens.cells.filter(
    (other) =>
      surely(other, sign) > 0 && sign * (other.deviation ?? 0) >= ALONGSIDE * sign * deviation,
  );
  const calm = lens.cells
    .filter((other) => other.deviation !== null && other.error !== null && !hurt.includes(other))
    .toSorted((a, b) => Math.abs(a.deviation ?? 0) - Math.abs(b.deviation ?? 0))[0];
  return {
    ...found,
    arm: armOff(lens, sign, hurt)?.arm ?? null,
    by: lens.by,
    scope: hurt.flatMap((other) => peopleOf(other.scope)),
    witness: calm === undefined ? null : peopleOf(calm.scope),
  };
}

/** Whom a version answers late: that is read at once, while what it costs them hardly stands out of its noise. */
export function* findLate(first: View): Steps<{ view: View; radius: Radius | null }> {
  const by: readonly Dimension[] = ['region', 'arm'];
  const view = yield* look(first, { view: 'lens', metric: 'p99_ms', by, surface: 'all' });
  return { view, radius: groupsOff([view.lens], wholeOf(view)) };
}

/** The group that is furthest off in the good direction, where that is no longer to be believed. */
function surgeIn(lenses: readonly LensView[], sign: number): Scope | null {
  const most = lenses
    .flatMap(({ cells }) => cells)
    .filter((cell) => surely(cell, -sign) > TOO_GOOD)
    .toSorted((a, b) => surely(b, -sign) - surely(a, -sign))[0];
  return most === undefined ? null : peopleOf(most.scope);
}

function peopleOf(scope: Scope): Conjunction[] {
  return scope.map((conjunction): Conjunction =>
    Object.fromEntries(Object.entries(conjunction).filter(([by]) => by !== 'surface')),
  );
}

/** The cut of the lens that the radius was drawn on. */
export const lensOf = ({ metric, surface, by }: Radius) => ({ metric, surface, by });

/** Are those of the radius no longer further off than chance, or by less than half of what it was? */
export function hasEased({ lens }: View, radius: Radius): boolean {
  const sign = signOf(lens.metric);
  // Whoever is drawn by lot is held against those who were not, whatever else became of everybody.
  if (radius.arm !== null && radius.by.length === 1) return armOff(lens, sign) === null;
  const names = new Set(radius.scope.map((conjunction) => JSON.stringify(conjunction)));
  return lens.cells
    .filter((cell) => peopleOf(cell.scope).some((people) => names.has(JSON.stringify(people))))
    .every(
      (cell) =>
        surely(cell, sign) === 0 || sign * (cell.deviation ?? 0) < (sign * radius.deviation) / 2,
    );
}
