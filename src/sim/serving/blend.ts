/**
 * Blending: a greedy pick with soft-spacing penalties on topic and on look. Penalties are absolute, in probability
 * units, so a model whose probabilities are too small is blended towards variety and away from relevance: calibration
 * matters, not order alone.
 */
import { subKey, uniform } from '../../determinism/random.ts';
import { HEAD_COUNT, SLATE_SIZE } from '../presets.ts';
import type { World } from '../world.ts';
import { G_FRESH } from './candidates.ts';
import type { Scratch, Slate } from './scratch.ts';

/** Cost of a topic already present in the last WINDOW slots, per occurrence, in units of utility. */
const TOPIC_PENALTY = 0.012;
const LOOK_PENALTY = 0.005;
const WINDOW = 8;

/** Fills the slate from the scored candidates; in the random-exposure slice in random order. */
export function blend(world: World, salt: number, random: boolean, out: Slate): void {
  const { scratch, control } = world;
  const {
    candidate,
    candidateGenerator,
    candidateTopic,
    candidateLook,
    candidateDot,
    candidateStated,
    topicShare,
    seenTopic,
    seenLook,
    windowTopic,
    windowLook,
  } = scratch;
  let left = scratch.candidates;
  const key = subKey(world.keys.serving, salt);
  const topicPenalty = TOPIC_PENALTY * control.diversity;
  const lookPenalty = LOOK_PENALTY * control.diversity;
  windowTopic.fill(0);
  windowLook.fill(0);
  const n = Math.min(SLATE_SIZE, left);
  for (let position = 0; position < n; position++) {
    let pick = 0;
    if (random) pick = Math.floor(uniform(key, 7, position) * left);
    else {
      pick = exploring(world, key, position, left);
      if (pick < 0) pick = bestOf(scratch, left);
    }
    const topic = candidateTopic[pick]!;
    const look = candidateLook[pick]!;
    out.item[position] = candidate[pick]!;
    out.generator[position] = candidateGenerator[pick]!;
    out.topic[position] = topic;
    out.look[position] = look;
    out.dot[position] = candidateDot[pick]!;
    out.topicShare[position] = topicShare[topic]!;
    out.seenTopic[position] = seenTopic[topic]!;
    out.seenLook[position] = seenLook[look]!;
    for (let h = 0; h < HEAD_COUNT; h++)
      out.stated[position * HEAD_COUNT + h] = candidateStated[pick * HEAD_COUNT + h]!;
    windowTopic[topic] = windowTopic[topic]! + topicPenalty;
    windowLook[look] = windowLook[look]! + lookPenalty;
    if (position >= WINDOW) {
      const gone = position - WINDOW;
      windowTopic[out.topic[gone]!] = windowTopic[out.topic[gone]!]! - topicPenalty;
      windowLook[out.look[gone]!] = windowLook[out.look[gone]!]! - lookPenalty;
    }
    left--;
    closeGap(scratch, pick, left);
  }
  out.length = n;
}

/** Moves the last candidate into the gap: order among the rest does not matter to a maximum. */
function closeGap(scratch: Scratch, gap: number, last: number): void {
  const {
    candidate,
    candidateGenerator,
    candidateTopic,
    candidateLook,
    candidateDot,
    candidateUtility,
    candidateStated,
  } = scratch;
  candidate[gap] = candidate[last]!;
  candidateGenerator[gap] = candidateGenerator[last]!;
  candidateTopic[gap] = candidateTopic[last]!;
  candidateLook[gap] = candidateLook[last]!;
  candidateDot[gap] = candidateDot[last]!;
  candidateUtility[gap] = candidateUtility[last]!;
  for (let h = 0; h < HEAD_COUNT; h++)
    candidateStated[gap * HEAD_COUNT + h] = candidateStated[last * HEAD_COUNT + h]!;
}

/** A fresh candidate for an exploration slot, −1 when this slot is not one (or no fresh idea is left). */
function exploring(world: World, key: number, position: number, left: number): number {
  if (uniform(key, 8, position) >= world.control.exploration) return -1;
  for (let c = 0; c < left; c++) if (world.scratch.candidateGenerator[c] === G_FRESH) return c;
  return -1;
}

/**
 * The candidate of greatest utility less spacing. A utility that is not a number never compares as greater, so a
 * request with lost scores falls back to whatever stands first: an arbitrary order, as in life.
 */
function bestOf(scratch: Scratch, left: number): number {
  const { candidateTopic, candidateLook, candidateUtility, windowTopic, windowLook } = scratch;
  let best = 0;
  let bestValue = -1e9;
  for (let c = 0; c < left; c++) {
    const value =
      candidateUtility[c]! - windowTopic[candidateTopic[c]!]! - windowLook[candidateLook[c]!]!;
    if (value > bestValue) {
      bestValue = value;
      best = c;
    }
  }
  return best;
}
