/** Calibration as the log has it: what a head stated against what was logged. */
import { log } from '../../determinism/math.ts';
import { MINUTES_PER_DAY, dayOf } from '../clock.ts';
import { HEADS, type Head } from '../presets.ts';
import type { World } from '../world.ts';

/**
 * Shift on the logit that brings the save head's stated rate back to the logged one over the rows since midnight, the
 * day before included while today is young. Only the save head's statements are kept in the rows: for another head the
 * shift is 0, and the order says so.
 */
export function measuredShift(world: World, head: Head, tick: number): number {
  if (head !== 'save') return 0;
  const bit = 1 << HEADS.indexOf(head);
  const from = tick % MINUTES_PER_DAY < 360 ? dayOf(tick) - 1 : dayOf(tick);
  let stated = 0;
  let logged = 0;
  for (const chunk of world.chunks) {
    if (chunk.day < from) continue;
    for (let r = 0; r < chunk.length; r++) {
      const predicted = chunk.predicted[r]!;
      if (predicted !== predicted) continue;
      stated += chunk.weight[r]! * predicted;
      if ((chunk.labels[r]! & bit) !== 0) logged += chunk.weight[r]!;
    }
  }
  return stated <= 0 || logged <= 0 ? 0 : log(logged / stated);
}
