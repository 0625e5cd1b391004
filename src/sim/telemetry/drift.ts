/** Drift of the ranker's inputs between two days of rows, and how much of the catalogue is reached. */
import { log } from '../../determinism/math.ts';
import { ROW_FLOATS, ROW_INPUTS, type RowChunk, type RowInput } from '../data/rows.ts';
import type { Coverage } from '../data/diaryShape.ts';
import type { Preset } from '../presets.ts';
import type { World } from '../world.ts';

const BINS = 10;
/** Added to every bin's share, so that an empty one costs much and not everything. */
const FLOOR = 1e-4;

/**
 * Population stability index of an input: Σ (a − b) · ln(a / b) over deciles of the reference day. Below 0.1 nothing,
 * above 0.25 another population (Siddiqi 2006). `select`: rows compared.
 */
export function psi(
  reference: RowChunk,
  today: RowChunk,
  input: RowInput,
  select: (chunk: RowChunk, row: number) => boolean = () => true,
): number {
  const values = (chunk: RowChunk): { x: number[]; w: number[] } => {
    const x: number[] = [];
    const w: number[] = [];
    for (let r = 0; r < chunk.length; r++) {
      if (!select(chunk, r)) continue;
      x.push(chunk.features[r * ROW_FLOATS + ROW_INPUTS[input]]!);
      w.push(chunk.weight[r]!);
    }
    return { x, w };
  };
  const then = values(reference);
  const now = values(today);
  if (then.x.length < BINS || now.x.length === 0) return 0;
  const sorted = Float64Array.from(then.x).sort();
  const edges = Array.from(
    { length: BINS - 1 },
    (_, k) => sorted[Math.floor(((k + 1) * sorted.length) / BINS)]!,
  );
  return indexOf(binned(now, edges), binned(then, edges));
}

/** Shares of weighted values between edges, each with its floor. */
function binned(
  { x, w }: { readonly x: ArrayLike<number>; readonly w: ArrayLike<number> | null },
  edges: readonly number[],
): Float64Array {
  const out = new Float64Array(BINS);
  let sum = 0;
  for (let k = 0; k < x.length; k++) {
    let bin = 0;
    while (bin < BINS - 1 && x[k]! > edges[bin]!) bin++;
    const weight = w === null ? 1 : w[k]!;
    out[bin] = out[bin]! + weight;
    sum += weight;
  }
  return out.map((v) => v / sum + FLOOR);
}

function indexOf(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let k = 0; k < BINS; k++) total += (a[k]! - b[k]!) * log(a[k]! / b[k]!);
  return total;
}

/** The same index between two samples of equal weight, the reference ascending; 0 where either is too small. */
export function psiOfSamples(reference: Float32Array, today: Float32Array): number {
  if (reference.length < BINS || today.length === 0) return 0;
  const edges = Array.from(
    { length: BINS - 1 },
    (_, k) => reference[Math.floor(((k + 1) * reference.length) / BINS)]!,
  );
  return indexOf(binned({ x: today, w: null }, edges), binned({ x: reference, w: null }, edges));
}

/** Days a fresh idea has to be seen, and days it counts as fresh. */
const FRESH_DAYS = 3;
const FRESH_FOR = 7;
/** Share of all impressions that fresh ideas have on an ordinary day: baseline of the catalogue (A2). */
const FRESH_SHARE = 0.12;
export const IMPRESSIONS_PER_SESSION = 42;
/** Part of an even share of those that counts as having been seen. Design value: most fresh ideas reach it, many do not. */
const SEEN_PART = 0.75;

/** Impressions within the first days that count as having been seen, in a world of this size. */
function seenFrom(preset: Preset): number {
  const fresh = preset.sessionsPerDay * IMPRESSIONS_PER_SESSION * FRESH_SHARE;
  return (SEEN_PART * fresh * FRESH_DAYS) / (FRESH_FOR * preset.inflow);
}

/** How much of what there is reaches anybody, as the day stands. */
export function coverage(world: World): Coverage {
  const { ideas, counters } = world;
  const { day } = world.today;
  const enough = seenFrom(world.preset);
  let young = 0;
  let reached = 0;
  let live = 0;
  let shown = 0;
  for (let i = 0; i < ideas.count; i++) {
    if (ideas.live[i] === 0) continue;
    live++;
    if (counters.servedToday[i]! > 0) shown++;
    const age = day - ideas.birthDay[i]!;
    if (age !== FRESH_DAYS - 1 && age !== FRESH_DAYS) continue;
    young++;
    if (ideas.shown[i]! >= enough) reached++;
  }
  return {
    fresh: young === 0 ? 0 : reached / young,
    catalogue: live === 0 ? 0 : shown / live,
  };
}
