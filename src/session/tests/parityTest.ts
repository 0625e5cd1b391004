/** Inputs as logged at serving against the same inputs as joined for training. */
import { LEAKING_INPUT, PARITY_INPUTS, parityOf, type Parity } from '../../sim/telemetry/parity.ts';
import type { Scope } from '../../sim/segments.ts';
import type { TestResult } from '../desk.ts';
import { sampleOf } from '../panels/sample.ts';
import type { Run } from '../run.ts';
import { valueWords } from '../segmentWords.ts';
import { scopeWords } from '../words.ts';
import { tooFew } from './contrast.ts';

const REQUESTS = 480;
/** Values a group needs to be named, and points above the usual from which an input is marked. */
const FEWEST = 100;
const SLACK = 5;
/** A request's values stand and fall together: so many of them count as one. */
const PER_REQUEST = 25;

interface Share {
  readonly values: number;
  readonly differing: number;
}

function sum(of: readonly Parity[]): Share {
  return of.reduce(
    (total, p) => ({
      values: total.values + p.values,
      differing: total.differing + p.differing,
    }),
    { values: 0, differing: 0 },
  );
}

const percentOf = ({ values, differing }: Share): number =>
  values === 0 ? 0 : (100 * differing) / values;

/** The build or version of which most values differ. */
function worst(of: readonly Parity[]): string {
  const groups = (['build', 'version'] as const).flatMap((by) =>
    [...new Set(of.map((p) => p[by]))].map((key) => ({
      label: by === 'build' ? valueWords('build', key) : key,
      share: sum(of.filter((p) => p[by] === key)),
    })),
  );
  const [first] = groups
    .filter(({ share }) => share.values >= FEWEST)
    .toSorted((a, b) => percentOf(b.share) - percentOf(a.share));
  return first === undefined ? '–' : `${first.label}, ${percentOf(first.share).toFixed(1)} %`;
}

export function parity(run: Run, scope: Scope): TestResult {
  const title = 'Serve-vs-join parity';
  const probes = sampleOf(run, scope, REQUESTS);
  if (probes.length === 0) return tooFew(title, scopeWords(scope));
  const { live, twin } = run.pair;
  const now = parityOf(live, probes);
  const usual = parityOf(twin ?? live, probes);
  const inputs = [...PARITY_INPUTS, LEAKING_INPUT].filter((input) =>
    now.some((p) => p.input === input),
  );
  const figures = inputs.map((input) => {
    const mine = now.filter((p) => p.input === input);
    const share = sum(mine);
    const before = sum(usual.filter((p) => p.input === input));
    const p = Math.min(0.99, Math.max(0.01, percentOf(share) / 100));
    const error = 100 * Math.sqrt((p * (1 - p) * PER_REQUEST) / Math.max(1, share.values));
    const excess = percentOf(share) - percentOf(before);
    return { input, mine, share, before, error, off: excess > SLACK && excess > 3 * error };
  });
  const off = figures.filter((f) => f.off);
  return {
    title,
    summary: `${probes.length} requests of ${scopeWords(scope)}, inputs as served against inputs as joined. ${off.length === 0 ? 'Training reads the values that serving had.' : `Values differ: ${off.map((f) => `${f.input} on ${percentOf(f.share).toFixed(0)} % (usually ${percentOf(f.before).toFixed(0)}; most ${worst(f.mine)})`).join('; ')}.`}`,
    columns: ['input', 'values that differ', 'error', 'usually', 'most'],
    rows: figures.map((f) => [
      f.input,
      `${percentOf(f.share).toFixed(1)} %`,
      `± ${f.error.toFixed(1)}`,
      `${percentOf(f.before).toFixed(1)} %`,
      worst(f.mine),
    ]),
    marked: figures.flatMap((f, k) => (f.off ? [k] : [])),
    figure: null,
  };
}
