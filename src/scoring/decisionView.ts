/** What a run did, as a decision under what could be known: for the board. Plain data. */
import type { Foretold } from '../analysis/belief/foretold.ts';
import { weighedLines } from '../analysis/belief/payoff.ts';
import { decide, type MarkWord } from '../analysis/belief/regret.ts';
import { traceOf } from '../analysis/belief/trace.ts';
import type { Run } from '../session/run.ts';
import { savesWords } from './savesWords.ts';

export interface DecisionView {
  /** Of a run that never changed production, doing nothing is judged. */
  readonly mark: MarkWord;
  readonly sentence: string;
  readonly lines: readonly {
    readonly label: string;
    readonly yours: boolean;
    readonly best: boolean;
    /** Expected harm under the belief at the first change, millions of saves. */
    readonly expected: number;
  }[];
  /** Explanations by belief at the first change, with the harm of every line were they so. */
  readonly rows: readonly {
    readonly label: string;
    readonly truth: boolean;
    readonly belief: number;
    readonly harms: readonly number[];
  }[];
}

/** `table`: harms of the lines of `weighedLines(run)` by hypothesis. */
export function decisionViewOf(
  run: Run,
  foretold: readonly Foretold[],
  table: ReadonlyMap<string, readonly number[]>,
): DecisionView {
  const { belief } = traceOf(run, foretold).at(-1)!;
  const lines = weighedLines(run);
  const yours = lines.findIndex((l) => l.id === 'you');
  const nothing = lines.findIndex((l) => l.id === 'nothing');
  const { expected, best, regret, mark } = decide(belief, table, yours, nothing);
  const gap = expected[yours]! - expected[best]!;
  return {
    mark,
    sentence: sentenceOf(mark, lines[best]!.label, gap, regret),
    lines: lines.map((line, k) => ({
      label: line.label,
      yours: k === yours,
      best: k === best,
      expected: expected[k]!,
    })),
    rows: run.scenario.hypotheses
      .filter((h) => table.has(h.id))
      .map((h) => ({
        label: h.label,
        truth: h.truth,
        belief: belief.get(h.id)!,
        harms: table.get(h.id)!,
      }))
      .toSorted((a, b) => b.belief - a.belief),
  };
}

function sentenceOf(mark: MarkWord, best: string, gap: number, regret: number): string {
  if (mark === 'best')
    return 'Given what you had read, nothing known here was expected to cost people less than what you did.';
  const word = {
    good: 'a good line',
    inaccuracy: 'an inaccuracy',
    mistake: 'a mistake',
    blunder: 'a blunder',
  }[mark];
  return `Given what you had read, yours was ${word}: “${best}” was expected to cost ${savesWords(gap)} fewer saves, ${Math.round(100 * regret)} % of what was at stake.`;
}
