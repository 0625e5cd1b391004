/**
 * Offline evaluation: how well weights order and scale logged rows of a day they have not read. As in life it is biased
 * by the logging policy, since rows exist only for what was shown; the ranking figure is taken from the slice that was
 * shown at random. It reads the labels the training reads, and so shares their faults.
 */
import { LN2, log } from '../../determinism/math.ts';
import type { OfflineFigures, SliceFigures } from '../delivery/registry.ts';
import { HOME, SLATE_SIZE } from '../presets.ts';
import { PLATFORMS } from '../segments.ts';
import type { World } from '../world.ts';
import { JOIN_RATE, labelReader } from './labels.ts';
import { leakingShare, leakOf } from './leak.ts';
import { FLAG_RANDOM, LABEL_CLOSEUP, LABEL_SAVE, type LabelReader, type RowChunk } from './rows.ts';
import { scoreRows } from './score.ts';
import type { Weights } from './train.ts';

/** Scores fall into so many bins of equal width on the scale of probability's square root. */
const BINS = 2048;

/** Weight of saved and of refused rows by bin of score, and what was stated. */
interface Histogram {
  readonly good: Float64Array;
  readonly bad: Float64Array;
  stated: number;
  rows: number;
}

function histogram(): Histogram {
  return { good: new Float64Array(BINS), bad: new Float64Array(BINS), stated: 0, rows: 0 };
}

function add(h: Histogram, bin: number, saved: boolean, weight: number, stated: number): void {
  const side = saved ? h.good : h.bad;
  side[bin] = side[bin]! + weight;
  h.stated += stated;
  h.rows++;
}

/** The histogram of all the rows of several. */
function together(parts: readonly Histogram[]): Histogram {
  const sum = histogram();
  for (const part of parts) {
    for (let k = 0; k < BINS; k++) {
      sum.good[k] = sum.good[k]! + part.good[k]!;
      sum.bad[k] = sum.bad[k]! + part.bad[k]!;
    }
    sum.stated += part.stated;
    sum.rows += part.rows;
  }
  return sum;
}

/** AUC, ties within a bin counted half, and calibration. */
function figuresOf(h: Histogram): SliceFigures {
  let saved = 0;
  let below = 0;
  let wins = 0;
  for (let k = 0; k < BINS; k++) {
    wins += h.good[k]! * (below + h.bad[k]! / 2);
    below += h.bad[k]!;
    saved += h.good[k]!;
  }
  return {
    auc: saved > 0 && below > 0 ? wins / (saved * below) : 0.5,
    calibration: saved > 0 ? (h.stated * JOIN_RATE) / saved : 1,
    rows: h.rows,
  };
}

/** Worth of a row in the ranking figure: a save, and less for an opening. */
const SAVE_GAIN = 3;
const CLOSEUP_GAIN = 1;

/**
 * NDCG@25 of home slates shown in random order (Järvelin and Kekäläinen 2002): a person's rows of one minute are one
 * slate. Rows without an action are thinned in the log, which is the same for every version compared.
 */
export function ndcgOf(chunk: RowChunk, p: Float64Array, read: LabelReader): number {
  let sum = 0;
  let slates = 0;
  let r = 0;
  while (r < chunk.length) {
    const person = chunk.person[r]!;
    const minute = chunk.minute[r]!;
    const rows: number[] = [];
    for (; r < chunk.length && chunk.person[r] === person && chunk.minute[r] === minute; r++)
      if (chunk.surface[r] === HOME && (chunk.flags[r]! & FLAG_RANDOM) !== 0) rows.push(r);
    if (rows.length < 2) continue;
    const gain = (row: number): number => {
      const labels = read(chunk, row, chunk.labels[row]!);
      return (labels & LABEL_SAVE) !== 0
        ? SAVE_GAIN
        : (labels & LABEL_CLOSEUP) !== 0
          ? CLOSEUP_GAIN
          : 0;
    };
    const gains = rows.map(gain);
    if (!gains.some((g) => g > 0)) continue;
    const ideal = dcg(gains.toSorted((a, b) => b - a));
    const order = rows.map((_, k) => k).sort((a, b) => p[rows[b]!]! - p[rows[a]!]! || a - b);
    sum += dcg(order.map((k) => gains[k]!)) / ideal;
    slates++;
  }
  return slates === 0 ? 0 : sum / slates;
}

/** By place: what its gain is divided by. */
const PLACE_LOG = Float64Array.from({ length: SLATE_SIZE }, (_, k) => log(k + 2));

function dcg(gains: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < Math.min(SLATE_SIZE, gains.length); k++)
    sum += (gains[k]! * LN2) / PLACE_LOG[k]!;
  return sum;
}

/** Evaluates weights of a version on a day's rows, with the labels the version's training would read at `tick`. */
export function evaluateOffline(
  world: World,
  version: string,
  weights: Weights,
  chunk: RowChunk,
  tick: number,
): OfflineFigures {
  const read = labelReader(world, version, tick);
  const leaking = leakingShare(world, version, tick);
  const p = scoreRows(weights, chunk, leaking === null ? null : leakOf(world, chunk, leaking));
  const { platform } = world.people;
  const byPlatform = PLATFORMS.map(histogram);
  const byTenure = [histogram(), histogram()];
  for (let r = 0; r < chunk.length; r++) {
    const weight = chunk.weight[r]!;
    const bin = Math.min(BINS - 1, Math.floor(Math.sqrt(p[r]!) * BINS));
    const logged = chunk.labels[r]!;
    const saved = logged !== 0 && (read(chunk, r, logged) & LABEL_SAVE) !== 0;
    const stated = weight * p[r]!;
    add(byPlatform[platform[chunk.person[r]!]!]!, bin, saved, weight, stated);
    add(byTenure[chunk.tenure[r]! <= 1 ? 0 : 1]!, bin, saved, weight, stated);
  }
  const whole = together(byTenure);
  const slices: Record<string, SliceFigures> = {
    newcomers: figuresOf(byTenure[0]!),
    established: figuresOf(byTenure[1]!),
  };
  PLATFORMS.forEach((name, k) => {
    slices[name] = figuresOf(byPlatform[k]!);
  });
  return { ...figuresOf(whole), day: chunk.day, ndcg: ndcgOf(chunk, p, read), slices };
}
