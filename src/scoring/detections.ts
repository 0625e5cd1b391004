/**
 * Two habits of thought that a board shows by itself, by rule: the first idea that stayed the last, and a list that closed
 * before the cause was on it. Told as information and never scored: one run may look so for good reasons, and only several
 * make a pattern.
 */
import type { Judged } from './judged.ts';
import { isTruth, rankedAt, type Standing } from './leading.ts';
import { logbookOf } from './logbook.ts';

export interface Detections {
  /** What led first led to the end, and nothing on the board was the cause. */
  readonly anchored: boolean;
  /** The first three at the first change were the first three at the end, and none of them was the cause. */
  readonly closedEarly: boolean;
}

/** A list of explanations is compared by so many of its first. */
const TOP = 3;

export function detectionsOf(run: Judged): Detections {
  const board = run.desk.hypotheses;
  const none = { anchored: false, closedEarly: false };
  if (board.length === 0 || board.some((h) => isTruth(run, h))) return none;
  const end = run.desk.closed?.tick ?? Infinity;
  const said = Math.min(...board.flatMap((h) => h.history.map(({ tick }) => tick)));
  const acted = logbookOf(run).orders.find((order) => !order.hold)?.tick ?? null;
  const [first] = rankedAt(run, said);
  const last = rankedAt(run, end);
  // Something was read between the first word and the last: who said it once has stuck to nothing.
  const wasRead = logbookOf(run).seen.some(({ tick }) => tick > said);
  return {
    anchored: wasRead && first!.h.id === last[0]!.h.id,
    closedEarly:
      acted !== null && last.length >= TOP && topOf(rankedAt(run, acted)) === topOf(last),
  };
}

/** The first of a list, in whatever order. */
function topOf(ranked: readonly Standing[]): string {
  return ranked
    .slice(0, TOP)
    .map(({ h }) => h.id)
    .toSorted()
    .join();
}

/** What was noticed, in sentences that speak of the board and not of a person. */
export function noticedWords({ anchored, closedEarly }: Detections): string[] {
  return [
    ...(anchored
      ? [
          'The explanation that led first on the board led to the end, and the cause was never on it. Looks that could have spoken against it were worth more than those that could only agree.',
        ]
      : []),
    ...(closedEarly
      ? [
          'The first three explanations at the first change were the first three at the end, and none was the cause. A fourth line, “something else”, keeps a list open.',
        ]
      : []),
  ];
}
