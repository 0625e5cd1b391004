/** The retrieval index: ideas grouped into topic × look cells with a centroid each, rebuilt by a daily job. */
import { EMBED_DIMS, LOOK_COUNT, TOPIC_COUNT } from '../presets.ts';
import type { Ideas } from '../ideas/ideas.ts';

export const CELL_COUNT = TOPIC_COUNT * LOOK_COUNT;

export const NO_ROW = 0xffff;

/** Never written once it is built: its identity stands for its contents. */
export interface RetrievalIndex {
  readonly builtTick: number;
  /** `CELL_COUNT + 1` starts into `members`. */
  readonly start: Int32Array;
  readonly members: Int32Array;
  /** Row of an idea in `members`; NO_ROW: the index does not hold it. As long as the catalogue may become. */
  readonly rowOf: Uint16Array;
  /** Of each of `members`: topic, look, region and price tier, a byte each, the topic lowest. */
  readonly traits: Uint32Array;
  /** Embedding of each of `members` in their order, `members × EMBED_DIMS`: a cell's rows lie side by side. */
  readonly embedding: Float32Array;
  /** `CELL_COUNT × EMBED_DIMS`. */
  readonly centroid: Float32Array;
  /** Live ideas younger than seven days at build time. */
  readonly fresh: Int32Array;
}

export function cellOf(ideas: Ideas, idea: number): number {
  return ideas.topic[idea]! * LOOK_COUNT + ideas.look[idea]!;
}

export function buildIndex(ideas: Ideas, tick: number, today: number): RetrievalIndex {
  const start = new Int32Array(CELL_COUNT + 1);
  let live = 0;
  let young = 0;
  for (let i = 0; i < ideas.count; i++) {
    if (ideas.live[i] === 0) continue;
    live++;
    const c = cellOf(ideas, i) + 1;
    start[c] = start[c]! + 1;
    if (today - ideas.birthDay[i]! < 7) young++;
  }
  for (let c = 0; c < CELL_COUNT; c++) start[c + 1] = start[c + 1]! + start[c]!;
  const members = new Int32Array(live);
  const fresh = new Int32Array(young);
  const rowOf = new Uint16Array(ideas.capacity).fill(NO_ROW);
  const traits = new Uint32Array(live);
  const embedding = new Float32Array(live * EMBED_DIMS);
  const centroid = new Float32Array(CELL_COUNT * EMBED_DIMS);
  const at = start.slice();
  let f = 0;
  for (let i = 0; i < ideas.count; i++) {
    if (ideas.live[i] === 0) continue;
    const c = cellOf(ideas, i);
    const row = at[c]!;
    members[row] = i;
    rowOf[i] = row;
    traits[row] =
      ideas.topic[i]! | (ideas.look[i]! << 8) | (ideas.region[i]! << 16) | (ideas.price[i]! << 24);
    at[c] = row + 1;
    for (let d = 0; d < EMBED_DIMS; d++) {
      const e = ideas.embedding[i * EMBED_DIMS + d]!;
      embedding[row * EMBED_DIMS + d] = e;
      centroid[c * EMBED_DIMS + d] = centroid[c * EMBED_DIMS + d]! + e;
    }
    if (today - ideas.birthDay[i]! < 7) fresh[f++] = i;
  }
  for (let c = 0; c < CELL_COUNT; c++) {
    const n = start[c + 1]! - start[c]!;
    if (n === 0) continue;
    for (let d = 0; d < EMBED_DIMS; d++)
      centroid[c * EMBED_DIMS + d] = centroid[c * EMBED_DIMS + d]! / n;
  }
  return {
    builtTick: tick,
    start,
    members,
    rowOf,
    traits,
    embedding,
    centroid,
    fresh,
  };
}
