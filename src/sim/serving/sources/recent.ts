/** One of a person's latest saves. */
import type { World } from '../../world.ts';
import { below } from './draws.ts';

/** How far back "latest" goes. */
const RECENT = 24;

/** The idea saved, drawn by a uint32; −1 for somebody without a history. */
export function recentSave(world: World, person: number, draw: number): number {
  const { people } = world;
  const length = Math.min(people.historyLength[person]!, world.scratch.effects.historyCap);
  if (length === 0) return -1;
  const start = people.historyStart[person]!;
  const capacity = people.historyStart[person + 1]! - start;
  const back = 1 + below(draw, Math.min(length, RECENT));
  return people.history[start + ((people.historyHead[person]! - back + capacity) % capacity)]!;
}
