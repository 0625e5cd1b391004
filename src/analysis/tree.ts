/**
 * A small regression tree over labels: finds the groups of people whose loss differs, without being told along which
 * dimension. Breiman et al. (1984), binary splits of categories ordered by their mean, which is exact for squared error
 * (Fisher 1958).
 */
import type { Conjunction, Dimension } from '../sim/segments.ts';

export interface Observations {
  /** Value per member; NaN: left out. */
  readonly value: Float64Array;
  readonly weight: Float64Array;
  readonly labels: ReadonlyMap<Dimension, readonly string[]>;
}

export interface Leaf {
  readonly where: Conjunction;
  readonly members: readonly number[];
  /** Weighted mean of the value, its standard error, and the share of all weight. */
  readonly mean: number;
  readonly error: number;
  readonly share: number;
}

const MOST_DEPTH = 3;
const FEWEST_MEMBERS = 25;
/** Split only where the two sides differ by this many standard errors: many cuts are tried. */
const SPLIT_AT = 4;

export function growTree(data: Observations): Leaf[] {
  const all: number[] = [];
  let total = 0;
  for (let m = 0; m < data.value.length; m++) {
    if (Number.isNaN(data.value[m]!)) continue;
    all.push(m);
    total += data.weight[m]!;
  }
  const leaves: Leaf[] = [];
  grow(data, all, {}, 0, total, leaves);
  return leaves;
}

interface Moments {
  readonly mean: number;
  /** Variance of the mean. */
  readonly variance: number;
  readonly weight: number;
}

/** Weighted mean and its variance, by the usual sandwich for unequal weights. */
function moments(data: Observations, members: readonly number[]): Moments {
  let w = 0;
  let sum = 0;
  for (const m of members) {
    w += data.weight[m]!;
    sum += data.weight[m]! * data.value[m]!;
  }
  const mean = w === 0 ? 0 : sum / w;
  let squares = 0;
  for (const m of members) {
    const d = data.weight[m]! * (data.value[m]! - mean);
    squares += d * d;
  }
  return { mean, variance: w === 0 ? 0 : squares / (w * w), weight: w };
}

interface Split {
  readonly dimension: Dimension;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly gain: number;
}

function grow(
  data: Observations,
  members: readonly number[],
  where: Conjunction,
  depth: number,
  total: number,
  out: Leaf[],
): void {
  const split = depth < MOST_DEPTH ? bestSplit(data, members) : null;
  if (split === null) {
    const { mean, variance, weight } = moments(data, members);
    out.push({
      where,
      members,
      mean,
      error: Math.sqrt(variance),
      share: total === 0 ? 0 : weight / total,
    });
    return;
  }
  const labels = data.labels.get(split.dimension) ?? [];
  for (const side of [split.left, split.right]) {
    const mine = members.filter((m) => side.includes(labels[m]!));
    grow(data, mine, { ...where, [split.dimension]: side }, depth + 1, total, out);
  }
}

function bestSplit(data: Observations, members: readonly number[]): Split | null {
  let best: Split | null = null;
  for (const [dimension, labels] of data.labels) {
    const byLabel = new Map<string, number[]>();
    for (const m of members) {
      const label = labels[m]!;
      const list = byLabel.get(label);
      if (list === undefined) byLabel.set(label, [m]);
      else list.push(m);
    }
    if (byLabel.size < 2) continue;
    const ordered = [...byLabel]
      .map(([label, list]) => ({ label, list, mean: moments(data, list).mean }))
      .toSorted((a, b) => a.mean - b.mean || (a.label < b.label ? -1 : 1));
    for (let cut = 1; cut < ordered.length; cut++) {
      const left = ordered.slice(0, cut).flatMap((o) => o.list);
      const right = ordered.slice(cut).flatMap((o) => o.list);
      if (left.length < FEWEST_MEMBERS || right.length < FEWEST_MEMBERS) continue;
      const a = moments(data, left);
      const b = moments(data, right);
      const t = Math.abs(a.mean - b.mean) / Math.sqrt(a.variance + b.variance + 1e-12);
      if (t < SPLIT_AT) continue;
      // Drop in squared error: between-group sum of squares.
      const gain =
        ((a.weight * b.weight) / (a.weight + b.weight)) * (a.mean - b.mean) * (a.mean - b.mean);
      if (best === null || gain > best.gain) {
        best = {
          dimension,
          left: ordered.slice(0, cut).map((o) => o.label),
          right: ordered.slice(cut).map((o) => o.label),
          gain,
        };
      }
    }
  }
  return best;
}
