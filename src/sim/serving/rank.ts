/** The heavy ranker: four logistic heads over the candidates, combined into one utility. */
import {
  FEATURE_COUNT,
  F_BIAS,
  F_BUILD,
  F_DOT,
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
  F_TOPIC_SHARE,
} from '../data/layout.ts';
import { servedLeak } from '../data/leak.ts';
import { HEAD_COUNT, PRICE_TIERS, SAVE, SOURCE_COUNT, TOPIC_COUNT } from '../presets.ts';
import { ITEM_FEATURES } from '../kernel/features.ts';
import { isOwned, own } from '../owned.ts';
import { REGIONS } from '../segments.ts';
import type { World } from '../world.ts';
import { distortCandidates, REGION_FEATURE, shiftCandidates } from './distort.ts';
import { AS_IT_IS } from './effectsShape.ts';
import { look } from './look.ts';
import { MATCH_CODES } from './match.ts';

/** What the guard puts in the place of a score that is not a number. */
const GUARD_SCORE = 0.03;

/**
 * Recomputes the item part of every head for a line; done at each refresh and whenever the served weights change. The
 * heads of an idea lie side by side: `part[idea · HEAD_COUNT + head]`. A part that forks share is never written again; one
 * that this world alone holds is written over, and the kernel told.
 */
export function refreshItemPart(world: World, line: number): void {
  const { counters, ideas, scratch } = world;
  const before = world.itemParts[line]!;
  const part = isOwned(before) ? before : own(new Float32Array(HEAD_COUNT * ideas.capacity));
  const w = world.lines[line]!.served.weights;
  const n = ideas.count;
  const leak = w[SAVE * FEATURE_COUNT + F_LEAK] === 0 ? null : servedLeak(world);
  const { features } = scratch;
  const { creator, creatorTier } = ideas;
  for (let f = 0; f < ITEM_FEATURES; f++)
    for (let h = 0; h < HEAD_COUNT; h++)
      features.weights[f * HEAD_COUNT + h] = w[h * FEATURE_COUNT + F_RATE + f]!;
  features.logRate.set(counters.logRate.subarray(0, n));
  features.logCloseup.set(counters.logCloseup.subarray(0, n));
  features.freshness.set(counters.freshness.subarray(0, n));
  features.logExposure.set(counters.logExposure.subarray(0, n));
  features.topic.set(ideas.topic.subarray(0, n));
  for (let i = 0; i < n; i++) features.tier[i] = creatorTier[creator[i]!]!;
  features.run.weigh(n);
  part.set(features.part.subarray(0, n * HEAD_COUNT));
  if (leak !== null)
    for (let h = 0; h < HEAD_COUNT; h++)
      for (let i = 0; i < n; i++)
        part[i * HEAD_COUNT + h] =
          part[i * HEAD_COUNT + h]! + w[h * FEATURE_COUNT + F_LEAK]! * leak[i]!;
  if (part === before) scratch.residents.forgetPart(part);
  world.itemParts[line] = part;
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
  const { scratch } = world;
  const { effects, candidates, candidateShift, candidateStated, kernel } = scratch;
  look(world, person);
  fillInsight(world, person, world.lines[ctx.line]!.spec.lift);
  const changed = effects.features || effects.shifted;
  if (changed) {
    candidateShift.fill(0);
    if (effects.features) distortCandidates(world, ctx.line);
    if (effects.shifted) shiftCandidates(world);
  }
  for (let h = 0; h < HEAD_COUNT; h++) fillTerms(world, ctx, h);
  const part = scratch.residents.part(world.itemParts[ctx.line]!);
  kernel.heads(part, candidates, changed ? 1 : 0);
  scratch.pairsRanked += candidates;
  const broken = effects.brokenHead >= 0 && candidates > 0;
  if (broken) {
    const score = ctx.guard ? GUARD_SCORE : NaN;
    for (let c = 0; c < candidates; c++)
      candidateStated[c * HEAD_COUNT + effects.brokenHead] = score;
  }
  scratch.utilityWeight.set(effects.utility);
  kernel.utilities(candidates);
  return broken;
}

/** What a version with better features sees beyond the shared ones: a little more of the truth. */
function fillInsight(world: World, person: number, lift: number): void {
  const { candidateInsight, candidateTopic, candidates } = world.scratch;
  const { interest } = world.people;
  if (lift === 0) candidateInsight.fill(0, 0, candidates);
  else
    for (let c = 0; c < candidates; c++)
      candidateInsight[c] = lift * (interest[person * TOPIC_COUNT + candidateTopic[c]!]! - 0.4);
}

/** What of a head's logit depends on the request and a topic, a look, a source or a match: summed up beforehand. */
function fillTerms(world: World, ctx: RankContext, h: number): void {
  const { scratch } = world;
  const w = world.lines[ctx.line]!.served.weights;
  const { sourceTerm, matchTerm } = scratch;
  const b = h * FEATURE_COUNT;
  scratch.dotWeight[h] = w[b + F_DOT]!;
  const noRegion = scratch.effects.featureMode[REGION_FEATURE] !== AS_IT_IS;
  const local = noRegion ? meanLocal(w, b) : w[b + F_LOCAL + ctx.region]!;
  const request =
    w[b + F_BIAS]! +
    w[b + F_SURFACE + ctx.surface]! +
    (noRegion ? 0 : w[b + F_REGION + ctx.region]!) +
    w[b + F_BUILD + ctx.build]! +
    w[b + F_TENURE + ctx.tenure]! +
    w[b + F_HISTORY + ctx.history]!;
  scratch.kernel.terms(
    h,
    request,
    w[b + F_TOPIC_SHARE]!,
    w[b + F_SEEN_TOPIC]!,
    w[b + F_SEEN_LOOK]!,
  );
  for (let g = 0; g < SOURCE_COUNT; g++) sourceTerm[g * HEAD_COUNT + h] = w[b + F_SOURCE + g]!;
  for (let m = 0; m < MATCH_CODES; m++)
    matchTerm[m * HEAD_COUNT + h] =
      w[b + F_PRICE + (m % PRICE_TIERS)]! + (m >= PRICE_TIERS ? local : 0);
}

/** Taste for local content of an average region: what is left of it without the region. */
function meanLocal(w: Float64Array, b: number): number {
  let sum = 0;
  for (let r = 0; r < REGIONS.length; r++) sum += w[b + F_LOCAL + r]!;
  return sum / REGIONS.length;
}
