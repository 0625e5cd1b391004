/** Calibration as the log has it: what the save head stated against what was logged, or what came of it in the end. */
import { log } from '../../determinism/math.ts';
import { MINUTES_PER_DAY, dayOf } from '../clock.ts';
import type { Head } from '../presets.ts';
import type { World } from '../world.ts';
import { JOIN_RATE, labelReader } from './labels.ts';
import { LABEL_SAVE, type RowChunk } from './rows.ts';

export interface CalibrationSums {
  /** Saves stated. */
  readonly stated: number;
  /** Saves the join had heard of at the minute, within the window in force; what it is known to lose is added. */
  readonly immature: number;
  /** Saves that came of the rows, however late. */
  readonly matured: number;
}

/** Sums over the rows of the days `from … to` that `select` takes. Two figures on the same rows differ by labels alone. */
export function calibrationSums(
  world: World,
  from: number,
  to: number,
  tick: number,
  select: (chunk: RowChunk, row: number) => boolean = () => true,
): CalibrationSums {
  const read = labelReader(world, '', tick);
  let stated = 0;
  let immature = 0;
  let matured = 0;
  for (const chunk of world.chunks) {
    if (chunk.day < from || chunk.day > to) continue;
    for (let r = 0; r < chunk.length; r++) {
      const predicted = chunk.predicted[r]!;
      if (predicted !== predicted || !select(chunk, r)) continue;
      const weight = chunk.weight[r]!;
      stated += weight * predicted;
      const logged = chunk.labels[r]!;
      if ((logged & LABEL_SAVE) === 0) continue;
      matured += weight;
      if ((read(chunk, r, logged) & LABEL_SAVE) !== 0) immature += weight;
    }
  }
  return { stated, immature: immature / JOIN_RATE, matured };
}

/**
 * Shift on the logit that brings the save head's stated rate back to the logged one over the rows since midnight, the
 * day before included while today is young. It knows only the labels there are: where the window is too short, it
 * finds nothing wrong. Only the save head's statements are kept in the rows: for another head the shift is 0, and the
 * order says so.
 */
export function measuredShift(world: World, head: Head, tick: number): number {
  if (head !== 'save') return 0;
  const from = tick % MINUTES_PER_DAY < 360 ? dayOf(tick) - 1 : dayOf(tick);
  const { stated, immature } = calibrationSums(world, from, dayOf(tick), tick);
  return stated <= 0 || immature <= 0 ? 0 : log(immature / stated);
}
