/**
 * Embeddings of two versions in one index. The query speaks the new version; an idea that has not been embedded anew
 * still speaks the old one, and across versions an inner product means nothing. A fixed orthogonal map (a permutation
 * of axes with changed signs) stands for the change of version: it keeps lengths, and its products are as large as
 * ever, only unrelated.
 */
import { EMBED_DIMS } from '../../presets.ts';

const AXIS = Uint8Array.from({ length: EMBED_DIMS }, (_, d) => (d * 7 + 5) % EMBED_DIMS);

/** The query as an idea of the other version would see it, to `foreign`; which ideas those are, the kernel knows. */
export function setForeign(query: Float32Array, foreign: Float32Array): void {
  for (let d = 0; d < EMBED_DIMS; d++)
    foreign[d] = (d & 1) === 0 ? query[AXIS[d]!]! : -query[AXIS[d]!]!;
}
