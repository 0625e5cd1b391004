/**
 * Luck within a request. Every draw is a hash of the request's seed and a counter of its own: an attempt that fails in
 * one world and not in another shifts nothing after it.
 */
const TWO_POW_MINUS_32 = 2.3283064365386963e-10;
const TWO_POW_MINUS_24 = 5.960464477539063e-8;

/** The k-th number of a source within the request, a uint32. */
export function drawAt(seed: number, source: number, k: number): number {
  let h = (seed + Math.imul(source * 1024 + k, 0x9e3779b1)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Integer in 0 … n − 1 from a uint32. */
export function below(draw: number, n: number): number {
  return Math.floor(draw * TWO_POW_MINUS_32 * n);
}

/** Jitter in [−½, ½) of an idea or a cell within the request: one multiplication, enough to shuffle near-equals. */
export function jitter(seed: number, id: number): number {
  const h = Math.imul(id + 1, seed | 1);
  return ((h ^ (h >>> 13)) >>> 8) * TWO_POW_MINUS_24 - 0.5;
}
