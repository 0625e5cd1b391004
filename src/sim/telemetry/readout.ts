/** What an experiment shows: effects by arm with intervals, guardrails, and the table of two experiments at once. */
import { normalCdf } from '../../determinism/special.ts';
import { crashShare } from '../delivery/crash.ts';
import { armIndex } from '../delivery/experiments.ts';
import { METRICS, type MetricId } from '../metrics.ts';
import { SURFACE_COUNT } from '../presets.ts';
import { EVERYONE, type Scope } from '../segments.ts';
import { membership, type Observer } from './observer.ts';
import { readGroups, type Grouping, type GroupReading } from './readings.ts';

export interface Effect {
  readonly arm: string;
  /** Per cent against control. */
  readonly effect: number;
  /** Standard error, percentage points. */
  readonly error: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, normal. */
  readonly p: number;
}

const Z95 = 1.959963984540054;

function effect(arm: string, size: number, error: number): Effect {
  return {
    arm,
    effect: size,
    error,
    low: size - Z95 * error,
    high: size + Z95 * error,
    p: error > 0 ? 2 * normalCdf(-Math.abs(size / error)) : 1,
  };
}

/** Members of a scope by arm of an experiment; one group an arm, in the order of the arms. */
export function armGroups(
  observer: Observer,
  experiment: string,
  scope: Scope,
  tick: number,
): Grouping | null {
  const { live, panel } = observer.pair;
  const e = (live.spec.setup.experiments ?? []).findIndex((spec) => spec.id === experiment);
  if (e < 0) return null;
  const inside = membership(observer, scope, tick);
  const groups = new Int16Array(inside.length).fill(-1);
  for (let m = 0; m < panel.person.length; m++) {
    const arm = armIndex(live, e, panel.person[m]!, tick);
    for (let s = 0; s < SURFACE_COUNT; s++)
      if (inside[m * SURFACE_COUNT + s] === 1) groups[m * SURFACE_COUNT + s] = arm;
  }
  return { groups, keys: live.spec.setup.experiments![e]!.arms.map((arm) => arm.id) };
}

/** Change against the twin, which is the same people without the experiment: what is left differs by the arm alone. */
function against(of: GroupReading, control: GroupReading): { size: number; error: number } {
  const ratio = (1 + of.deviation / 100) / (1 + control.deviation / 100);
  return {
    size: 100 * (ratio - 1),
    error: Math.sqrt(of.error * of.error + control.error * control.error),
  };
}

/** Effects of every arm but the first on a metric over the `hours` before `tick`, in a slice of people. */
export function armEffects(
  observer: Observer,
  experiment: string,
  metric: MetricId,
  tick: number,
  hours: number,
  scope: Scope = EVERYONE,
): Effect[] {
  const grouping = armGroups(observer, experiment, scope, tick);
  if (grouping === null) return [];
  const readings = readGroups(observer, metric, grouping, tick, hours);
  const control = readings[0];
  if (control === undefined || control.share === 0) return [];
  return readings.slice(1).map((reading) => {
    const { size, error } = against(reading, control);
    return effect(reading.key, size, error);
  });
}

/**
 * The same for saves per *reporting* person: who never reports is in neither sum. Where an arm loses those who save
 * least, it seems to gain.
 */
export function survivorEffects(
  observer: Observer,
  experiment: string,
  tick: number,
  hours: number,
  scope: Scope = EVERYONE,
): Effect[] {
  const grouping = armGroups(observer, experiment, scope, tick);
  if (grouping === null) return [];
  const { live, panel } = observer.pair;
  const people = new Float64Array(grouping.keys.length);
  const left = new Float64Array(grouping.keys.length);
  for (let m = 0; m < panel.person.length; m++) {
    const g = grouping.groups[m * SURFACE_COUNT]!;
    if (g < 0) continue;
    people[g] = people[g]! + panel.weight[m]!;
    left[g] = left[g]! + panel.weight[m]! * (1 - crashShare(live, panel.person[m]!, tick));
  }
  const readings = readGroups(observer, 'saves', grouping, tick, hours).map((r, g) => ({
    ...r,
    deviation: 100 * (((1 + r.deviation / 100) * people[g]!) / left[g]! - 1),
  }));
  return readings.slice(1).map((reading) => {
    const { size, error } = against(reading, readings[0]!);
    return effect(reading.key, size, error);
  });
}

export interface Interaction {
  /** Effect of each cell against both controls, per cent: `[A off, A on] × [B off, B on]`; null: nobody there. */
  readonly cells: readonly (readonly (Effect | null)[])[];
  /** What the two do together beyond the sum of what each does. */
  readonly interaction: Effect;
}

/** The two-by-two table of the second arms of two experiments; null where a cell is empty. */
export function interactionOf(
  observer: Observer,
  a: string,
  b: string,
  metric: MetricId,
  tick: number,
  hours: number,
): Interaction | null {
  const ofA = armGroups(observer, a, EVERYONE, tick);
  const ofB = armGroups(observer, b, EVERYONE, tick);
  if (ofA === null || ofB === null) return null;
  const groups = ofA.groups.map((g, k) => {
    const h = ofB.groups[k]!;
    return g < 0 || g > 1 || h < 0 || h > 1 ? -1 : g * 2 + h;
  });
  const keys = ['off · off', 'off · on', 'on · off', 'on · on'];
  const readings = readGroups(observer, metric, { groups, keys }, tick, hours);
  if (readings.some((r) => r.share === 0)) return null;
  const cell = (k: number): Effect => {
    const { size, error } = against(readings[k]!, readings[0]!);
    return effect(keys[k]!, size, k === 0 ? 0 : error);
  };
  const [, onB, onA, both] = readings as [GroupReading, GroupReading, GroupReading, GroupReading];
  const variance = readings.reduce((sum, r) => sum + r.error * r.error, 0);
  const beyond = both.deviation - onA.deviation - onB.deviation + readings[0]!.deviation;
  return {
    cells: [
      [cell(0), cell(1)],
      [cell(2), cell(3)],
    ],
    interaction: effect('beyond the sum', beyond, Math.sqrt(variance)),
  };
}

export interface Guardrail {
  readonly metric: MetricId;
  readonly arm: string;
  readonly effect: Effect;
  /** The whole interval is on the bad side of what is allowed. */
  readonly broken: boolean;
}

/** Guardrails of an experiment: metrics that may not get worse by more than so many per cent. */
export function guardrails(
  observer: Observer,
  experiment: string,
  allowed: Readonly<Partial<Record<MetricId, number>>>,
  tick: number,
  hours: number,
): Guardrail[] {
  const found: Guardrail[] = [];
  for (const [metric, slack] of Object.entries(allowed) as [MetricId, number][]) {
    const { bad } = METRICS[metric];
    for (const e of armEffects(observer, experiment, metric, tick, hours)) {
      const broken = bad === 'up' ? e.low > slack : bad === 'down' ? e.high < -slack : false;
      found.push({ metric, arm: e.arm, effect: e, broken });
    }
  }
  return found;
}
