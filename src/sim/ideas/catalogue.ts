/** Draws the opening catalogue and the daily uploads. */
import { normal, subKey, uniform } from '../../determinism/random.ts';
import { NO_IDEA } from '../people/people.ts';
import { drawLanguage, pickWeighted } from '../people/population.ts';
import {
  COSAVES,
  EMBED_DIMS,
  LOOK_COUNT,
  PRICE_TIERS,
  STYLE_DIMS,
  TOPIC_COUNT,
  type Preset,
} from '../presets.ts';
import { C_APPEAL, C_QUALITY, CHARM, type Ideas } from './ideas.ts';
import { TIER_COUNT, type Intake } from './supply.ts';

/** Days an idea stays in the live catalogue on average: catalogue size ÷ daily inflow. */
const HORIZON_DAYS = 64;

/** How much of an embedding is style, and how much is error of the encoder. */
const STYLE_WEIGHT = 0.75;
const ENCODER_NOISE = 0.16;

/** Shares of uploads that break policy or come close to it. Design values. */
const VIOLATING_SHARE = 0.012;
const BORDERLINE_SHARE = 0.03;

/** Where ideas come from, in the order of REGIONS: creators are not spread as people are. Design values. */
const SUPPLY = Float64Array.of(0.2, 0.2, 0.1, 0.06, 0.06, 0.16, 0.16, 0.06);

/** A day on which nothing is out of the ordinary. */
const USUAL: Intake = {
  factor: 1,
  appeal: 0,
  quality: 0,
  willing: new Float64Array(TIER_COUNT).fill(1),
};

export interface Encoder {
  /** `TOPIC_COUNT × EMBED_DIMS` and `STYLE_DIMS × EMBED_DIMS`: the fixed projections of the content encoder. */
  readonly topicAxes: Float32Array;
  readonly styleAxes: Float32Array;
}

/** Popularity of topics among people: a gentle Zipf. Sums to 1. */
export function topicPopularity(): Float64Array {
  const p = new Float64Array(TOPIC_COUNT);
  let sum = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    p[t] = 1 / Math.sqrt(t + 2);
    sum += p[t]!;
  }
  for (let t = 0; t < TOPIC_COUNT; t++) p[t] = p[t]! / sum;
  return p;
}

export function drawEncoder(key: number): Encoder {
  const topicAxes = new Float32Array(TOPIC_COUNT * EMBED_DIMS);
  const styleAxes = new Float32Array(STYLE_DIMS * EMBED_DIMS);
  for (let t = 0; t < TOPIC_COUNT; t++)
    unit(topicAxes, t * EMBED_DIMS, EMBED_DIMS, (d) => normal(key, 1, t, d));
  for (let s = 0; s < STYLE_DIMS; s++)
    unit(styleAxes, s * EMBED_DIMS, EMBED_DIMS, (d) => normal(key, 2, s, d));
  return { topicAxes, styleAxes };
}

/** Draws a vector of unit length into `out`, beginning at `at`. */
function unit(out: Float32Array, at: number, width: number, draw: (d: number) => number): void {
  let norm = 0;
  for (let d = 0; d < width; d++) {
    const v = draw(d);
    out[at + d] = v;
    norm += v * v;
  }
  norm = Math.sqrt(norm);
  for (let d = 0; d < width; d++) out[at + d] = out[at + d]! / norm;
}

/** The catalogue as it stands when the world begins, with room for `days` of uploads. */
export function drawCatalogue(key: number, preset: Preset, encoder: Encoder, days: number): Ideas {
  const capacity = Math.min(65_000, preset.ideas + preset.inflow * days);
  const ideas: Ideas = {
    capacity,
    count: 0,
    topic: new Uint8Array(capacity),
    look: new Uint8Array(capacity),
    charm: new Float32Array(capacity * CHARM),
    region: new Uint8Array(capacity),
    language: new Uint8Array(capacity),
    price: new Uint8Array(capacity),
    policy: new Uint8Array(capacity),
    cleared: new Uint8Array(capacity),
    creator: new Uint16Array(capacity),
    birthDay: new Int32Array(capacity),
    live: new Uint8Array(capacity),
    embedding: new Float32Array(capacity * EMBED_DIMS),
    shown: new Float32Array(capacity),
    lookCentre: new Float32Array(LOOK_COUNT * STYLE_DIMS),
    creatorSince: new Int32Array(preset.creators),
    creatorTier: new Uint8Array(preset.creators),
    tierNorm: new Float64Array(TIER_COUNT),
    tierShare: new Float64Array(TIER_COUNT),
    cosave: new Uint16Array(capacity * COSAVES).fill(NO_IDEA),
    cosaveHead: new Uint8Array(capacity),
  };
  for (let l = 0; l < LOOK_COUNT; l++)
    unit(ideas.lookCentre, l * STYLE_DIMS, STYLE_DIMS, (d) => normal(key, 3, l, d));
  for (let c = 0; c < preset.creators; c++) {
    const u = uniform(key, 4, c);
    // Newcomers are among the many who upload little, never among the few who upload most.
    const fresh = c > 0.3 * preset.creators && u < 0.42;
    ideas.creatorSince[c] = fresh
      ? -Math.floor(uniform(key, 5, c) * 28)
      : -28 - Math.floor(uniform(key, 5, c) * 1200);
    ideas.creatorTier[c] = fresh ? 0 : c > 0.1 * preset.creators ? 1 : 2;
  }
  const popularity = topicPopularity();
  for (let i = 0; i < preset.ideas; i++) {
    addIdea(
      key,
      ideas,
      encoder,
      popularity,
      preset.creators,
      -Math.floor(uniform(key, 6, i) * HORIZON_DAYS) - 1,
    );
  }
  return ideas;
}

