/**
 * Display noise on one lattice: a number per (member, half hour, stream), from which every cut of every metric takes
 * its noise, so that parts add up to their whole and averaging over cuts gains nothing; and a shared AR(1) factor.
 */
import { normal, subKey } from '../../determinism/random.ts';

export const BUCKET_MINUTES = 30;
/** Persistence of the shared factor from one half hour to the next. */
const SHARED_RHO = 0.8;
const SHARED_MEMORY = 24;

export interface NoiseLattice {
  readonly key: number;
  readonly members: number;
  /** Nothing is added to what is expected: for those who weigh readings, not for those who take them. */
  readonly silent: boolean;
  readonly cells: Map<number, Float32Array>;
  readonly shared: Map<number, number>;
}

export function createLattice(key: number, members: number): NoiseLattice {
  return { key, members, silent: false, cells: new Map(), shared: new Map() };
}

/** A lattice without noise. */
export function createSilence(members: number): NoiseLattice {
  return { ...createLattice(0, members), silent: true };
}

/** Bytes of numbers kept, and half hours at least; when they are full all are dropped and, being counter-based, come back the same. */
const KEEP_BYTES = 64 * 1024 * 1024;
const KEEP_LEAST = 1600;

/** Standard normal numbers of a half hour, one a member. */
export function cellNoise(lattice: NoiseLattice, stream: number, bucket: number): Float32Array {
  // Silence is the same at every hour.
  const id = lattice.silent ? 0 : bucket * 16 + stream;
  const known = lattice.cells.get(id);
  if (known !== undefined) return known;
  const z = new Float32Array(lattice.members);
  if (lattice.silent) {
    lattice.cells.set(id, z);
    return z;
  }
  const key = subKey(lattice.key, stream);
  for (let m = 0; m < z.length; m++) z[m] = normal(key, bucket, m);
  const most = Math.max(KEEP_LEAST, KEEP_BYTES / z.byteLength);
  if (lattice.cells.size > most) lattice.cells.clear();
  lattice.cells.set(id, z);
  return z;
}

/** The shared factor of a half hour: AR(1) with unit variance, a moving sum of its own past draws. */
export function sharedNoise(lattice: NoiseLattice, stream: number, bucket: number): number {
  if (lattice.silent) return 0;
  const id = bucket * 16 + stream;
  const known = lattice.shared.get(id);
  if (known !== undefined) return known;
  const key = subKey(lattice.key, 1000 + stream);
  let sum = 0;
  let weight = 1;
  let squares = 0;
  for (let back = 0; back < SHARED_MEMORY; back++) {
    sum += weight * normal(key, bucket - back, 0);
    squares += weight * weight;
    weight *= SHARED_RHO;
  }
  const value = sum / Math.sqrt(squares);
  lattice.shared.set(id, value);
  return value;
}

/**
 * Variance of the shared factor's mean over `n` half hours, that of one being 1: AR(1) with coefficient ρ,
 * (1 + 2 Σ (1 − k/n) ρᵏ) / n.
 */
export function sharedVariance(n: number): number {
  let sum = 1;
  let power = 1;
  for (let k = 1; k < n; k++) {
    power *= SHARED_RHO;
    sum += 2 * (1 - k / n) * power;
  }
  return sum / n;
}
