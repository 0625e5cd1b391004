/**
 * How long a request takes at a utilisation. Service is lognormal; in front of it stands a queue for one of `SLOTS`
 * slots. The chance to wait and the mean wait are Sakasegawa's and Allen and Cunneen's approximations for G/G/c,
 *
 *   P(wait) ≈ ρ^(√(2(c + 1)) − 1),   E[wait | wait] ≈ (c_a² + c_s²) / 2 · E[S] / (c (1 − ρ)),
 *
 * with Poisson arrivals (c_a² = 1) and c_s² = e^(σ²) − 1 (H. Sakasegawa 1977; A. O. Allen 1990, ch. 5). The wait itself
 * is taken as exponential, and to grow with the service time: quantiles of the sum are sums of quantiles, an upper
 * bound that is close where either part is small. Everything depends on ρ alone, so it is tabled once.
 */
import { fastSigmoid } from '../../determinism/fastMath.ts';
import { exp, log, pow } from '../../determinism/math.ts';
import { normalQuantile } from '../../determinism/special.ts';
import { DEADLINE_MS, SERVICE_MEDIAN_MS, SERVICE_SIGMA, SLOT_MS, SLOTS } from './design.ts';

const STEPS = 100;
/** Beyond it a steady state is out of reach; what is more than that is the backlog's. */
const HIGHEST = 0.98;
/** Columns of the table. */
const CHANCE = 0;
const WAIT = 1;
const P50 = 2;
const P99 = 3;
const MEAN = 4;
const MISS = 5;
const COLUMNS = 6;

const CS2 = exp(SERVICE_SIGMA * SERVICE_SIGMA) - 1;
const EXPONENT = Math.sqrt(2 * (SLOTS + 1)) - 1;

/** Wait (ms) that a share `p` of the requests does not exceed. */
export function waitQuantile(chance: number, mean: number, p: number): number {
  return 1 - p >= chance ? 0 : mean * log(chance / (1 - p));
}

const TABLE = (() => {
  const table = new Float64Array((STEPS + 1) * COLUMNS);
  for (let k = 0; k <= STEPS; k++) {
    const rho = (HIGHEST * k) / STEPS;
    const chance = rho === 0 ? 0 : pow(rho, EXPONENT);
    const wait = ((1 + CS2) / 2) * (SLOT_MS / (SLOTS * (1 - rho)));
    const time = (p: number): number =>
      SERVICE_MEDIAN_MS * exp(SERVICE_SIGMA * normalQuantile(p)) + waitQuantile(chance, wait, p);
    // The deadline's own quantile, by bisection.
    let low = 0.5;
    let high = 1 - 1e-9;
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (time(middle) > DEADLINE_MS) high = middle;
      else low = middle;
    }
    const at = k * COLUMNS;
    table[at + CHANCE] = chance;
    table[at + WAIT] = wait;
    table[at + P50] = time(0.5);
    table[at + P99] = time(0.99);
    table[at + MEAN] = SERVICE_MEDIAN_MS * exp((SERVICE_SIGMA * SERVICE_SIGMA) / 2) + chance * wait;
    table[at + MISS] = 1 - low;
  }
  return table;
})();

function read(column: number, rho: number): number {
  const at = (Math.min(HIGHEST, rho) * STEPS) / HIGHEST;
  const k = Math.min(STEPS - 1, Math.floor(at));
  const low = TABLE[k * COLUMNS + column]!;
  return low + (TABLE[(k + 1) * COLUMNS + column]! - low) * (at - k);
}

/** At a utilisation: chance of a wait; its mean (ms); quantiles and mean of the time (ms); share past the deadline. */
export const waitChance = (rho: number): number => read(CHANCE, rho);
export const waitMean = (rho: number): number => read(WAIT, rho);
export const medianMs = (rho: number): number => read(P50, rho);
export const p99Ms = (rho: number): number => read(P99, rho);
export const meanMs = (rho: number): number => read(MEAN, rho);
export const missShare = (rho: number): number => read(MISS, rho);

const Z99 = normalQuantile(0.99);

/**
 * Share of requests that take at most `ms`, as a lognormal with a median and a 99th percentile. The normal distribution
 * by Page's sigmoid (E. Page 1977): within 0.0002, and asked for some hundred times a minute in trouble.
 */
export function servedWithin(ms: number, median: number, p99: number): number {
  if (ms <= 0) return 0;
  const z = (log(ms / median) / log(p99 / median)) * Z99;
  return fastSigmoid(z * (1.5976 + 0.07056 * z * z));
}
