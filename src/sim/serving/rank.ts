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
  F_LOCAL,
  F_PRICE,
  F_HISTORY,
  F_LEAK,
  F_RATE,
  F_REGION,
  F_SEEN_LOOK,
  F_SEEN_TOPIC,
  F_SOURCE,
  F_SURFACE,
  F_TENURE,
  F_TIER,
  F_TOPIC,
  F_TOPIC_SHARE,
} from '../data/layout.ts';
import { servedLeak } from '../data/leak.ts';
import {
  CLOSEUP,
  DWELL,
  HEAD_COUNT,
  HIDE,
  LOOK_COUNT,
  PRICE_TIERS,
  SAVE,
  SOURCE_COUNT,
  TOPIC_COUNT,
} from '../presets.ts';
import { REGIONS } from '../segments.ts';
import type { World } from '../world.ts';
import { distortCandidates, REGION_FEATURE, shiftCandidates } from './distort.ts';
import { dotList } from './dot.ts';
import { AS_IT_IS } from './effectsShape.ts';
import { MATCH_CODES, matchCode } from './match.ts';

/** What the guard puts in the place of a score that is not a number. */
const GUARD_SCORE = 0.03;

/**
 * Recomputes the item part of every head for a line; done at each refresh and whenever the served weights change. The
 * heads of an idea lie side by side: `part[idea · HEAD_COUNT + head]`.
 */
export function refreshItemPart(world: World, line: number): void {
  const { counters, ideas } = world;
  const part = world.itemParts[line]!;
  const w = world.lines[line]!.served.weights;
  const n = ideas.count;
  const leak = w[SAVE * FEATURE_COUNT + F_LEAK] === 0 ? null : servedLeak(world);
  for (let h = 0; h < HEAD_COUNT; h++) {
    const b = h * FEATURE_COUNT;
    const wRate = w[b + F_RATE]!;
    const wCloseup = w[b + F_CLOSEUP_RATE]!;
    const wFresh = w[b + F_FRESH]!;
    const wExposure = w[b + F_EXPOSURE]!;
    for (let i = 0; i < n; i++) {
      part[i * HEAD_COUNT + h] =
        wRate * counters.logRate[i]! +
        wCloseup * counters.logCloseup[i]! +
        wFresh * counters.freshness[i]! +
        wExposure * counters.logExposure[i]! +
        w[b + F_TOPIC + ideas.topic[i]!]! +
        w[b + F_TIER + ideas.creatorTier[ideas.creator[i]!]!]!;
    }
    if (leak === null) continue;
    for (let i = 0; i < n; i++)
      part[i * HEAD_COUNT + h] = part[i * HEAD_COUNT + h]! + w[b + F_LEAK]! * leak[i]!;
  }
}

export interface RankContext {
  readonly line: number;
  readonly surface: number;
  readonly region: number;
  readonly build: number;
  readonly tenure: number;
  readonly history: number;
  readonly guard: boolean;
}

/** Scores every candidate. Returns whether a score was not finite. */
export function rank(world: World, person: number, ctx: RankContext): boolean {
  const { effects, candidateShift } = world.scratch;
  look(world, person, world.lines[ctx.line]!.spec.lift);
  const changed = effects.features || effects.shifted;
  if (changed) {
    candidateShift.fill(0);
    if (effects.features) distortCandidates(world, ctx.line);
    if (effects.shifted) shiftCandidates(world);
  }
  scoreHeads(world, ctx, changed);
  const { candidates, candidateStated, candidateUtility } = world.scratch;
  world.scratch.pairsRanked += candidates;
  const broken = effects.brokenHead >= 0 && candidates > 0;
  if (broken) {
    const score = ctx.guard ? GUARD_SCORE : NaN;
    for (let c = 0; c < candidates; c++)
      candidateStated[c * HEAD_COUNT + effects.brokenHead] = score;
  }
  const { utility } = effects;
  const save = utility[SAVE]!;
  const closeup = utility[CLOSEUP]!;
  const dwell = utility[DWELL]!;
  const hide = utility[HIDE]!;
  for (let c = 0; c < candidates; c++) {
    const s = c * HEAD_COUNT;
    candidateUtility[c] =
      save * candidateStated[s + SAVE]! +
      closeup * candidateStated[s + CLOSEUP]! +
      dwell * candidateStated[s + DWELL]! +
      hide * candidateStated[s + HIDE]!;
  }
  return broken;
}

