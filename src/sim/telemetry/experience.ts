/** What a group of people met on a day, against the fault-free world: what a survey, a ticket and a review answer to. */
import { log } from '../../determinism/math.ts';
import { MINUTES_PER_DAY } from '../clock.ts';
import { crashShare } from '../delivery/crash.ts';
import {
  V_ENTROPY,
  V_HIDES,
  V_IMPRESSIONS,
  V_LATENCY,
  V_PAINTED,
  V_REQUESTS,
  V_SAVES,
  VALUE_COUNT,
  type PanelValues,
} from '../panel/evaluate.ts';
import { VISIT_SLOPE } from '../people/visits.ts';
import { SURFACE_COUNT } from '../presets.ts';
import { epochAt } from './epochs.ts';
import type { Observer } from './observer.ts';
import { CONTENT, type Experience } from './voice.ts';

/** Sums of one world's panel over a group, weighted by who comes. */
function sumsOf(observer: Observer, values: PanelValues, members: readonly number[]): Float64Array {
  const { share } = observer.pair.panel;
  const sums = new Float64Array(VALUE_COUNT);
  for (const m of members) {
    const weight = share[m]! * values.visits[m]!;
    for (let s = 0; s < SURFACE_COUNT; s++)
      for (let v = 0; v < VALUE_COUNT; v++)
        sums[v] = sums[v]! + weight * values.values[(m * SURFACE_COUNT + s) * VALUE_COUNT + v]!;
  }
  return sums;
}

/** `members`: places on the panel. Before the worlds part everybody is content. */
export function experienceOf(
  observer: Observer,
  members: readonly number[],
  day: number,
): Experience {
  const { pair } = observer;
  const tick = Math.min(pair.live.tick, (day + 1) * MINUTES_PER_DAY) - 1;
  if (pair.epochs.length === 0 || tick < pair.forkTick || members.length === 0) return CONTENT;
  const epoch = epochAt(pair, tick);
  const live = sumsOf(observer, epoch.live, members);
  const twin = sumsOf(observer, epoch.twin, members);
  const change = (v: number, per: number): number =>
    twin[v] === 0 || live[per] === 0 ? 0 : live[v]! / live[per]! / (twin[v]! / twin[per]!) - 1;
  let weight = 0;
  let crashes = 0;
  let mood = 0;
  for (const m of members) {
    const w = pair.panel.share[m]!;
    const crash = crashShare(pair.live, pair.panel.person[m]!, tick);
    const before = epoch.twin.visits[m]!;
    const now = epoch.live.visits[m]! / Math.max(1e-6, 1 - crash);
    weight += w;
    crashes += w * crash;
    if (before > 0 && now > 0) mood += (w * log(now / before)) / VISIT_SLOPE;
  }
  const painted = live[V_IMPRESSIONS] === 0 ? 1 : live[V_PAINTED]! / live[V_IMPRESSIONS]!;
  return {
    saves: change(V_SAVES, V_REQUESTS),
    hides: change(V_HIDES, V_REQUESTS),
    satisfaction: mood / weight,
    variety: change(V_ENTROPY, V_REQUESTS),
    latencyMs:
      live[V_LATENCY]! / Math.max(1e-9, live[V_REQUESTS]!) -
      twin[V_LATENCY]! / Math.max(1e-9, twin[V_REQUESTS]!),
    holes: Math.max(0, -change(V_IMPRESSIONS, V_REQUESTS)),
    unpainted: 1 - painted,
    crashes: crashes / weight,
  };
}
