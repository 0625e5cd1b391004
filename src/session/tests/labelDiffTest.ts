/** Label rates head by head: since a minute against the same hours before, or one build or version beside another. */
import { tickLabel } from '../../sim/clock.ts';
import { HEADS, SAVE } from '../../sim/presets.ts';
import { diffPair, diffWindows, type LabelCounts } from '../../sim/telemetry/labelDiff.ts';
import type { Test } from '../commands.ts';
import type { TestResult } from '../desk.ts';
import { groupDigits } from '../panels/model.ts';
import type { Run } from '../run.ts';
import { scopeWords } from '../words.ts';
import { percent } from './contrast.ts';

/** Four heads are compared at once. */
const CLEAR = 3;
/** Rows a side needs. */
const FEWEST = 200;

/** Change of a rate, per cent, and its standard error from the counts. */
function change(
  a: LabelCounts,
  b: LabelCounts,
  head: number,
): { rateA: number; rateB: number; percent: number; error: number } | null {
  const [countA, countB] = [a.acts[head]!, b.acts[head]!];
  if (countA === 0 || a.rows === 0 || b.rows === 0) return null;
  const rateA = countA / a.rows;
  const rateB = countB / b.rows;
  const pooled = (countA + countB) / (a.rows + b.rows);
  return {
    rateA,
    rateB,
    percent: 100 * (rateB / rateA - 1),
    error: (100 * Math.sqrt(pooled * (1 / a.rows + 1 / b.rows))) / rateA,
  };
}

export function labelDiff(run: Run, test: Extract<Test, { test: 'label-diff' }>): TestResult {
  const { live } = run.pair;
  const where = scopeWords(test.scope);
  const title =
    test.by === 'window'
      ? `Label rates since ${tickLabel(test.sinceTick)}`
      : `Label rates: ${test.a} beside ${test.b}`;
  const found =
    test.by === 'window'
      ? diffWindows(live, test.sinceTick, test.scope)
      : diffPair(live, test.a, test.b, test.scope);
  const nothing = (summary: string): TestResult => ({
    title,
    summary,
    columns: [],
    rows: [],
    marked: [],
    figure: null,
  });
  if (found === null)
    return nothing(
      `Rows are kept for four days: there are none of the same hours before ${tickLabel(test.by === 'window' ? test.sinceTick : 0)}.`,
    );
  const { before, after, windows } = found;
  if (before.rows < FEWEST || after.rows < FEWEST)
    return nothing(
      `Too few rows of ${where} to compare: ${groupDigits(before.rows)} and ${groupDigits(after.rows)}.`,
    );
  const changes = HEADS.map((head, h) => ({ head, of: change(before, after, h) }));
  const clear = changes.map(({ of }) => of !== null && Math.abs(of.percent) > CLEAR * of.error);
  const said = changes.flatMap(({ head, of }, k) =>
    clear[k]! && of !== null ? [`${head} ${percent(of.percent)} ± ${of.error.toFixed(1)}`] : [],
  );
  const names =
    test.by === 'window'
      ? windows.map(([from, to]) => `${tickLabel(from)} to ${tickLabel(to)}`)
      : [test.a, test.b];
  const save = changes[SAVE]?.of ?? null;
  return {
    title,
    summary: `Training rows of ${where}, ${names.join(' against ')}. ${said.length === 0 ? 'No label rate differs beyond its counts.' : `Different: ${said.join('; ')}.`}`,
    columns: ['head', ...names, 'change'],
    rows: [
      ['rows', groupDigits(before.rows), groupDigits(after.rows), ''],
      ...changes.map(({ head, of }) =>
        of === null
          ? [head, '–', '–', '–']
          : [
              head,
              `${(100 * of.rateA).toFixed(2)} %`,
              `${(100 * of.rateB).toFixed(2)} %`,
              `${percent(of.percent)} ± ${of.error.toFixed(1)}`,
            ],
      ),
    ],
    marked: clear.flatMap((is, k) => (is ? [k + 1] : [])),
    figure: save === null ? null : { value: save.percent, error: save.error },
  };
}
