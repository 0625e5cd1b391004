/**
 * Embeddings of two versions in one index. The query speaks the new version; an idea that has not been embedded anew
 * still speaks the old one, and across versions an inner product means nothing. A fixed orthogonal map (a permutation
 * of axes with changed signs) stands for the change of version: it keeps lengths, and its products are as large as
 * ever, only unrelated.
 */
import { EMBED_DIMS } from '../../presets.ts';

const AXIS = Uint8Array.from({ length: EMBED_DIMS }, (_, d) => (d * 7 + 5) % EMBED_DIMS);
const foreign = new Float32Array(EMBED_DIMS);

/** The query as an idea of the other version would see it. Overwritten by the next call. */
export function foreignQuery(query: Float32Array, at: number): Float32Array {
  for (let d = 0; d < EMBED_DIMS; d++)
    foreign[d] = (d & 1) === 0 ? query[at + AXIS[d]!]! : -query[at + AXIS[d]!]!;
  return foreign;
}

/** Has an idea been embedded in the query's version, where `agreement` (0 … 1) of the index has? */
export function agreesWith(idea: number, agreement: number): boolean {
  return (Math.imul(idea + 1, 0x85ebca6b) >>> 0) * 2.3283064365386963e-10 < agreement;
}
