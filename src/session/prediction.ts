/** Did the world agree? A prediction held against the reading of the view it was made for, with that reading's error. */
import type { Look, Prediction } from './commands.ts';
import type { RunningTest, TestResult } from './desk.ts';
import {
  predictedFigure,
  UNCHANGED,
  type PredictionAnswer,
  type PredictionVerdict,
} from './predictionWords.ts';
import type { PanelView, SeriesPanel } from './view.ts';

/** Standard errors that noise is given: more where the most striking of several lines is taken. */
const ONE_LINE = 2;
const BEST_OF_MANY = 3;

/** A reading, per cent against its baseline, and the half-width of what it may be instead. */
export interface Reading {
  readonly value: number;
  readonly error: number;
  readonly margin: number;
}

/** Null: the interval reaches over more than one answer. */
function directionOf({ value, margin }: Reading): Prediction['expect'] | null {
  const [low, high] = [value - margin, value + margin];
  if (low >= -UNCHANGED && high <= UNCHANGED) return 'flat';
  if (low > 0) return 'up';
  return high < 0 ? 'down' : null;
}

export function verdictOf(expect: Prediction['expect'], reading: Reading): PredictionVerdict {
  const direction = directionOf(reading);
  if (direction === null) return 'undecided';
  return direction === expect ? 'agreed' : 'disagreed';
}

/** Does a look set several groups beside each other in one plot? */
export function isCut(look: Look): boolean {
  return (
    look.view === 'items' || ((look.view === 'metric' || look.view === 'gauge') && look.by !== null)
  );
}

/** The headline of a plot: its one line; of a cut, the line furthest out of its noise; of two sources, the servers'. */
function seriesReading(panel: SeriesPanel): Reading | null {
  const cut = panel.look !== null && isCut(panel.look);
  const lines = panel.lines.flatMap(({ deviation, error }) =>
    deviation === null || error === null ? [] : [{ value: deviation, error }],
  );
  const [first] = cut
    ? lines.toSorted((a, b) => Math.abs(b.value) / b.error - Math.abs(a.value) / a.error)
    : lines;
  if (first === undefined) return null;
  return { ...first, margin: (cut ? BEST_OF_MANY : ONE_LINE) * first.error };
}

function answer(
  predict: Prediction | null,
  what: string | null,
  reading: Reading | null,
): PredictionAnswer | null {
  if (predict === null || what === null || reading === null) return null;
  const { value, error } = reading;
  return {
    expect: predict.expect,
    verdict: verdictOf(predict.expect, reading),
    what,
    value,
    error,
  };
}

/** The answer a panel gives to what was predicted of it; null where nothing was, or where it has no such number. */
export function answerOfPanel(
  predict: Prediction | null,
  panel: PanelView | null,
): PredictionAnswer | null {
  if (panel?.kind !== 'series' || panel.look === null) return null;
  return answer(predict, predictedFigure({ kind: 'look', look: panel.look }), seriesReading(panel));
}

/** The same for a test, of which the answer is fixed when it ends. */
export function answerOfTest(running: RunningTest, result: TestResult): PredictionAnswer | null {
  const { figure } = result;
  return answer(
    running.predict,
    predictedFigure({ kind: 'test', test: running.test }),
    figure === null ? null : { ...figure, margin: ONE_LINE * figure.error },
  );
}
