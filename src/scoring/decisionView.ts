/** What a run did, as decisions under what could be known: for the board. Plain data. */
import { expectedHarm, type Harms } from '../analysis/belief/regret.ts';
import type { Weighed } from '../analysis/marks/weighing.ts';
import type { Run } from '../session/run.ts';
import { processBand, type BandResult } from './bands.ts';
import { processOf } from './process.ts';
import { enoughWords, marksOf, type MarkView } from './marksView.ts';

export interface DecisionView {
  /** Looks and waits that could be weighed, every change to production, and the closing, in their order. */
  readonly marks: readonly MarkView[];
  /** What the moves were worth given what had been seen. */
  readonly process: BandResult;
  /** When enough had been read, in a sentence. */
  readonly enough: string;
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

export function decisionViewOf(run: Run, weighed: Weighed): DecisionView {
  const { belief } = weighed;
  const lines: { readonly label: string; readonly yours: boolean; readonly harms: Harms }[] = [
    { label: 'what you did', yours: true, harms: weighed.end },
    { label: 'nothing', yours: false, harms: weighed.nothing },
    ...[...weighed.instead].map(([k, harms]) => ({
      label: weighed.lines[k]!.label,
      yours: false,
      harms,
    })),
  ];
  const expected = lines.map(({ harms }) => expectedHarm(belief, harms));
  const least = Math.min(...expected);
  return {
    marks: marksOf(run, weighed),
    process: processBand(processOf(weighed)),
    enough: enoughWords(weighed.path, weighed.points[0]!.tick),
    lines: lines.map(({ label, yours }, k) => ({
      label,
      yours,
      best: expected[k] === least,
      expected: expected[k]!,
    })),
    rows: run.scenario.hypotheses
      .filter((h) => weighed.end.has(h.id))
      .map((h) => ({
        label: h.label,
        truth: h.truth,
        belief: belief.get(h.id)!,
        harms: lines.map(({ harms }) => harms.get(h.id)!),
      }))
      .toSorted((a, b) => b.belief - a.belief),
  };
}
