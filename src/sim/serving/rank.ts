/** The heavy ranker: four logistic heads over the candidates, combined into one utility. */
import { fastSigmoid } from '../../determinism/fastMath.ts';
import {
  FEATURE_COUNT,
  F_BIAS,
  F_BUILD,
  F_CLOSEUP_RATE,
  F_DOT,
  F_EXPOSURE,
  F_FRESH,
  F_GENERATOR,
  F_HISTORY,
  F_RATE,
  F_RELATED,
  F_SEEN_LOOK,
  F_SEEN_TOPIC,
  F_TENURE,
  F_TOPIC,
  F_TOPIC_SHARE,
} from '../data/layout.ts';
import type { ModelLine } from '../delivery/registry.ts';
import { CLOSEUP, DWELL, EMBED_DIMS, HEAD_COUNT, HIDE, SAVE, TOPIC_COUNT } from '../presets.ts';
import type { World } from '../world.ts';
import { dot16 } from './dot.ts';

/** Utility of a slot: weights of the heads, in saves. */
export const UTILITY = { save: 1, closeup: 0.06, dwell: 0.12, hide: 3 } as const;

/** Recomputes the item part of every head for a line; done at each refresh and whenever the served weights change. */
export function refreshItemPart(world: World, line: number): void {
  const { counters, ideas } = world;
  const part = world.itemParts[line]!;
  const w = world.lines[line]!.served.weights;
  const n = ideas.count;
  for (let h = 0; h < HEAD_COUNT; h++) {
    const b = h * FEATURE_COUNT;
    const wRate = w[b + F_RATE]!;
    const wCloseup = w[b + F_CLOSEUP_RATE]!;
    const wFresh = w[b + F_FRESH]!;
    const wExposure = w[b + F_EXPOSURE]!;
    const out = h * ideas.capacity;
    for (let i = 0; i < n; i++) {
      part[out + i] =
        wRate * counters.logRate[i]! +
        wCloseup * counters.logCloseup[i]! +
        wFresh * counters.freshness[i]! +
        wExposure * counters.logExposure[i]! +
        w[b + F_TOPIC + ideas.topic[i]!]!;
    }
  }
}

export interface RankContext {
  readonly line: number;
  readonly surface: number;
  readonly build: number;
  readonly tenure: number;
  readonly history: number;
  /** A head whose score is lost for this request; −1: none. */
  readonly brokenHead: number;
  readonly guard: boolean;
}

/** Scores every candidate. Returns whether a score was not finite. */
export function rank(world: World, person: number, ctx: RankContext): boolean {
  const { scratch, ideas, people } = world;
  const line: ModelLine = world.lines[ctx.line]!;
  const w = line.served.weights;
  const part = world.itemParts[ctx.line]!;
  const {
    userEmbedding,
    topicShare,
    seenTopic,
    seenLook,
    candidate,
    candidateGenerator,
    candidateTopic,
    candidateLook,
    candidateDot,
    candidateStated,
    candidateUtility,
    requestPart,
  } = scratch;
  for (let h = 0; h < HEAD_COUNT; h++) {
    const b = h * FEATURE_COUNT;
    requestPart[h] =
      w[b + F_BIAS]! +
      ctx.surface * w[b + F_RELATED]! +
      w[b + F_BUILD + ctx.build]! +
      w[b + F_TENURE + ctx.tenure]! +
      w[b + F_HISTORY + ctx.history]!;
  }
  const lift = line.spec.lift;
  const capacity = ideas.capacity;
  let nonFinite = false;
  for (let c = 0; c < scratch.candidates; c++) {
    const idea = candidate[c]!;
    const dot = dot16(userEmbedding, 0, ideas.embedding, idea * EMBED_DIMS);
    candidateDot[c] = dot;
    const topic = ideas.topic[idea]!;
    const look = ideas.look[idea]!;
    candidateTopic[c] = topic;
    candidateLook[c] = look;
    const share = topicShare[topic]!;
    const st = seenTopic[topic]!;
    const sl = seenLook[look]!;
    const g = F_GENERATOR + candidateGenerator[c]!;
    // A version's better features see a little more of the truth than the shared ones do.
    const insight = lift === 0 ? 0 : lift * (people.interest[person * TOPIC_COUNT + topic]! - 0.4);
    for (let h = 0; h < HEAD_COUNT; h++) {
      const b = h * FEATURE_COUNT;
      const z =
        requestPart[h]! +
        part[h * capacity + idea]! +
        w[b + F_DOT]! * dot +
        w[b + F_TOPIC_SHARE]! * share +
        w[b + F_SEEN_TOPIC]! * st +
        w[b + F_SEEN_LOOK]! * sl +
        w[b + g]! +
        (h === SAVE ? insight : 0);
      candidateStated[c * HEAD_COUNT + h] = fastSigmoid(z);
    }
    const s = c * HEAD_COUNT;
    if (ctx.brokenHead >= 0) {
      nonFinite = true;
      candidateStated[s + ctx.brokenHead] = ctx.guard ? 0.03 : NaN;
    }
    candidateUtility[c] =
      UTILITY.save * candidateStated[s + SAVE]! +
      UTILITY.closeup * candidateStated[s + CLOSEUP]! +
      UTILITY.dwell * candidateStated[s + DWELL]! -
      UTILITY.hide * candidateStated[s + HIDE]!;
  }
  return nonFinite;
}
