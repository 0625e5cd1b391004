/** What stood at an earlier minute: the panel's values, and the world as it was set. */
import type { Pair, PanelEpoch } from '../pair.ts';
import { recordAlike, type World } from '../world.ts';

/** The last epoch at or before a minute; the first one for earlier minutes. */
export function epochAt(pair: Pair, tick: number): PanelEpoch {
  const { epochs } = pair;
  let found = epochs[0]!;
  for (const epoch of epochs) {
    if (epoch.tick > tick + 1) break;
    found = epoch;
  }
  return found;
}

/**
 * The live world under the orders and the faults of an epoch: an order changes nothing that was recorded before it. People and
 * ideas are as they stand now.
 */
export function worldThen({ live, epochs }: Pair, epoch: PanelEpoch): World {
  // Since the last epoch nothing was set otherwise, or another would have been taken.
  if (epoch === epochs.at(-1)) return live;
  const { control, faults } = epoch;
  return recordAlike({ ...live, control, faults });
}