/** The pair features of every candidate, and what a version with better features sees beyond them. */
function look(world: World, person: number, lift: number): void {
  const { scratch, ideas, people } = world;
  const { userEmbedding, candidate, candidateTopic, candidateLook } = scratch;
  const { candidateDot, candidateMatch, candidateInsight } = scratch;
  dotList(userEmbedding, 0, ideas.embedding, candidate, scratch.candidates, candidateDot);
  for (let c = 0; c < scratch.candidates; c++) {
    const idea = candidate[c]!;
    const topic = ideas.topic[idea]!;
    candidateTopic[c] = topic;
    candidateLook[c] = ideas.look[idea]!;
    candidateMatch[c] = matchCode(people, ideas, person, idea);
    // A version's better features see a little more of the truth than the shared ones do.
    candidateInsight[c] =
      lift === 0 ? 0 : lift * (people.interest[person * TOPIC_COUNT + topic]! - 0.4);
  }
}

/** What of a head's logit depends on the request and a topic, a look, a source or a match: summed up beforehand. */
function fillTerms(world: World, ctx: RankContext, h: number): void {
  const { scratch } = world;
  const w = world.lines[ctx.line]!.served.weights;
  const { topicShare, seenTopic, seenLook } = scratch;
  const { topicTerm, lookTerm, sourceTerm, matchTerm } = scratch;
  const b = h * FEATURE_COUNT;
  const noRegion = scratch.effects.featureMode[REGION_FEATURE] !== AS_IT_IS;
  const local = noRegion ? meanLocal(w, b) : w[b + F_LOCAL + ctx.region]!;
  const request =
    w[b + F_BIAS]! +
    w[b + F_SURFACE + ctx.surface]! +
    (noRegion ? 0 : w[b + F_REGION + ctx.region]!) +
    w[b + F_BUILD + ctx.build]! +
    w[b + F_TENURE + ctx.tenure]! +
    w[b + F_HISTORY + ctx.history]!;
  const wShare = w[b + F_TOPIC_SHARE]!;
  const wSeenTopic = w[b + F_SEEN_TOPIC]!;
  const wSeenLook = w[b + F_SEEN_LOOK]!;
  for (let t = 0; t < TOPIC_COUNT; t++)
    topicTerm[t * HEAD_COUNT + h] = request + wShare * topicShare[t]! + wSeenTopic * seenTopic[t]!;
  for (let l = 0; l < LOOK_COUNT; l++) lookTerm[l * HEAD_COUNT + h] = wSeenLook * seenLook[l]!;
  for (let g = 0; g < SOURCE_COUNT; g++) sourceTerm[g * HEAD_COUNT + h] = w[b + F_SOURCE + g]!;
  for (let m = 0; m < MATCH_CODES; m++)
    matchTerm[m * HEAD_COUNT + h] =
      w[b + F_PRICE + (m % PRICE_TIERS)]! + (m >= PRICE_TIERS ? local : 0);
}

/** All heads over all candidates. `changed`: their shifts are to be added. */
function scoreHeads(world: World, ctx: RankContext, changed: boolean): void {
  const { scratch } = world;
  const { candidate, candidateGenerator, candidateTopic, candidateLook, candidateDot } = scratch;
  const { candidateMatch, candidateInsight, candidateStated, candidateShift } = scratch;
  const { topicTerm, lookTerm, sourceTerm, matchTerm } = scratch;
  const w = world.lines[ctx.line]!.served.weights;
  const part = world.itemParts[ctx.line]!;
  for (let h = 0; h < HEAD_COUNT; h++) fillTerms(world, ctx, h);
  const n = scratch.candidates;
  for (let c = 0; c < n; c++) {
    const i = candidate[c]! * HEAD_COUNT;
    const t = candidateTopic[c]! * HEAD_COUNT;
    const l = candidateLook[c]! * HEAD_COUNT;
    const g = candidateGenerator[c]! * HEAD_COUNT;
    const m = candidateMatch[c]! * HEAD_COUNT;
    const s = c * HEAD_COUNT;
    const dot = candidateDot[c]!;
    for (let h = 0; h < HEAD_COUNT; h++) {
      let logit =
        part[i + h]! +
        w[h * FEATURE_COUNT + F_DOT]! * dot +
        topicTerm[t + h]! +
        lookTerm[l + h]! +
        sourceTerm[g + h]! +
        matchTerm[m + h]!;
      if (h === SAVE) logit += candidateInsight[c]!;
      if (changed) logit += candidateShift[s + h]!;
      candidateStated[s + h] = fastSigmoid(logit);
    }
  }
}

/** Taste for local content of an average region: what is left of it without the region. */
function meanLocal(w: Float64Array, b: number): number {
  let sum = 0;
  for (let r = 0; r < REGIONS.length; r++) sum += w[b + F_LOCAL + r]!;
  return sum / REGIONS.length;
}
