/**
 * The truth about who was touched, in three layers, by a census of the panel: expected values in the faulted and the
 * fault-free world for the same people, grouped by a tree, a group counting where its loss exceeds both the threshold
 * and its own noise.
 */
import { V_IMPRESSIONS, V_SAVES, VALUE_COUNT } from '../sim/panel/evaluate.ts';
import { SURFACE_COUNT } from '../sim/presets.ts';
import type { PanelEpoch } from '../sim/pair.ts';
import { EVERYONE, type Dimension, type Scope } from '../sim/segments.ts';
import {
  isInside,
  clientsAt,
  labelsAt,
  membership,
  type Observer,
} from '../sim/telemetry/observer.ts';
import { growTree, type Leaf, type Observations } from './tree.ts';
import { memberLoss } from './value.ts';

/** A group is hurt when it loses more than this share of its value … */
const LEAST_LOSS = 0.02;
/** … and more than this many of its own standard errors. */
const CLEAR = 3;

export interface Census {
  readonly leaves: readonly Leaf[];
  /** Leaves that count as touched. */
  readonly hurt: readonly Leaf[];
  /** Loss of each member's leaf, 0 where untouched. */
  readonly lossOf: Float64Array;
  readonly truth: Scope;
}

/** Dimensions a census looks along; the arm where a ranker is on trial, and what people are in where trials can meet. */
function dimensionsFor(observer: Observer): Dimension[] {
  const base: Dimension[] = [
    'region',
    'platform',
    'build',
    'tier',
    'tenure',
    'activity',
    'history',
  ];
  const { rollouts, experiments = [] } = observer.pair.spec.setup;
  if (rollouts.some((r) => r.experiment)) base.push('arm');
  if (experiments.length > 1) base.push('overlap');
  return base;
}

function observations(
  observer: Observer,
  tick: number,
  value: (m: number) => number,
): Observations {
  const n = observer.pair.panel.person.length;
  const values = new Float64Array(n);
  for (let m = 0; m < n; m++) values[m] = value(m);
  return {
    value: values,
    weight: observer.pair.panel.share,
    labels: new Map(dimensionsFor(observer).map((d) => [d, labelsAt(observer, d, tick)])),
  };
}

/** Groups that are alike in their loss, and those of them that count as touched. */
export function groupsIn(data: Observations): Pick<Census, 'leaves' | 'hurt'> {
  const leaves = growTree(data);
  const hurt = leaves.filter((leaf) => leaf.mean > LEAST_LOSS && leaf.mean > CLEAR * leaf.error);
  return { leaves, hurt };
}

export function censusOf(data: Observations): Census {
  const { leaves, hurt } = groupsIn(data);
  const lossOf = new Float64Array(data.value.length);
  for (const leaf of hurt) for (const m of leaf.members) lossOf[m] = leaf.mean;
  // Groups that leave nobody out are everyone, however the tree cut them.
  const all = hurt.length > 0 && hurt.length === leaves.length;
  return { leaves, hurt, lossOf, truth: all ? EVERYONE : hurt.map((leaf) => leaf.where) };
}

/** Who really loses: value of a session against the fault-free one, relative to the mean. */
export function observedHurt(observer: Observer, epoch: PanelEpoch, tick: number): Observations {
  const { panel } = observer.pair;
  let mean = 0;
  for (let m = 0; m < panel.share.length; m++) mean += panel.share[m]! * twinSaves(epoch, m);
  return observations(observer, tick, (m) => memberLoss(epoch, m) / mean);
}

function twinSaves(epoch: PanelEpoch, m: number): number {
  let saves = 0;
  for (let s = 0; s < SURFACE_COUNT; s++)
    saves += epoch.twin.values[(m * SURFACE_COUNT + s) * VALUE_COUNT + V_SAVES]!;
  return saves;
}

/** Whose *readings* are off: reported save rate against the fault-free one, whatever people really did. */
export function observedReadings(
  observer: Observer,
  epoch: PanelEpoch,
  tick: number,
): Observations {
  const clients = clientsAt(observer, tick);
  return observations(observer, tick, (m) => {
    let liveSaves = 0;
    let liveImpressions = 0;
    let saves = 0;
    let impressions = 0;
    const log = clients[m]!;
    for (let s = 0; s < SURFACE_COUNT; s++) {
      const at = (m * SURFACE_COUNT + s) * VALUE_COUNT;
      liveSaves +=
        epoch.live.values[at + V_SAVES]! * (1 + log.saveExtra - log.saveLoss) * log.saveKept;
      liveImpressions +=
        epoch.live.values[at + V_IMPRESSIONS]! *
        (1 + log.impressionExtra - log.impressionLoss) *
        log.impressionKept;
      saves += epoch.twin.values[at + V_SAVES]!;
      impressions += epoch.twin.values[at + V_IMPRESSIONS]!;
    }
    if (impressions === 0 || liveImpressions === 0 || saves === 0) return NaN;
    // Compared on the member's own level, so that small savers do not weigh like large ones.
    return Math.max(-1, Math.min(1, 1 - liveSaves / liveImpressions / (saves / impressions)));
  });
}

export interface ClaimScore {
  readonly precision: number | null;
  readonly recall: number | null;
}

/**
 * Harm-weighted precision and recall of a claimed scope: recall is the share of all loss inside the claim, precision the
 * share of the claim's sessions that really lose. Null where a side is empty.
 */
export function scoreClaim(
  observer: Observer,
  census: Census,
  claim: Scope,
  tick: number,
): ClaimScore {
  return scoreOf(membersIn(observer, claim, tick), census.lossOf, observer.pair.panel.share);
}

/** Who of the panel is in a scope, on any surface. */
export function membersIn(observer: Observer, scope: Scope, tick: number): boolean[] {
  const inside = membership(observer, scope, tick);
  return Array.from(observer.pair.panel.share, (_, m) => isInside(inside, m));
}

/** The same of members claimed, by the loss of each and their shares of all sessions. */
export function scoreOf(
  isIn: readonly boolean[],
  lossOf: Float64Array,
  share: Float64Array,
): ClaimScore {
  let claimed = 0;
  let right = 0;
  let lost = 0;
  let found = 0;
  for (let m = 0; m < share.length; m++) {
    const loss = share[m]! * lossOf[m]!;
    lost += loss;
    if (!isIn[m]!) continue;
    claimed += share[m]!;
    if (lossOf[m]! > 0) right += share[m]!;
    found += loss;
  }
  return {
    precision: claimed === 0 ? null : right / claimed,
    recall: lost === 0 ? null : found / lost,
  };
}

/** Was a named group really untouched? Null where nobody was named or nobody is in it. */
export function isUnaffected(
  observer: Observer,
  census: Census,
  witness: Scope,
  tick: number,
): boolean | null {
  const inside = membership(observer, witness, tick);
  const { share } = observer.pair.panel;
  let all = 0;
  let touched = 0;
  for (let m = 0; m < share.length; m++) {
    if (!isInside(inside, m)) continue;
    all += share[m]!;
    if (census.lossOf[m]! > 0) touched += share[m]!;
  }
  return all === 0 ? null : touched / all < 0.1;
}
