/**
 * The irreducible arithmetic: for every scored pair one inner product of two embeddings and a sigmoid per head, on
 * data that stays in the cache. What a simulation takes beyond it is what can still be saved.
 */
import { fastSigmoid } from '../determinism/fastMath.ts';
import { EMBED_DIMS, HEAD_COUNT } from '../sim/presets.ts';
import { dot16 } from '../sim/serving/dot.ts';

const ROWS = 256;

/** Seconds for `pairs` scored pairs; the best of three passes, the code being hot after the first. */
export function kernelSeconds(pairs: number): number {
  const table = Float32Array.from(
    { length: ROWS * EMBED_DIMS },
    (_, i) => ((i * 37) % 101) / 101 - 0.5,
  );
  const out = new Float32Array(ROWS * HEAD_COUNT);
  let best = Infinity;
  for (let pass = 0; pass < 3; pass++) {
    const begun = performance.now();
    for (let k = 0; k < pairs; k += ROWS) score(table, (k / ROWS) % ROWS, out);
    best = Math.min(best, (performance.now() - begun) / 1000);
  }
  // Read the result, so that no engine may drop the work.
  if (!(out[0]! > 0)) throw new Error('the kernel computed nothing');
  return best;
}

function score(table: Float32Array, query: number, out: Float32Array): void {
  for (let row = 0; row < ROWS; row++) {
    const dot = dot16(table, query * EMBED_DIMS, table, row * EMBED_DIMS);
    for (let h = 0; h < HEAD_COUNT; h++) out[row * HEAD_COUNT + h] = fastSigmoid(dot - h);
  }
}
