/**
 * The irreducible arithmetic of a run's scored pairs, as tight as it can be written, on data that stays in the cache:
 * an inner product for every row that retrieval scored, and for every ranked pair an inner product and four logistic
 * heads over the features that differ between the candidates of a request. What a simulation takes beyond it is what
 * can still be saved.
 */
import { fastSigmoid } from '../determinism/fastMath.ts';
import { EMBED_DIMS, HEAD_COUNT } from '../sim/presets.ts';
import { dot16 } from '../sim/serving/dot.ts';

const ROWS = 256;
/**
 * Features of a pair that are not the same for a whole request: eight numbers (embedding, topic share, two of what was
 * seen, two rates, freshness, exposure) and five ones out of many (topic, creator's tier, source, place, price).
 */
const DENSE = 8;
const HOTS = 5;
const WIDTH = 64;

export interface KernelSeconds {
  /** Retrieval's rows, ranked pairs' inner products and heads. */
  readonly whole: number;
  /** An inner product and four sigmoids a ranked pair, nothing else. */
  readonly ranked: number;
}

const table = Float32Array.from(
  { length: ROWS * EMBED_DIMS },
  (_, i) => ((i * 37) % 101) / 101 - 0.5,
);
const rows = Float64Array.from(table);
const dots = new Float64Array(ROWS);
const out = new Float32Array(ROWS * HEAD_COUNT);
const dense = Float64Array.from({ length: ROWS * DENSE }, (_, i) => ((i * 53) % 97) / 97 - 0.5);
const hot = Uint8Array.from(
  { length: ROWS * HOTS },
  (_, i) => DENSE + ((i * 29) % (WIDTH - DENSE)),
);
const weights = Float64Array.from(
  { length: HEAD_COUNT * WIDTH },
  (_, i) => ((i * 41) % 89) / 89 - 0.5,
);

/** `cpu`: seconds of processor time so far. */
export function kernelSeconds(
  rowsScored: number,
  pairsRanked: number,
  cpu: () => number,
): KernelSeconds {
  const begun = cpu();
  retrieve(rowsScored);
  rankFully(pairsRanked);
  const between = cpu();
  rankNarrowly(pairsRanked);
  const ranked = cpu() - between;
  // Read the results, so that no engine may drop the work.
  if (!(out[0]! > 0) || Number.isNaN(dots[0]!)) throw new Error('the kernel computed nothing');
  return { whole: between - begun, ranked };
}

function retrieve(amount: number): void {
  for (let k = 0; k < amount; k += ROWS)
    dotRows(table, ((k / ROWS) % ROWS) * EMBED_DIMS, rows, 0, ROWS, dots);
}

function rankFully(amount: number): void {
  for (let k = 0; k < amount; k += ROWS) {
    dotRows(table, ((k / ROWS) % ROWS) * EMBED_DIMS, rows, 0, ROWS, dots);
    for (let h = 0; h < HEAD_COUNT; h++) head(h);
  }
}

/** One head over all pairs: its dense weights in locals, as they are used most. */
function head(h: number): void {
  const b = h * WIDTH;
  const w0 = weights[b]!;
  const w1 = weights[b + 1]!;
  const w2 = weights[b + 2]!;
  const w3 = weights[b + 3]!;
  const w4 = weights[b + 4]!;
  const w5 = weights[b + 5]!;
  const w6 = weights[b + 6]!;
  const w7 = weights[b + 7]!;
  for (let row = 0; row < ROWS; row++) {
    const x = row * DENSE;
    const i = row * HOTS;
    out[row * HEAD_COUNT + h] = fastSigmoid(
      w0 * dots[row]! +
        w1 * dense[x + 1]! +
        w2 * dense[x + 2]! +
        w3 * dense[x + 3]! +
        (w4 * dense[x + 4]! + w5 * dense[x + 5]! + w6 * dense[x + 6]! + w7 * dense[x + 7]!) +
        (weights[b + hot[i]!]! + weights[b + hot[i + 1]!]! + weights[b + hot[i + 2]!]!) +
        (weights[b + hot[i + 3]!]! + weights[b + hot[i + 4]!]!),
    );
  }
}

function rankNarrowly(amount: number): void {
  for (let k = 0; k < amount; k += ROWS) {
    const query = ((k / ROWS) % ROWS) * EMBED_DIMS;
    for (let row = 0; row < ROWS; row++) {
      const dot = dot16(table, query, table, row * EMBED_DIMS);
      for (let h = 0; h < HEAD_COUNT; h++) out[row * HEAD_COUNT + h] = fastSigmoid(dot - h);
    }
  }
}

/** Inner products of one query (16 places from `at`) with the rows `first … end − 1` of a table, to `out[0 …]`. */
function dotRows(
  query: Float32Array,
  at: number,
  rows: Float64Array,
  first: number,
  end: number,
  out: Float64Array,
): void {
  const q0 = query[at]!;
  const q1 = query[at + 1]!;
  const q2 = query[at + 2]!;
  const q3 = query[at + 3]!;
  const q4 = query[at + 4]!;
  const q5 = query[at + 5]!;
  const q6 = query[at + 6]!;
  const q7 = query[at + 7]!;
  const q8 = query[at + 8]!;
  const q9 = query[at + 9]!;
  const q10 = query[at + 10]!;
  const q11 = query[at + 11]!;
  const q12 = query[at + 12]!;
  const q13 = query[at + 13]!;
  const q14 = query[at + 14]!;
  const q15 = query[at + 15]!;
  for (let row = first; row < end; row++) {
    const j = row * 16;
    out[row - first] =
      q0 * rows[j]! +
      q1 * rows[j + 1]! +
      q2 * rows[j + 2]! +
      q3 * rows[j + 3]! +
      (q4 * rows[j + 4]! + q5 * rows[j + 5]! + q6 * rows[j + 6]! + q7 * rows[j + 7]!) +
      (q8 * rows[j + 8]! + q9 * rows[j + 9]! + q10 * rows[j + 10]! + q11 * rows[j + 11]!) +
      (q12 * rows[j + 12]! + q13 * rows[j + 13]! + q14 * rows[j + 14]! + q15 * rows[j + 15]!);
  }
}
