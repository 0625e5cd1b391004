/** Sums of a quantity over groups of people in one half hour: live with noise, and the fault-free expectation. */
import { dayOf, minuteOfDay, MINUTES_PER_DAY } from '../clock.ts';
import { machinesOf } from '../infra/series.ts';
import { usualMachines } from '../pair.ts';
import { crowdOf } from '../infra/traffic.ts';
import { minuteShare, weekdayFactor } from '../people/visits.ts';
import { POPULATION_MILLIONS, SESSIONS_PER_DAY_MILLIONS, SURFACE_COUNT } from '../presets.ts';
import { REGIONS } from '../segments.ts';
import { VALUE_COUNT } from '../panel/evaluate.ts';
import { activeFaults } from '../faultState.ts';
import { calendarVisits, expectedVisits, seasonVisits } from '../season.ts';
import type { World } from '../world.ts';
import { BUCKET_MINUTES, cellNoise, sharedNoise } from './noise.ts';
import { epochAt, worldThen } from './epochs.ts';
import { modelMs, p99Of } from './latency.ts';
import { clientsAt, type Observer } from './observer.ts';
import { COLUMN, expectedOf, NOISE, OPENINGS, reportedPart, type Quantity } from './quantities.ts';

/** Members in a group of member × surface items; −1: in none. */
export type Groups = Int16Array;

export interface GroupSums {
  readonly live: Float64Array;
  readonly base: Float64Array;
  /** Σ over members of (live amount)² ÷ share of sessions: what the lattice's noise of the sum grows with. */
  readonly square: Float64Array;
}

/** Groups with what is summed over them. */
export interface Cut {
  readonly groups: Groups;
  readonly sums: GroupSums;
}

/**
 * What a count is held against: what dashboards expect of it, or what was reported on the same days a year ago, grown as
 * this year's plain weeks have. The second is a record, with the luck of its own half hours.
 */
export type Against = 'expected' | 'year ago';

/** Half hours of 52 weeks: the same weekday, the same hours. */
const YEAR_BUCKETS = (52 * 7 * MINUTES_PER_DAY) / BUCKET_MINUTES;

/**
 * Per hour, in real-world units, for each group of each cut in the half hour `bucket`. Adds into the cuts' sums, so that a
 * window is a sum of buckets; cuts taken together cost little more than one. `beside`: the later minute a panel lays it
 * beside; null where it is shown at its own. What misaligns a panel moves what is laid beside. `against`: what `base` sums up.
 */
export function addBucket(
  observer: Observer,
  q: Quantity,
  cuts: readonly Cut[],
  bucket: number,
  beside: number | null = null,
  against: Against = 'expected',
): void {
  const { pair } = observer;
  const { live, panel } = pair;
  const tick = bucket * BUCKET_MINUTES + BUCKET_MINUTES / 2;
  const epoch = epochAt(pair, Math.min(tick, live.tick));
  const then = worldThen(pair, epoch);
  const before = tick < pair.forkTick;
  const liveValues = before ? epoch.twin : epoch.live;
  const clients = clientsAt(observer, tick);
  const noise = noiseAt(observer, q, bucket);
  const yearAgo = against === 'year ago' ? noiseAt(observer, q, bucket - YEAR_BUCKETS) : null;
  const minute = minuteOfDay(tick);
  const factor = weekdayFactor(dayOf(tick));
  const scaled = 60 * factor * SESSIONS_PER_DAY_MILLIONS * 1e6;
  const hourly = REGIONS.map((_, r) => {
    const shown = beside === null ? minute : minuteOfDay(tick - misalignment(live, r, beside));
    return minuteShare(r, shown) * scaled * seasonVisits(then, r, tick) * crowdOf(then, r, tick);
  });
  const baseHourly = REGIONS.map(
    (_, r) =>
      minuteShare(r, minuteOfDay(tick - misalignment(live, r, tick))) *
      scaled *
      (yearAgo === null ? expectedVisits : calendarVisits)(live, r, tick),
  );
  const { people } = live;
  const machines = machinesOf(live);
  const usual = usualMachines(pair);
  const column = COLUMN[q];
  const isLatency = q === 'latency';
  const opensOnly = column === OPENINGS;
  const amounts: Amounts = {
    live: new Float64Array(SURFACE_COUNT),
    base: new Float64Array(SURFACE_COUNT),
  };
  const n = panel.person.length;
  for (let m = 0; m < n; m++) {
    const first = firstSurface(cuts, m);
    if (first < 0) continue;
    const person = panel.person[m]!;
    const share = panel.share[m]!;
    const region = people.region[person]!;
    const intensity = share * hourly[region]!;
    const baseIntensity = share * baseHourly[region]!;
    const part = reportedPart(q, clients[m]!);
    const visits = liveValues.visits[m]!;
    const usualVisits = epoch.twin.visits[m]!;
    const liveP99 = isLatency ? p99Of(then, machines, person, tick) : 0;
    const twinP99 = isLatency ? p99Of(pair.twin ?? live, usual, person, tick) : 0;
    for (let s = first; s < SURFACE_COUNT; s++) {
      const item = m * SURFACE_COUNT + s;
      if (!isIn(cuts, item)) continue;
      const at = item * VALUE_COUNT;
      let now = expectedOf(column, liveValues.values, at) * part;
      let base = expectedOf(column, epoch.twin.values, at);
      if (isLatency) {
        now *= liveP99 + modelMs(live, liveValues.line[item]!);
        base *= twinP99 + modelMs(live, epoch.twin.line[item]!);
      }
      amounts.live[s] = now * visits * intensity;
      amounts.base[s] = base * usualVisits * baseIntensity;
    }
    const luck = noise(m);
    const luckThen = yearAgo === null ? 1 : yearAgo(m);
    for (const cut of cuts) addMember(cut, m, share, amounts, luck, luckThen, opensOnly);
  }
}

