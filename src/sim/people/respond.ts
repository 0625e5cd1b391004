/**
 * How people respond to what is put before them: truth, never read by the platform. Logits are design values found by
 * calibration against the baselines of the catalogue.
 */
import { fastExp, fastSigmoid } from '../../determinism/fastMath.ts';
import { C_QUALITY, CHARM, type Ideas } from '../ideas/ideas.ts';
import { LOOK_COUNT, SLATE_SIZE, TOPIC_COUNT } from '../presets.ts';
import { NO_IDEA, type People } from './people.ts';

/** Examination probability by position: 1 / (1 + .055 · position). */
export function examination(position: number): number {
  return 1 / (1 + 0.055 * position);
}

/** The same, by place in a slate. */
export const EXAM = Float64Array.from({ length: SLATE_SIZE }, (_, p) => examination(p));

export const RESPONSE = {
  save: {
    base: -5.0,
    interest: 1.7,
    style: 2.2,
    quality: 0.55,
    boredom: 3,
    lookBoredom: 2,
    wear: 0.55,
    fresh: 0.12,
  },
  closeup: { base: -3.03, interest: 0.9, style: 0.9, appeal: 0.6 },
  /** What a surface's intent adds: who searches, or follows what they opened, is closer to saving. */
  intent: [0, -0.3, 0.02, 0.85],
  /** Who follows an idea wants more of its topic, and of its look. Design values. */
  kin: { topic: 0.6, look: 0.15 },
  /** Taste for content from one's own region, in the order of REGIONS. Design values. */
  local: [0.1, 0.45, 0.2, 0.25, 0.35, 0.45, 0.65, 0.3],
  price: { save: 0.22, hide: 0.2 },
  /** An idea one has just been shown before. */
  repeat: { save: -0.9, closeup: -0.6, hide: 0.7 },
  dwell: { base: -0.9, interest: 0.8, quality: 0.5 },
  hide: { base: -5.98, interest: -0.9, boredom: 5, clickbait: 0.35, wear: 0.4 },
} as const;

/** What a surface adds to the wish to save an idea; on related, being of the kind of the opened one. */
export function intentOf(ideas: Ideas, surface: number, seedIdea: number, idea: number): number {
  const intent = RESPONSE.intent[surface]!;
  if (seedIdea < 0) return intent;
  const topic = ideas.topic[idea] === ideas.topic[seedIdea] ? RESPONSE.kin.topic : 0;
  const look = ideas.look[idea] === ideas.look[seedIdea] ? RESPONSE.kin.look : 0;
  return intent + topic + look;
}

/** Probability of a long dwell, given a closeup. Apart from `react`: few impressions come to ask. */
export function dwellGivenCloseup(
  people: People,
  ideas: Ideas,
  person: number,
  idea: number,
): number {
  const w = RESPONSE.dwell;
  const interest = people.interest[person * TOPIC_COUNT + ideas.topic[idea]!]!;
  return fastSigmoid(
    w.base + w.interest * interest + w.quality * ideas.charm[idea * CHARM + C_QUALITY]!,
  );
}

/** Sessions over which boredom follows what was shown. */
const BOREDOM_SESSIONS = 8;

/**
 * Boredom on shares: B += (1 − e^(−n/τ)) · (share of the slate − B). It is the share of the diet that tires, not the
 * count, which is what lets variety taken away look like a gain at first and cost later.
 */
export function growBored(
  people: People,
  ideas: Ideas,
  person: number,
  items: Uint16Array,
  n: number,
): void {
  if (n === 0) return;
  const step = 1 - fastExp((-people.thinning * n) / SLATE_SIZE / BOREDOM_SESSIONS);
  const t0 = person * TOPIC_COUNT;
  const l0 = person * LOOK_COUNT;
  const keep = 1 - step;
  for (let t = 0; t < TOPIC_COUNT; t++)
    people.topicBoredom[t0 + t] = people.topicBoredom[t0 + t]! * keep;
  for (let l = 0; l < LOOK_COUNT; l++)
    people.lookBoredom[l0 + l] = people.lookBoredom[l0 + l]! * keep;
  const add = step / n;
  for (let k = 0; k < n; k++) {
    const idea = items[k]!;
    if (idea === NO_IDEA) continue;
    const t = t0 + ideas.topic[idea]!;
    const l = l0 + ideas.look[idea]!;
    people.topicBoredom[t] = people.topicBoredom[t]! + add;
    people.lookBoredom[l] = people.lookBoredom[l]! + add;
  }
}

/** Sessions over which satisfaction follows experience. */
const SATISFACTION_SESSIONS = 25;
/** Longest swing of mood, on the log scale of visits ÷ VISIT_SLOPE. */
const MOOD_LIMIT = 0.5;

/**
 * Satisfaction moves slowly towards how good this session was against the person's own normal. `value` is expected
 * saves less hides per examined slot. The first session sets the normal.
 */
export function settleMood(people: People, person: number, value: number): void {
  if (people.norm[person] === 0) {
    people.norm[person] = value;
    return;
  }
  const ratio = value / people.norm[person]! - 1;
  const target = Math.max(-MOOD_LIMIT, Math.min(MOOD_LIMIT, 0.5 * ratio));
  people.satisfaction[person] =
    people.satisfaction[person]! +
    ((target - people.satisfaction[person]!) * people.thinning) / SATISFACTION_SESSIONS;
}
