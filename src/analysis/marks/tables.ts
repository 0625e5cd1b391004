/** Outlooks under all explanations, put side by side: what each way to go on would cost, by hypothesis. */
import type { Belief } from '../belief/posterior.ts';
import { expectedHarm, type Harms } from '../belief/regret.ts';
import type { Outlook, Plan } from './outlook.ts';

/** Ways to go on from a point. */
export interface PointTable {
  /** Nothing more done than before it. */
  readonly stay: Harms;
  /** What was done there, and nothing after it. */
  readonly done: Harms;
  /** Lines taken up instead, and right after what was done; by index into the plan's lines. */
  readonly instead: ReadonlyMap<number, Harms>;
  readonly after: ReadonlyMap<number, Harms>;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v, 0) / values.length;

/** `outlooks`: of one plan, from any seeds; harms are means over the seeds of a hypothesis. */
export function tableAt(plan: Plan, outlooks: readonly Outlook[], k: number): PointTable {
  const reached = outlooks.filter((o) => o.instead.length > k);
  const { instead, after } = plan.departures[k]!;
  const of = (harm: (outlook: Outlook) => number): Harms => harmsOf(reached, harm);
  const lines = (
    which: readonly number[],
    harms: (outlook: Outlook) => readonly number[],
  ): ReadonlyMap<number, Harms> =>
    new Map(which.map((line, at) => [line, of((o) => harms(o)[at]!)]));
  return {
    stay: of((o) => o.stay[k]!),
    done: of((o) => o.stay[k + 1]!),
    instead: lines(instead, (o) => o.instead[k]!),
    after: lines(after, (o) => o.after[k]!),
  };
}

/** By hypothesis, the mean of a harm over its outlooks. */
export function harmsOf(outlooks: readonly Outlook[], harm: (outlook: Outlook) => number): Harms {
  const found = new Map<string, number[]>();
  for (const outlook of outlooks)
    found.set(outlook.hypothesis, [...(found.get(outlook.hypothesis) ?? []), harm(outlook)]);
  return new Map([...found].map(([hypothesis, values]) => [hypothesis, mean(values)]));
}

/** Lines by what they are expected to cost, the least first. */
export function ranked(belief: Belief, lines: ReadonlyMap<number, Harms>): number[] {
  return [...lines]
    .map(([line, harms]) => ({ line, expected: expectedHarm(belief, harms) }))
    .toSorted((a, b) => a.expected - b.expected || a.line - b.line)
    .map(({ line }) => line);
}
