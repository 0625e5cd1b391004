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

/**
 * Fills the slate from the scored candidates; in the random-exposure slice in random order. Candidates stay where they
 * are: `place` lists those left, with what the search reads beside, and the last one moves into the gap a pick leaves.
 */
export function blend(world: World, salt: number, random: boolean, out: Slate): void {
  const { scratch, control } = world;
  const {
    place,
    placeUtility,
    placeTopic,
    placeLook,
    candidateUtility,
    candidateTopic,
    candidateLook,
  } = scratch;
  const { windowTopic, windowLook } = scratch;
  let left = scratch.candidates;
  const key = subKey(world.keys.serving, salt);
  const topicPenalty = TOPIC_PENALTY * control.diversity;
  const lookPenalty = LOOK_PENALTY * control.diversity;
  windowTopic.fill(0);
  windowLook.fill(0);
  for (let c = 0; c < left; c++) {
    place[c] = c;
    placeUtility[c] = candidateUtility[c]!;
    placeTopic[c] = candidateTopic[c]!;
    placeLook[c] = candidateLook[c]!;
  }
  const n = Math.min(SLATE_SIZE, left);
  for (let position = 0; position < n; position++) {
    let at = -1;
    if (random) at = Math.floor(uniform(key, 7, position) * left);
    else {
      at = exploring(world, key, position, left);
      if (at < 0) at = bestOf(scratch, left);
    }
    const pick = place[at]!;
    put(scratch, pick, position, out);
    const topic = placeTopic[at]!;
    const look = placeLook[at]!;
    windowTopic[topic] = windowTopic[topic]! + topicPenalty;
    windowLook[look] = windowLook[look]! + lookPenalty;
    if (position >= WINDOW) {
      const gone = position - WINDOW;
      windowTopic[out.topic[gone]!] = windowTopic[out.topic[gone]!]! - topicPenalty;
      windowLook[out.look[gone]!] = windowLook[out.look[gone]!]! - lookPenalty;
    }
    left--;
    place[at] = place[left]!;
    placeUtility[at] = placeUtility[left]!;
    placeTopic[at] = placeTopic[left]!;
    placeLook[at] = placeLook[left]!;
  }
  out.length = n;
}

/** Copies a candidate into its slot. */
function put(scratch: Scratch, pick: number, position: number, out: Slate): void {
  const topic = scratch.candidateTopic[pick]!;
  const look = scratch.candidateLook[pick]!;
  out.item[position] = scratch.candidate[pick]!;
  out.generator[position] = scratch.candidateGenerator[pick]!;
  out.topic[position] = topic;
  out.look[position] = look;
  out.dot[position] = scratch.candidateDot[pick]!;
  out.topicShare[position] = scratch.topicShare[topic]!;
  out.seenTopic[position] = scratch.seenTopic[topic]!;
  out.seenLook[position] = scratch.seenLook[look]!;
  for (let h = 0; h < HEAD_COUNT; h++)
    out.stated[position * HEAD_COUNT + h] = scratch.candidateStated[pick * HEAD_COUNT + h]!;
}

/** The place of a fresh candidate for an exploration slot, −1 when this slot is not one (or none is left). */
function exploring(world: World, key: number, position: number, left: number): number {
  if (uniform(key, 8, position) >= world.control.exploration) return -1;
  const { place, candidateGenerator } = world.scratch;
  for (let p = 0; p < left; p++) if (candidateGenerator[place[p]!] === G_FRESH) return p;
  return -1;
}

/**
 * The place of the candidate of greatest utility less spacing. A utility that is not a number never compares as
 * greater, so a request with lost scores falls back to whatever stands first: an arbitrary order, as in life.
 */
function bestOf(scratch: Scratch, left: number): number {
  const { placeUtility, placeTopic, placeLook, windowTopic, windowLook } = scratch;
  let best = 0;
  let bestValue = -1e9;
  for (let p = 0; p < left; p++) {
    const value = placeUtility[p]! - windowTopic[placeTopic[p]!]! - windowLook[placeLook[p]!]!;
    if (value > bestValue) {
      bestValue = value;
      best = p;
    }
  }
  return best;
}
