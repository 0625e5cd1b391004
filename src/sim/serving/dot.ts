/** Inner products of embeddings, unrolled: engines do not unroll them, and they are the most frequent arithmetic here. */

/** Σ a[i + d] · b[j + d] over EMBED_DIMS = 16 places, summed in a fixed order. */
export function dot16(a: Float32Array, i: number, b: Float32Array, j: number): number {
  return (
    a[i]! * b[j]! +
    a[i + 1]! * b[j + 1]! +
    a[i + 2]! * b[j + 2]! +
    a[i + 3]! * b[j + 3]! +
    (a[i + 4]! * b[j + 4]! +
      a[i + 5]! * b[j + 5]! +
      a[i + 6]! * b[j + 6]! +
      a[i + 7]! * b[j + 7]!) +
    (a[i + 8]! * b[j + 8]! +
      a[i + 9]! * b[j + 9]! +
      a[i + 10]! * b[j + 10]! +
      a[i + 11]! * b[j + 11]!) +
    (a[i + 12]! * b[j + 12]! +
      a[i + 13]! * b[j + 13]! +
      a[i + 14]! * b[j + 14]! +
      a[i + 15]! * b[j + 15]!)
  );
}

/**
 * Inner products of one query (16 places from `at`) with the rows `first … end − 1` of a table, to `out[0 …]`. The bits
 * are those of `dot16`; keeping the query in locals and the table in doubles, which need no widening, makes it a good
 * deal faster.
 */
export function dotRows(
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

/** The same with the rows `list[0 … n − 1]` of a table of single precision. */
export function dotList(
  query: Float32Array,
  at: number,
  table: Float32Array,
  list: Int32Array,
  n: number,
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
  for (let k = 0; k < n; k++) {
    const j = list[k]! * 16;
    out[k] =
      q0 * table[j]! +
      q1 * table[j + 1]! +
      q2 * table[j + 2]! +
      q3 * table[j + 3]! +
      (q4 * table[j + 4]! + q5 * table[j + 5]! + q6 * table[j + 6]! + q7 * table[j + 7]!) +
      (q8 * table[j + 8]! + q9 * table[j + 9]! + q10 * table[j + 10]! + q11 * table[j + 11]!) +
      (q12 * table[j + 12]! + q13 * table[j + 13]! + q14 * table[j + 14]! + q15 * table[j + 15]!);
  }
}
