/** Notifications: whether one is worth sending is the platform's belief, whether it is opened is the person's doing. */
import { uniform } from '../../determinism/random.ts';
import { HEAD_COUNT, NOTIFICATIONS, SAVE } from '../presets.ts';
import type { Slate } from '../serving/scratch.ts';
import { seasonOf } from '../season.ts';
import type { World } from '../world.ts';
import { NO_IDEA } from './people.ts';
import { react, REACTION } from './react.ts';

/** Ideas a notification shows before it is opened. */
const PREVIEW = 3;
/** Stated save probability of the preview from which one is sent: an absolute threshold on calibrated scores. */
const THRESHOLD = 0.07;
/** Opening per unit of the preview's mean save probability. Design value. */
const OPENING = 9;
const MOST = 0.85;

/** Does the served model state enough for the preview? A score that is not a number is never enough. */
export function worthSending(world: World, slate: Slate): boolean {
  return statedOf(slate) >= THRESHOLD * world.control.notificationBar;
}

function statedOf(slate: Slate): number {
  const n = Math.min(PREVIEW, slate.length);
  let sum = 0;
  for (let p = 0; p < n; p++) sum += slate.stated[p * HEAD_COUNT + SAVE]!;
  return n === 0 ? 0 : sum / n;
}

/** Probability that the person opens it: from how good the preview really is to them. */
export function openChance(world: World, person: number, slate: Slate): number {
  const n = Math.min(PREVIEW, slate.length);
  const season = seasonOf(world, world.people.region[person]!, world.tick);
  react(world, person, slate, n, NOTIFICATIONS, season);
  let sum = 0;
  for (let p = 0; p < n; p++) {
    if (slate.item[p] === NO_IDEA) continue;
    sum += REACTION.save[p]!;
  }
  return n === 0 ? 0 : Math.min(MOST, (OPENING * sum) / n);
}

export function opens(world: World, person: number, slate: Slate, salt: number): boolean {
  return uniform(world.keys.response, salt, 95) < openChance(world, person, slate);
}
