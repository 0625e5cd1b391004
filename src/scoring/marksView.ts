/** Each move of a run with its mark, and why, in words and numbers: for the board and the terminal. Plain data. */
import { markOf, type MarkWord } from '../analysis/belief/regret.ts';
import type { Supported } from '../analysis/marks/supported.ts';
import type { Path, WeighedStep } from '../analysis/marks/path.ts';
import { pointsOf } from '../analysis/marks/points.ts';
import type { Weighed, WeighedPoint } from '../analysis/marks/weighing.ts';
import type { Run } from '../session/run.ts';
import { commandWords } from '../session/words.ts';
import { durationLabel, tickLabel } from '../sim/clock.ts';
import { savesWords } from './savesWords.ts';
import { supportedViewOf, type SupportedLayer } from './supportedView.ts';

export interface MarkView {
  /** Index of the move. */
  readonly move: number;
  readonly atLabel: string;
  readonly label: string;
  /** A change to production, or the closing; otherwise a look or a wait. */
  readonly isChange: boolean;
  readonly mark: ShownMark;
  readonly because: string;
}

/**
 * An order may cost next to nothing because it does next to nothing, and a look may be cheap and tell nothing: those are no
 * best moves, and no bad ones.
 */
export type ShownMark = MarkWord | 'neutral';

export function marksOf(run: Run, weighed: Weighed): MarkView[] {
  return [
    ...stepMarks(run, weighed.path),
    ...weighed.points.map((point) =>
      viewOf(run, true, point, shownMark(point), pointWords(point, weighed)),
    ),
  ];
}

/** What can be said before any world is run: of the looks and waits up to the first change. */
export interface LooksView {
  readonly marks: readonly MarkView[];
  /** When enough had been read, in a sentence. */
  readonly enough: string;
  /** The radius that the readings supported, by layer. */
  readonly supported: readonly SupportedLayer[];
}

export function looksViewOf(run: Run, path: Path, supported: readonly Supported[]): LooksView {
  return {
    marks: stepMarks(run, path),
    enough: enoughWords(path, pointsOf(run)[0]!.tick),
    supported: supportedViewOf(supported),
  };
}

function stepMarks(run: Run, { steps, enough }: Path): MarkView[] {
  return steps.flatMap((step) =>
    step.mark === null
      ? []
      : [viewOf(run, false, step, shownStep(step.mark, step), stepWords(step, enough))],
  );
}

function viewOf(
  run: Run,
  isChange: boolean,
  { move, tick }: { readonly move: number; readonly tick: number },
  mark: ShownMark,
  because: string,
): MarkView {
  const label = commandWords(run.commands[move]!);
  return { move, atLabel: tickLabel(tick), label, isChange, mark, because };
}

/** When waiting began to cost more than any look could bring, and how long it went on until the first change. */
export function enoughWords({ enough, waitsFree }: Path, until: number): string {
  if (enough === null)
    return waitsFree
      ? 'Up to your first change waiting cost nobody anything, as far as could be known: no look was one too many.'
      : 'Up to your first change there was always a look worth more than its minutes.';
  const late = until - enough;
  return late === 0
    ? 'You acted as soon as no look was worth more than its minutes.'
    : `From ${tickLabel(enough)} on no look was worth more than its minutes; your first change came ${durationLabel(late)} later.`;
}

const share = (regret: number): string =>
  regret < 0.01 ? 'under 1 %' : `${Math.round(100 * regret)} %`;

function stepWords(
  { tick, value, regret, delayed, minutes }: WeighedStep,
  enough: number | null,
): string {
  if (delayed !== null)
    return `By now waiting had cost ${share(delayed)} of what was at stake since enough had been read.`;
  if (value === null)
    return `${enough !== null && tick >= enough ? 'Enough had been read' : 'No answer was to come'}: these ${durationLabel(minutes)} cost ${share(regret)} of what was at stake.`;
  const { information, delay } = value;
  return information >= delay
    ? `It could be expected to better the decision by ${savesWords(information)} saves, for ${savesWords(delay)} that its minutes cost.`
    : `It could hardly change the decision (${savesWords(information)} saves), and its minutes cost ${savesWords(delay)}.`;
}

function shownStep(mark: MarkWord, { value }: WeighedStep): ShownMark {
  const isWorthIt = value !== null && value.information >= value.delay;
  return mark === 'best' && !isWorthIt ? 'neutral' : mark;
}

function shownMark({ mark, deed, bettered }: WeighedPoint): ShownMark {
  const isIdle = deed.kind === 'act' && mark === 'best' && markOf(Math.abs(bettered)) === 'best';
  return isIdle ? 'neutral' : mark;
}

function pointWords(point: WeighedPoint, { lines, path }: Weighed): string {
  const { best, mark, deed, expected, least, regret } = point;
  if (shownMark(point) === 'neutral')
    return 'By itself it was expected to better nothing, and it stood in the way of nothing: what helps was still to be done.';
  if (best === 'played')
    return deed.kind === 'close'
      ? 'Nothing known here was expected to better it any further.'
      : `Nothing known here was expected to cost people less than the ${savesWords(Math.max(0, expected))} saves this could still come to.`;
  const gap = savesWords(expected - least);
  const instead =
    best === 'look' ? `Looking first (${path.missed!.label})` : insteadOf(point, lines);
  return mark === 'best'
    ? `${instead} was expected to save ${gap} saves more: too little to tell them apart.`
    : `${instead} was expected to cost people ${gap} fewer saves, ${share(regret)} of what was at stake.`;
}

/** What there was instead, as the start of a sentence. */
function insteadOf({ best, deed }: WeighedPoint, lines: Weighed['lines']): string {
  if (typeof best === 'number') {
    const { label } = lines[best]!;
    return deed.kind === 'close' ? `Going on with “${label}”` : `“${label}”`;
  }
  return deed.kind === 'undo' ? 'Leaving it as it was' : 'Doing nothing more';
}
