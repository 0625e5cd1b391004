/** Inner products of embeddings, where the kernel has no row of them: unrolled, as engines do not unroll. */

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
