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

export function quality(shelf: Shelf, place: number): number {
  return shelf.charm[place * CHARM + C_QUALITY]!;
}

/** How much a person is drawn to the idea at a place: by style, and a little by quality. STYLE_DIMS = 8, unrolled. */
export function charm({ style }: People, shelf: Shelf, person: number, place: number): number {
  const row = shelf.charm;
  const i = place * CHARM;
  const p = person * STYLE_DIMS;
  return (
    0.25 * row[i + C_QUALITY]! +
    row[i]! * style[p]! +
    row[i + 1]! * style[p + 1]! +
    row[i + 2]! * style[p + 2]! +
    row[i + 3]! * style[p + 3]! +
    row[i + 4]! * style[p + 4]! +
    row[i + 5]! * style[p + 5]! +
    row[i + 6]! * style[p + 6]! +
    row[i + 7]! * style[p + 7]!
  );
}
