/** Effects by exposure: of every rollout and experiment that is running, those who have it against those who have not. */
import { armBucket, rolloutShare } from '../delivery/routing.ts';
import type { MetricId } from '../metrics.ts';
import { SURFACE_COUNT } from '../presets.ts';
import type { Scope } from '../segments.ts';
import { membership, type Observer } from './observer.ts';
import { readGroups, type Grouping } from './readings.ts';
import { armEffects, armGroups } from './readout.ts';

export interface Exposure {
  readonly name: string;
  readonly arm: string;
  /** Share of the scope's sessions that is exposed. */
  readonly share: number;
  /** Per cent against those who are not, with its standard error; null where everybody or nobody is. */
  readonly effect: number | null;
  readonly error: number;
}

/** Members of a scope with and without a rollout. */
function rolloutGroups(observer: Observer, index: number, scope: Scope, tick: number): Grouping {
  const { live, panel } = observer.pair;
  const rollout = live.spec.setup.rollouts[index]!;
  const share = rolloutShare(rollout, tick, live.control);
  const inside = membership(observer, scope, tick);
  const groups = new Int16Array(inside.length).fill(-1);
  for (let m = 0; m < panel.person.length; m++) {
    const on = armBucket(live.keys.assignment, index, panel.person[m]!) < share ? 1 : 0;
    for (let s = 0; s < SURFACE_COUNT; s++)
      if (inside[m * SURFACE_COUNT + s] === 1) groups[m * SURFACE_COUNT + s] = on;
  }
  return { groups, keys: [rollout.from, rollout.to] };
}

/** Rollouts first, then the arms of experiments, over the `hours` before a minute. */
export function exposures(
  observer: Observer,
  metric: MetricId,
  scope: Scope,
  tick: number,
  hours: number,
): Exposure[] {
  const { setup } = observer.pair.live.spec;
  const rollouts = setup.rollouts.map((rollout, index): Exposure => {
    const grouping = rolloutGroups(observer, index, scope, tick);
    const [off, on] = readGroups(observer, metric, grouping, tick, hours);
    const all = (off?.share ?? 0) + (on?.share ?? 0);
    const share = all === 0 ? 0 : (on?.share ?? 0) / all;
    const name = rollout.label;
    if (off === undefined || on === undefined || off.share === 0 || on.share === 0)
      return { name, arm: rollout.to, share, effect: null, error: 0 };
    return {
      name,
      arm: rollout.to,
      share,
      effect: 100 * ((1 + on.deviation / 100) / (1 + off.deviation / 100) - 1),
      error: Math.sqrt(on.error * on.error + off.error * off.error),
    };
  });
  const experiments = (setup.experiments ?? []).flatMap((experiment): Exposure[] => {
    const grouping = armGroups(observer, experiment.id, scope, tick);
    if (grouping === null) return [];
    const shares = readGroups(observer, metric, grouping, tick, hours);
    const all = readGroups(
      observer,
      metric,
      { groups: membershipGroups(observer, scope, tick), keys: ['all'] },
      tick,
      hours,
    )[0]?.share;
    return armEffects(observer, experiment.id, metric, tick, hours, scope).map((e) => ({
      name: experiment.id,
      arm: e.arm,
      share: (shares.find((r) => r.key === e.arm)?.share ?? 0) / Math.max(1e-9, all ?? 0),
      effect: e.effect,
      error: e.error,
    }));
  });
  return [...rollouts, ...experiments];
}

function membershipGroups(observer: Observer, scope: Scope, tick: number): Int16Array {
  return Int16Array.from(membership(observer, scope, tick), (inside) => inside - 1);
}
