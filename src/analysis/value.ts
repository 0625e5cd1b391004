/** What an epoch is worth to people, in saves of real relevance per hour, by cell of the population. */
import { V_HIDES, V_SAVES, V_UNSAFE, VALUE_COUNT } from '../sim/panel/evaluate.ts';
import { SURFACE_COUNT } from '../sim/presets.ts';
import type { PanelEpoch } from '../sim/pair.ts';
import type { Panel } from '../sim/panel/members.ts';

/**
 * Weights of harm, in saves. Stated here and nowhere else; the author's judgement, as the debrief says.
 */
export const HARM_WEIGHTS = {
  /** An unwanted idea hidden, against a save lost. */
  hide: 1,
  /** A gain of one group against a loss of another: it does not make the loss good. */
  gain: 0.5,
  /** Exposure taken from small and new creators at equal quality, in saves per impression displaced. */
  creator: 0.004,
} as const;

/**
 * An impression of what breaks policy and would have been stopped by a filter that works, in saves: as dear as a save
 * lost, and some fifty times what an impression brings. Apart from the weights above because only a filter that stands open
 * meets it.
 */
export const UNSAFE_WEIGHT = 1;

/** All that harm is weighed by, beside a save, which counts as one, and visits, which bring saves or do not. */
export interface Weights {
  readonly hide: number;
  readonly gain: number;
  readonly creator: number;
  readonly unsafe: number;
}

export const STATED_WEIGHTS: Weights = { ...HARM_WEIGHTS, unsafe: UNSAFE_WEIGHT };

export interface CellLoss {
  /** Saves lost per hour and member-share unit; positive: harm. */
  readonly loss: number;
  readonly share: number;
}

/** What a visit to a surface is worth, in saves; `at`: where the values of member and surface begin. */
function worthAt(values: Float32Array, at: number, { hide, unsafe }: Weights): number {
  return values[at + V_SAVES]! - hide * values[at + V_HIDES]! - unsafe * values[at + V_UNSAFE]!;
}

/** Loss of each member per session at the base rate: fault-free value less live value, visits included. */
export function memberLoss(epoch: PanelEpoch, m: number, weights = STATED_WEIGHTS): number {
  let loss = 0;
  for (let s = 0; s < SURFACE_COUNT; s++) {
    const at = (m * SURFACE_COUNT + s) * VALUE_COUNT;
    const twin = worthAt(epoch.twin.values, at, weights);
    const live = worthAt(epoch.live.values, at, weights);
    loss += epoch.twin.visits[m]! * twin - epoch.live.visits[m]! * live;
  }
  return loss;
}

/**
 * Harm per session of the whole population at an epoch: losses of cells in full, gains at their weight. Summed by cell,
 * not by person: one person's slate changes for many reasons, and a sum of everybody's worse halves would find
 * harm in any change at all.
 */
export function epochLoss(
  epoch: PanelEpoch,
  panel: Panel,
  cellOf: Int32Array,
  cells: number,
  weights = STATED_WEIGHTS,
): number {
  const sums = new Float64Array(cells);
  for (let m = 0; m < panel.person.length; m++) {
    const c = cellOf[m]!;
    sums[c] = sums[c]! + panel.share[m]! * memberLoss(epoch, m, weights);
  }
  let harm = 0;
  for (let c = 0; c < cells; c++) harm += sums[c]! > 0 ? sums[c]! : weights.gain * sums[c]!;
  return harm;
}
