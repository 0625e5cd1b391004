/** What a person would do with each idea of a slate, examined: truth, never read by the platform. */
import { fastSigmoid } from '../../determinism/fastMath.ts';
import { C_APPEAL, C_QUALITY, C_WEAR, CHARM, type Ideas } from '../ideas/ideas.ts';
import { LOOK_COUNT, PRICE_TIERS, SLATE_SIZE, STYLE_DIMS, TOPIC_COUNT } from '../presets.ts';
import { matchCode } from '../serving/match.ts';
import { NO_IDEA, type People } from './people.ts';
import { intentOf, RESPONSE } from './respond.ts';

/** What of a slate a reaction depends on. */
export interface Shown {
  readonly item: Uint16Array;
  /** The opened idea on the related surface, −1 elsewhere. */
  readonly seedIdea: number;
  /** It stood in the last slate too. */
  readonly cached: boolean;
}

/** Who looks, and when. */
export interface Onlookers {
  readonly people: People;
  readonly ideas: Ideas;
  readonly counters: { readonly freshness: Float32Array };
}

const column = (): Float64Array => new Float64Array(SLATE_SIZE);

/** Probabilities given examination, by slot; of an empty slot nothing is said. Read before the next call. */
export const REACTION = { save: column(), closeup: column(), hide: column() } as const;

/**
 * Fills the first `n` slots of REACTION. `season`: factor on interest by topic, see `seasonOf`. `rested`: nobody is tired of
 * any idea, whatever its exposure.
 */
export function react(
  { people, ideas, counters }: Onlookers,
  person: number,
  shown: Shown,
  n: number,
  surface: number,
  season: Float64Array,
  rested = false,
): void {
  const { freshness } = counters;
  const { charm } = ideas;
  const s = RESPONSE.save;
  const c = RESPONSE.closeup;
  const h = RESPONSE.hide;
  const again = shown.cached ? 1 : 0;
  const taste = RESPONSE.local[people.region[person]!]!;
  const sensitivity = people.repetitionSensitivity[person]!;
  const t0 = person * TOPIC_COUNT;
  const l0 = person * LOOK_COUNT;
  const s0 = person * STYLE_DIMS;
  const { save, closeup, hide } = REACTION;
  for (let p = 0; p < n; p++) {
    const idea = shown.item[p]!;
    if (idea === NO_IDEA) continue;
    const row = idea * CHARM;
    const topic = ideas.topic[idea]!;
    const interest = people.interest[t0 + topic]! * season[topic]!;
    const style = styleFit(people.style, s0, charm, row);
    const quality = charm[row + C_QUALITY]!;
    const appeal = charm[row + C_APPEAL]!;
    const wear = rested ? 0 : charm[row + C_WEAR]!;
    const bored = sensitivity * people.topicBoredom[t0 + topic]!;
    const tired = sensitivity * people.lookBoredom[l0 + ideas.look[idea]!]!;
    const match = matchCode(people, ideas, person, idea);
    const isLocal = match >= PRICE_TIERS;
    const local = isLocal ? taste : 0;
    const apart = isLocal ? match - PRICE_TIERS : match;
    save[p] = fastSigmoid(
      s.base +
        people.saveShift +
        s.interest * interest +
        s.style * style +
        s.quality * quality -
        s.boredom * bored -
        s.lookBoredom * tired -
        s.wear * wear +
        s.fresh * freshness[idea]! +
        intentOf(ideas, surface, shown.seedIdea, idea) +
        local -
        RESPONSE.price.save * apart +
        again * RESPONSE.repeat.save,
    );
    closeup[p] = fastSigmoid(
      c.base +
        people.closeupShift +
        c.interest * interest +
        c.style * style +
        c.appeal * appeal +
        0.5 * local +
        again * RESPONSE.repeat.closeup,
    );
    hide[p] = fastSigmoid(
      h.base +
        h.interest * interest +
        h.boredom * bored +
        h.clickbait * (appeal - quality) +
        h.wear * wear +
        RESPONSE.price.hide * apart +
        again * RESPONSE.repeat.hide,
    );
  }
}

/** Inner product of two styles, STYLE_DIMS = 8, unrolled in the order of the places. */
function styleFit(a: Float32Array, i: number, b: Float32Array, j: number): number {
  return (
    a[i]! * b[j]! +
    a[i + 1]! * b[j + 1]! +
    a[i + 2]! * b[j + 2]! +
    a[i + 3]! * b[j + 3]! +
    a[i + 4]! * b[j + 4]! +
    a[i + 5]! * b[j + 5]! +
    a[i + 6]! * b[j + 6]! +
    a[i + 7]! * b[j + 7]!
  );
}