/** One day's uploads; the oldest live ideas retire so that the catalogue keeps its size. Returns the new ids' start. */
export function uploadDay(
  key: number,
  ideas: Ideas,
  encoder: Encoder,
  preset: Preset,
  day: number,
  intake: Intake = USUAL,
): number {
  const first = ideas.count;
  const popularity = topicPopularity();
  const wanted = Math.round(preset.inflow * intake.factor);
  const room = Math.min(wanted, ideas.capacity - ideas.count);
  for (let k = 0; k < room; k++) {
    const i = ideas.count;
    addIdea(key, ideas, encoder, popularity, preset.creators, day, intake);
    const tier = ideas.creatorTier[ideas.creator[i]!]!;
    // What a discouraged creator would have uploaded keeps its number: later ideas are the same ones in every world.
    if (uniform(key, 11, i) >= intake.willing[tier]!) ideas.live[i] = 0;
  }
  let over = -preset.ideas;
  for (let i = 0; i < ideas.count; i++) over += ideas.live[i]!;
  const oldest = day - HORIZON_DAYS;
  for (let i = 0; i < ideas.count && over > 0; i++) {
    if (ideas.live[i] === 1 && ideas.birthDay[i]! <= oldest) {
      ideas.live[i] = 0;
      over--;
    }
  }
  return first;
}

function addIdea(
  key: number,
  ideas: Ideas,
  encoder: Encoder,
  popularity: Float64Array,
  creators: number,
  day: number,
  intake: Intake = USUAL,
): void {
  const i = ideas.count;
  const mine = subKey(subKey(key, 9), i);
  const topic = pickWeighted(popularity, uniform(mine, 0, 0));
  const look = Math.floor(uniform(mine, 1, 0) * LOOK_COUNT);
  ideas.topic[i] = topic;
  ideas.look[i] = look;
  const { charm } = ideas;
  const row = i * CHARM;
  unit(
    charm,
    row,
    STYLE_DIMS,
    (d) => ideas.lookCentre[look * STYLE_DIMS + d]! + 0.25 * normal(mine, 2, d),
  );
  const quality = normal(mine, 3, 0);
  charm[row + C_QUALITY] = quality + intake.quality;
  charm[row + C_APPEAL] = 0.6 * quality + 0.8 * normal(mine, 4, 0) + intake.appeal;
  ideas.region[i] = pickWeighted(SUPPLY, uniform(mine, 5, 0));
  ideas.language[i] = drawLanguage(ideas.region[i], uniform(mine, 8, 0));
  ideas.price[i] = Math.floor(uniform(mine, 9, 0) * PRICE_TIERS);
  const unsafe = uniform(mine, 10, 0);
  ideas.policy[i] =
    unsafe < VIOLATING_SHARE ? 2 : unsafe < VIOLATING_SHARE + BORDERLINE_SHARE ? 1 : 0;
  // A few creators upload much of what there is.
  const u = uniform(mine, 6, 0);
  ideas.creator[i] = Math.min(creators - 1, Math.floor(creators * u * u * u * u * u * u));
  ideas.birthDay[i] = day;
  ideas.live[i] = 1;
  let norm = 0;
  for (let d = 0; d < EMBED_DIMS; d++) {
    let v = encoder.topicAxes[topic * EMBED_DIMS + d]!;
    for (let s = 0; s < STYLE_DIMS; s++)
      v += STYLE_WEIGHT * charm[row + s]! * encoder.styleAxes[s * EMBED_DIMS + d]!;
    v += ENCODER_NOISE * normal(mine, 7, d);
    ideas.embedding[i * EMBED_DIMS + d] = v;
    norm += v * v;
  }
  norm = Math.sqrt(norm);
  for (let d = 0; d < EMBED_DIMS; d++)
    ideas.embedding[i * EMBED_DIMS + d] = ideas.embedding[i * EMBED_DIMS + d]! / norm;
  ideas.count = i + 1;
}
