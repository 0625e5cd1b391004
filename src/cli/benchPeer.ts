/**
 * The workload shared with T-RECS, an open simulator of recommender effects: recommend what was chosen most. Every step
 * scores each person against each item and takes the ten best with ties broken at random; the person takes the one of
 * greatest true worth × rank^−0.8; then the counts are brought up to date. Selection, inner products, draws and counters
 * are those of serving and of the feature store.
 */
import { pow } from '../determinism/math.ts';
import { normal, streamKey, subKey, uniform } from '../determinism/random.ts';
import { createCounters, type Counters } from '../sim/data/counters.ts';
import { dot16 } from '../sim/serving/dot.ts';
import { jitter } from '../sim/serving/sources/draws.ts';
import { offer } from './topK.ts';

const ATTRIBUTES = 20;
/** Attributes and zeros up to twice the width of an inner product. */
const PADDED = 32;
const SLATE = 10;
/** Pairs scored per size, at least: enough for a second or so. */
const PAIRS = 4e8;

/** What T-RECS did a second, stock and with its top-K replaced by a plain partition, on two shared cores. */
const SIZES = [
  { users: 1_000, items: 1_000, stock: 2_790, patched: 32_400 },
  { users: 1_000, items: 5_000, stock: 420, patched: 4_760 },
  { users: 10_000, items: 1_000, stock: 2_520, patched: 21_300 },
  { users: 10_000, items: 5_000, stock: null, patched: null },
] as const;

export interface PeerRow {
  readonly users: number;
  readonly items: number;
  readonly steps: number;
  readonly interactions_per_s: number;
  readonly times_stock: number | null;
  readonly times_patched: number | null;
}

interface Market {
  /** `users × PADDED` and `items × PADDED`. */
  readonly tastes: Float32Array;
  readonly traits: Float32Array;
  readonly counters: Counters;
}

const RANK_WORTH = Float64Array.from({ length: SLATE }, (_, rank) => pow(rank + 1, -0.8));
const ids = new Int32Array(SLATE);
const scores = new Float64Array(SLATE);

/** One row per size. `cpu`: seconds of processor time so far. */
export function peerRows(cpu: () => number): PeerRow[] {
  return SIZES.map(({ users, items, stock, patched }) => {
    const market = marketOf(users, items);
    const steps = Math.ceil(PAIRS / (users * items));
    const begun = cpu();
    for (let step = 0; step < steps; step++) takeStep(market, users, items, step);
    const rate = (users * steps) / (cpu() - begun);
    const times = (other: number | null): number | null =>
      other === null ? null : Number((rate / other).toFixed(1));
    return {
      users,
      items,
      steps,
      interactions_per_s: Math.round(rate),
      times_stock: times(stock),
      times_patched: times(patched),
    };
  });
}

function takeStep(market: Market, users: number, items: number, step: number): void {
  const { counters } = market;
  const chosen = new Int32Array(users);
  for (let user = 0; user < users; user++) {
    const n = recommend(counters.saves, items, subKey(subKey(1, step), user) | 0);
    chosen[user] = choose(market, user, n);
  }
  // Nobody's choice is in the counts before everybody has chosen.
  for (const item of chosen) counters.saves[item] = counters.saves[item]! + 1;
}

/** The best items by count. Jitter is less than a half to either side: it orders equals and nothing else. */
function recommend(counts: Float32Array, items: number, seed: number): number {
  let n = 0;
  // A count up to here does not get in, whatever its luck.
  let bar = -Infinity;
  for (let item = 0; item < items; item++) {
    const count = counts[item]!;
    if (count <= bar) continue;
    n = offer(ids, scores, n, SLATE, item, count + jitter(seed, item));
    if (n === SLATE) bar = scores[SLATE - 1]! - 0.5;
  }
  return n;
}

function choose({ tastes, traits }: Market, user: number, n: number): number {
  let best = 0;
  let most = -1;
  for (let rank = 0; rank < n; rank++) {
    const a = user * PADDED;
    const b = ids[rank]! * PADDED;
    const worth =
      (dot16(tastes, a, traits, b) + dot16(tastes, a + 16, traits, b + 16)) * RANK_WORTH[rank]!;
    if (worth > most) {
      most = worth;
      best = ids[rank]!;
    }
  }
  return best;
}

function marketOf(users: number, items: number): Market {
  return {
    tastes: dirichletRows(streamKey('1', 'tastes'), users, 0.5),
    traits: dirichletRows(streamKey('1', 'traits'), items, 0.2),
    counters: createCounters(items),
  };
}

function dirichletRows(key: number, count: number, shape: number): Float32Array {
  const rows = new Float32Array(count * PADDED);
  for (let i = 0; i < count; i++) {
    const row = rows.subarray(i * PADDED, i * PADDED + ATTRIBUTES);
    let sum = 0;
    for (let a = 0; a < ATTRIBUTES; a++) {
      row[a] = gamma(subKey(subKey(key, i), a), shape);
      sum += row[a]!;
    }
    for (let a = 0; a < ATTRIBUTES; a++) row[a] = row[a]! / sum;
  }
  return rows;
}

/** A gamma variate of a shape below one: Marsaglia and Tsang (2000), with one more of shape and a power of a uniform. */
function gamma(key: number, shape: number): number {
  const d = shape + 1 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let k = 0; ; k++) {
    const x = normal(key, k, 0);
    const v = (1 + c * x) ** 3;
    const u = uniform(key, k, 1);
    if (v > 0 && u < 1 - 0.0331 * x ** 4) return d * v * pow(uniform(key, k, 2), 1 / shape);
  }
}