/** Of one member, by surface. */
interface Amounts {
  readonly live: Float64Array;
  readonly base: Float64Array;
}

/** Adds a member's amounts to the groups it is in. */
function addMember(
  { groups, sums }: Cut,
  m: number,
  share: number,
  { live, base }: Amounts,
  luck: number,
  luckThen: number,
  opensOnly: boolean,
): void {
  // What a member does on several surfaces of one group shares its noise.
  let group = -1;
  let own = 0;
  for (let s = 0; s < SURFACE_COUNT; s++) {
    const g = groups[m * SURFACE_COUNT + s]!;
    if (g < 0) continue;
    sums.live[g] = sums.live[g]! + live[s]! * luck;
    sums.base[g] = sums.base[g]! + base[s]! * luckThen;
    if (g !== group && group >= 0) {
      sums.square[group] = sums.square[group]! + (own * own) / share;
      own = 0;
    }
    group = g;
    own += live[s]!;
    // A group counts a session once: on the first of its surfaces.
    if (opensOnly) break;
  }
  if (group >= 0) sums.square[group] = sums.square[group]! + (own * own) / share;
}

/** By member: what the noise of a half hour makes of a quantity, as a factor. */
function noiseAt(observer: Observer, q: Quantity, bucket: number): (member: number) => number {
  const { lattice, pair } = observer;
  if (lattice.silent) return NO_NOISE;
  const { share } = pair.panel;
  const own = NOISE[q];
  const visits = NOISE.sessions;
  const scale = Math.sqrt(60 / BUCKET_MINUTES) / 100;
  const cell = cellNoise(lattice, own.stream, bucket);
  const shared = sharedNoise(lattice, own.stream, bucket) * own.shared * 0.01;
  const visitCell = cellNoise(lattice, visits.stream, bucket);
  const visitShared = sharedNoise(lattice, visits.stream, bucket) * visits.shared * 0.01;
  return (m) => {
    const spread = scale / Math.sqrt(share[m]!);
    const visitNoise = 1 + visitShared + visits.cell * spread * visitCell[m]!;
    const ownNoise = q === 'sessions' ? 0 : shared + own.cell * spread * cell[m]!;
    return visitNoise + ownNoise;
  };
}

const NO_NOISE = (): number => 1;

/** Minutes by which a panel's comparison hour is off for a region. */
function misalignment(world: World, region: number, tick: number): number {
  let minutes = 0;
  for (const fault of activeFaults(world, 'misaligned-panels', tick)) {
    const { scope } = fault;
    const name = REGIONS[region]!;
    if (scope === undefined || scope.some((c) => c.region === undefined || c.region.includes(name)))
      minutes += fault.minutes;
  }
  return minutes;
}

/** The first surface on which a member is in any group of any cut; −1: none. */
function firstSurface(cuts: readonly Cut[], m: number): number {
  for (let s = 0; s < SURFACE_COUNT; s++) if (isIn(cuts, m * SURFACE_COUNT + s)) return s;
  return -1;
}

function isIn(cuts: readonly Cut[], item: number): boolean {
  for (const { groups } of cuts) if (groups[item]! >= 0) return true;
  return false;
}

/** Real people a member stands for, in millions. */
export function memberMillions(observer: Observer, m: number): number {
  return (observer.pair.panel.weight[m]! / observer.pair.panel.people) * POPULATION_MILLIONS;
}
