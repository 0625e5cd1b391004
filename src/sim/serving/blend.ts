/**
 * Blending: a greedy pick with soft-spacing penalties on topic and on look. Penalties are absolute, in probability
 * units, so a model whose probabilities are too small is blended towards variety and away from relevance: calibration
 * matters, not order alone.
 */
import { subKey, uniform } from '../../determinism/random.ts';
import { isPopular } from '../infra/requests.ts';
import { NO_IDEA } from '../people/people.ts';
import { HEAD_COUNT, SEARCH, SLATE_SIZES } from '../presets.ts';
import type { World } from '../world.ts';
import { ITEM_INPUTS } from '../data/layout.ts';
import { sortByUtility } from './order.ts';
import type { Scratch, Slate } from './scratch.ts';
import { G_FRESH } from './sources/add.ts';

/** Cost of a topic already present in the last WINDOW slots, per occurrence, in units of utility. */
const TOPIC_PENALTY = 0.013;
const LOOK_PENALTY = 0.005;
const WINDOW = 8;

/**
 * Fills the slate from the scored candidates; in the random-exposure slice in random order. `place` lists those left,
 * best utility first, so that the search for the best after spacing may stop early. A slate from a cache, the person's
 * own or the one of what is popular, keeps its order.
 */
export function blend(
  world: World,
  surface: number,
  salt: number,
  random: boolean,
  out: Slate,
): void {
  const { scratch } = world;
  const { effects } = scratch;
  const { place, placeTopic, placeLook, placeTaken, windowTopic, windowLook } = scratch;
  const candidates = scratch.candidates;
  const key = subKey(world.keys.serving, salt);
  // Who searches for a topic wants that topic.
  const topicPenalty = surface === SEARCH ? 0 : TOPIC_PENALTY * effects.topicSpacing;
  const lookPenalty = LOOK_PENALTY * effects.lookSpacing;
  const ordered = out.cached || isPopular(out.rung);
  windowTopic.fill(0);
  windowLook.fill(0);
  sortByUtility(scratch);
  if (effects.dropBest && candidates > SLATE_SIZES[surface]!) placeTaken[0] = 1;
  const n = Math.min(SLATE_SIZES[surface]!, candidates);
  // Everything before it is taken.
  let front = placeTaken[0]!;
  for (let position = 0; position < n; position++) {
    let at = -1;
    if (ordered) at = place.indexOf(position);
    else if (random)
      at = nthLeft(scratch, Math.floor(uniform(key, 7, position) * (candidates - position)));
    else {
      at = exploring(world, key, position);
      if (at < 0) at = bestOf(scratch, front);
    }
    const topic = placeTopic[at]!;
    const look = placeLook[at]!;
    put(scratch, place[at]!, position, out);
    windowTopic[topic] = windowTopic[topic]! + topicPenalty;
    windowLook[look] = windowLook[look]! + lookPenalty;
    if (position >= WINDOW) {
      const goneTopic = out.topic[position - WINDOW]!;
      const goneLook = out.look[position - WINDOW]!;
      windowTopic[goneTopic] = windowTopic[goneTopic]! - topicPenalty;
      windowLook[goneLook] = windowLook[goneLook]! - lookPenalty;
    }
    placeTaken[at] = 1;
    while (front < candidates && placeTaken[front] === 1) front++;
  }
  out.length = n;
  if (effects.dropFresh) emptyFresh(out);
}

/** Takes fresh ideas out of a finished slate and leaves their slots empty. */
function emptyFresh(out: Slate): void {
  for (let p = 0; p < out.length; p++) if (out.generator[p] === G_FRESH) out.item[p] = NO_IDEA;
}

/** The place of the n-th candidate not yet taken. */
function nthLeft(scratch: Scratch, n: number): number {
  const { placeTaken } = scratch;
  let p = 0;
  for (let left = n; ; p++) if (placeTaken[p] === 0 && left-- === 0) return p;
}

/** Copies a candidate into its slot. */
function put(scratch: Scratch, pick: number, position: number, out: Slate): void {
  const topic = scratch.candidateTopic[pick]!;
  const look = scratch.candidateLook[pick]!;
  out.item[position] = scratch.candidate[pick]!;
  out.generator[position] = scratch.candidateGenerator[pick]!;
  out.topic[position] = topic;
  out.look[position] = look;
  out.match[position] = scratch.candidateMatch[pick]!;
  out.dot[position] = scratch.candidateDot[pick]!;
  out.topicShare[position] = scratch.topicShare[topic]!;
  out.seenTopic[position] = scratch.seenTopic[topic]!;
  out.seenLook[position] = scratch.seenLook[look]!;
  out.distorted = scratch.effects.features;
  if (out.distorted)
    for (let k = 0; k < ITEM_INPUTS; k++)
      out.inputs[position * ITEM_INPUTS + k] = scratch.candidateItem[pick * ITEM_INPUTS + k]!;
  for (let h = 0; h < HEAD_COUNT; h++)
    out.stated[position * HEAD_COUNT + h] = scratch.candidateStated[pick * HEAD_COUNT + h]!;
}

/** The place of the best fresh candidate for an exploration slot, −1 when this slot is not one (or none is left). */
function exploring(world: World, key: number, position: number): number {
  const { effects } = world.scratch;
  if (
    ((effects.reserved >> position) & 1) === 0 &&
    uniform(key, 8, position) >= effects.exploration
  )
    return -1;
  const { place, placeTaken, candidateGenerator, candidates } = world.scratch;
  for (let p = 0; p < candidates; p++)
    if (placeTaken[p] === 0 && candidateGenerator[place[p]!] === G_FRESH) return p;
  return -1;
}

/**
 * The place of the candidate of greatest utility less spacing. Spacing only takes away, so once a utility alone is no
 * greater than the best value so far, nothing after it can win. With utilities that are not numbers the first stands.
 */
function bestOf(scratch: Scratch, front: number): number {
  const { placeUtility, placeTopic, placeLook, placeTaken, windowTopic, windowLook, candidates } =
    scratch;
  let best = front;
  let bestValue = -1e9;
  for (let p = front; p < candidates; p++) {
    if (placeTaken[p] === 1) continue;
    const utility = placeUtility[p]!;
    if (!(utility > bestValue)) break;
    const value = utility - windowTopic[placeTopic[p]!]! - windowLook[placeLook[p]!]!;
    if (value > bestValue) {
      bestValue = value;
      best = p;
    }
  }
  return best;
}
