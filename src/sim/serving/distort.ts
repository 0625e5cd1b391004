/**
 * Inputs of the ranker that are not what they should be: at their defaults, multiplied, or noise. What a request was
 * served with is also what the log keeps of it, so the trainer meets the same values.
 */
import { HEAD_COUNT, LOOK_COUNT, SAVE, TOPIC_COUNT } from '../presets.ts';
import {
  FEATURE_COUNT,
  F_CLOSEUP_RATE,
  F_EXPOSURE,
  F_FRESH,
  F_RATE,
  ITEM_INPUTS,
} from '../data/layout.ts';
import type { World } from '../world.ts';
import { AS_IT_IS, AT_DEFAULT, SCALED } from './effectsShape.ts';
import { shardOf } from './sources/add.ts';
import { jitter } from './sources/draws.ts';

// Places in FEATURES.
const EMBEDDING = 0;
const TOPIC_SHARE = 1;
const SEEN = 2;
const SAVE_RATE = 3;
const CLOSEUP_RATE = 4;
const FRESHNESS = 5;
const EXPOSURE = 6;
const LOCALITY = 7;
export const REGION_FEATURE = 8;

const ITEM_FEATURES = [SAVE_RATE, CLOSEUP_RATE, FRESHNESS, EXPOSURE] as const;
const ITEM_WEIGHTS = [F_RATE, F_CLOSEUP_RATE, F_FRESH, F_EXPOSURE] as const;

function becomes(world: World, feature: number, value: number, id: number): number {
  const { featureMode, featureValue } = world.scratch.effects;
  const mode = featureMode[feature]!;
  if (mode === AS_IT_IS) return value;
  const size = featureValue[feature]!;
  if (mode === AT_DEFAULT) return size;
  if (mode === SCALED) return value * size;
  return 2 * size * jitter(world.scratch.seed + feature, id);
}

/** Nobody's number: the scratch holds a person that never was. */
const DISTORTED = -2;

/** The person's inputs, in the scratch. */
export function distortPerson(world: World): void {
  const { scratch } = world;
  const { featureMode } = scratch.effects;
  if (featureMode[TOPIC_SHARE] !== AS_IT_IS)
    for (let t = 0; t < TOPIC_COUNT; t++)
      scratch.topicShare[t] = becomes(world, TOPIC_SHARE, scratch.topicShare[t]!, t);
  if (featureMode[SEEN] !== AS_IT_IS) {
    for (let t = 0; t < TOPIC_COUNT; t++)
      scratch.seenTopic[t] = becomes(world, SEEN, scratch.seenTopic[t]!, t);
    for (let l = 0; l < LOOK_COUNT; l++)
      scratch.seenLook[l] = becomes(world, SEEN, scratch.seenLook[l]!, l);
  }
  // Read again next time: what stands in the scratch now is not the person. Another number than that of nobody's
  // centroids, or retrieval would take those of whoever came before for this person's.
  scratch.loadedPerson = DISTORTED;
}

/** The candidates' inputs, and by how much each head's logit moves for it. */
export function distortCandidates(world: World, line: number): void {
  const { scratch, counters } = world;
  const { candidate, candidateDot, candidateMatch, candidateItem, candidateShift, effects } =
    scratch;
  const w = world.lines[line]!.served.weights;
  const columns = [counters.logRate, counters.logCloseup, counters.freshness, counters.logExposure];
  for (let c = 0; c < scratch.candidates; c++) {
    const idea = candidate[c]!;
    const lost = shardOf(idea) === effects.defaultShard;
    candidateDot[c] = lost ? 0 : becomes(world, EMBEDDING, candidateDot[c]!, idea);
    if (effects.featureMode[LOCALITY] !== AS_IT_IS) candidateMatch[c] = candidateMatch[c]! % 3;
    for (let k = 0; k < ITEM_INPUTS; k++) {
      const sound = columns[k]![idea]!;
      const served = lost ? 0 : becomes(world, ITEM_FEATURES[k]!, sound, idea);
      candidateItem[c * ITEM_INPUTS + k] = served;
      if (served === sound) continue;
      for (let h = 0; h < HEAD_COUNT; h++)
        candidateShift[c * HEAD_COUNT + h] =
          candidateShift[c * HEAD_COUNT + h]! +
          w[h * FEATURE_COUNT + ITEM_WEIGHTS[k]!]! * (served - sound);
    }
  }
}

/** Shifts on the logit by head, creator tier and topic. */
export function shiftCandidates(world: World): void {
  const { scratch, ideas } = world;
  const { candidate, candidateTopic, candidateShift, effects } = scratch;
  for (let c = 0; c < scratch.candidates; c++) {
    const idea = candidate[c]!;
    const tier = effects.tierShift[ideas.creatorTier[ideas.creator[idea]!]!]!;
    for (let h = 0; h < HEAD_COUNT; h++) {
      const topic = h === SAVE ? effects.topicShift[candidateTopic[c]!]! : 0;
      candidateShift[c * HEAD_COUNT + h] =
        candidateShift[c * HEAD_COUNT + h]! + effects.headShift[h]! + tier + topic;
    }
  }
}
