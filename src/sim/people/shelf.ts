/**
 * The opening catalogue sorted by topic, with what makes a person choose an idea beside it. Millions of choices make a
 * population; sorted, those of one topic lie within a few kilobytes.
 */
import { C_QUALITY, CHARM, type Ideas } from '../ideas/ideas.ts';
import { EMBED_DIMS, STYLE_DIMS, TOPIC_COUNT } from '../presets.ts';
import type { People } from './people.ts';

export interface Shelf {
  /** Places of a topic's ideas: `topicStart[t] …`. */
  readonly topicStart: Int32Array;
  /** Idea at a place. */
  readonly byTopic: Uint16Array;
  /** Rows of `Ideas.charm`, by place. */
  readonly charm: Float32Array;
  /** Rows of `Ideas.embedding`, by place. */
  readonly embedding: Float32Array;
}

export function shelve(ideas: Ideas): Shelf {
  const topicStart = new Int32Array(TOPIC_COUNT + 1);
  for (let i = 0; i < ideas.count; i++)
    topicStart[ideas.topic[i]! + 1] = topicStart[ideas.topic[i]! + 1]! + 1;
  for (let t = 0; t < TOPIC_COUNT; t++) topicStart[t + 1] = topicStart[t + 1]! + topicStart[t]!;
  const next = topicStart.slice();
  const byTopic = new Uint16Array(ideas.count);
  const charm = new Float32Array(ideas.count * CHARM);
  const embedding = new Float32Array(ideas.count * EMBED_DIMS);
  for (let i = 0; i < ideas.count; i++) {
    const place = next[ideas.topic[i]!]!++;
    byTopic[place] = i;
    charm.set(ideas.charm.subarray(i * CHARM, (i + 1) * CHARM), place * CHARM);
    embedding.set(
      ideas.embedding.subarray(i * EMBED_DIMS, (i + 1) * EMBED_DIMS),
      place * EMBED_DIMS,
    );
  }
  return { topicStart, byTopic, charm, embedding };
}

/**
 * Of the first `count` places, the one a person is drawn to most: by style and a little by quality, and by `care` for
 * quality on top. The first of equals. STYLE_DIMS = 8, unrolled, and read once for all places: millions are compared
 * when a population is made.
 */
export function favourite(
  { style }: People,
  { charm: row }: Shelf,
  person: number,
  places: Int32Array,
  count: number,
  care: number,
): number {
  const p = person * STYLE_DIMS;
  const s0 = style[p]!;
  const s1 = style[p + 1]!;
  const s2 = style[p + 2]!;
  const s3 = style[p + 3]!;
  const s4 = style[p + 4]!;
  const s5 = style[p + 5]!;
  const s6 = style[p + 6]!;
  const s7 = style[p + 7]!;
  let best = -1;
  let bestScore = -1e9;
  for (let c = 0; c < count; c++) {
    const place = places[c]!;
    const i = place * CHARM;
    const quality = row[i + C_QUALITY]!;
    const charm =
      0.25 * quality +
      row[i]! * s0 +
      row[i + 1]! * s1 +
      row[i + 2]! * s2 +
      row[i + 3]! * s3 +
      row[i + 4]! * s4 +
      row[i + 5]! * s5 +
      row[i + 6]! * s6 +
      row[i + 7]! * s7;
    const score = charm + care * quality;
    if (score > bestScore) {
      bestScore = score;
      best = place;
    }
  }
  return best;
}
