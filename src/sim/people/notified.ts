/** Notifications: whether one is worth sending is the platform's belief, whether it is opened is the person's doing. */
import { uniform } from '../../determinism/random.ts';
import { HEAD_COUNT, NOTIFICATIONS, SAVE } from '../presets.ts';
import { matchCode } from '../serving/match.ts';
import type { Slate } from '../serving/scratch.ts';
import { seasonOf } from '../season.ts';
import type { World } from '../world.ts';
import { NO_IDEA } from './people.ts';
import { intentOf, react, type Reaction } from './respond.ts';

/** Ideas a notification shows before it is opened. */
const PREVIEW = 3;
/** Stated save probability of the preview from which one is sent: an absolute threshold on calibrated scores. */
const THRESHOLD = 0.07;
/** Opening per unit of the preview's mean save probability. Design value. */
const OPENING = 9;
const MOST = 0.85;

const reaction: Reaction = { save: 0, closeup: 0, hide: 0 };

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
  const { people, ideas, counters } = world;
  const n = Math.min(PREVIEW, slate.length);
  let sum = 0;
  for (let p = 0; p < n; p++) {
    const idea = slate.item[p]!;
    if (idea === NO_IDEA) continue;
    const match = matchCode(people, ideas, person, idea);
    const { wear } = ideas;
    const fresh = counters.freshness[idea]!;
    react(
      people,
      ideas,
      person,
      idea,
      wear[idea]!,
      fresh,
      intentOf(ideas, NOTIFICATIONS, -1, idea),
      match,
      false,
      seasonOf(world, people.region[person]!, world.tick),
      reaction,
    );
    sum += reaction.save;
  }
  return n === 0 ? 0 : Math.min(MOST, (OPENING * sum) / n);
}

export function opens(world: World, person: number, slate: Slate, salt: number): boolean {
  return uniform(world.keys.response, salt, 95) < openChance(world, person, slate);
}
