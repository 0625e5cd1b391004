/**
 * Labels: when a save reaches the training join, and what one training makes of it. A save is made at once and counted
 * at once by the storage service; the join hears of it later, since people open an idea, go away and come back to it.
 */
import { LN2, log } from '../../determinism/math.ts';
import { hash32 } from '../../determinism/random.ts';
import { MINUTES_PER_DAY } from '../clock.ts';
import { inScope } from '../delivery/scope.ts';
import { actingSize, activeFaults, faultSize } from '../faultState.ts';
import type { FaultOf } from '../faults.ts';
import { TOPICS } from '../presets.ts';
import type { World } from '../world.ts';
import { LABEL_CLOSEUP, LABEL_DWELL, LABEL_SAVE, type LabelReader, type RowChunk } from './rows.ts';

/** Delay of a save that never joins its impression. */
export const NEVER = 0xffff;
/** Minutes after the impression within which a save counts as its label, where nobody has changed it. */
export const SOUND_WINDOW = 1440;
/** Share of saves that join at all: baseline of the catalogue (A2). Known, so a training corrects for it. */
export const JOIN_RATE = 0.985;

/** Median minutes from an impression to its save's arrival. Design value; planning takes an evening, a recipe does not. */
const EVERYDAY = 14;
const PLANNING: Readonly<Record<string, number>> = {
  weddings: 115,
  bathrooms: 105,
  travel: 95,
  kitchens: 90,
  nurseries: 60,
  gardens: 45,
};

/** Median delay by topic, minutes. */
export const MEDIAN_DELAY: readonly number[] = TOPICS.map((topic) => PLANNING[topic] ?? EVERYDAY);

/** Minutes until a save on a topic arrives: exponential about the topic's median; `u`, `v` uniform in [0, 1). */
export function saveDelay(topic: number, u: number, v: number): number {
  if (v >= JOIN_RATE) return NEVER;
  return Math.min(NEVER - 1, Math.round((-log(1 - u) * MEDIAN_DELAY[topic]!) / LN2));
}

/** The label window in force at a minute. */
export function labelWindow(world: World, tick: number): number {
  let minutes = SOUND_WINDOW;
  for (const fault of activeFaults(world, 'label-window', tick))
    minutes = Math.min(minutes, fault.minutes);
  return minutes;
}

/**
 * Saves that came within the window and in time; a row whose save has not come is a refusal, whatever becomes of it.
 * `version`: whose labels; the definition of success is a version's own.
 */
export function labelReader(world: World, version: string, tick: number): LabelReader {
  const window = labelWindow(world, tick);
  const shallow = activeFaults(world, 'shallow-labels', tick).filter((f) => f.version === version);
  const losses = world.faults.filter(
    (f): f is FaultOf<'join-loss'> =>
      f.kind === 'join-loss' && actingSize(world.control, f, Math.max(f.onset, tick)) > 0,
  );
  return (chunk, row, labels) => {
    let read = labels;
    const at = chunk.day * MINUTES_PER_DAY + chunk.minute[row]!;
    if ((read & LABEL_SAVE) !== 0) {
      const delay = chunk.delay[row]!;
      if (delay === NEVER || delay > window || at + delay > tick) read &= ~LABEL_SAVE;
      // The raw events are there: once the join is sound again it finds what it had lost.
      else if (losses.some((f) => isLost(world, f, chunk, row, at))) read &= ~LABEL_SAVE;
    }
    for (const fault of shallow)
      if (isShallow(read) && rowLuck(world, chunk, row, 2) < fault.share) read |= LABEL_SAVE;
    return read;
  };
}

/** Opened, and left again before the ten seconds that make a long dwell. */
function isShallow(labels: number): boolean {
  return (labels & (LABEL_CLOSEUP | LABEL_DWELL | LABEL_SAVE)) === LABEL_CLOSEUP;
}

function isLost(
  world: World,
  fault: FaultOf<'join-loss'>,
  chunk: RowChunk,
  row: number,
  at: number,
): boolean {
  const size = faultSize(fault, at);
  if (size === 0 || rowLuck(world, chunk, row, 1) >= fault.share * size) return false;
  return (
    fault.scope === undefined ||
    inScope(world, fault.scope, chunk.person[row]!, chunk.surface[row]!, at)
  );
}

/** Luck of a row, in [0, 1): the same whoever reads it and when. */
export function rowLuck(world: World, chunk: RowChunk, row: number, nth: number): number {
  const h = hash32(world.keys.logging, chunk.person[row]!, chunk.idea[row]!, chunk.minute[row]);
  return hash32(h, chunk.day, nth) * 2.3283064365386963e-10;
}
