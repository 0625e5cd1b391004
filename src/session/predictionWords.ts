/** What a prediction is about, and how the answer to it is said. The page asks here before it offers to predict. */
import { gaugeOf } from '../sim/gauges.ts';
import { ITEM_METRICS } from '../sim/itemSegments.ts';
import { METRICS } from '../sim/metrics.ts';
import type { Command, Look, Prediction, Test } from './commands.ts';

/** `agreed` and `disagreed` are outside of noise; `undecided` is a reading that could be either. */
export type PredictionVerdict = 'agreed' | 'disagreed' | 'undecided';

/** A prediction as the world answered it, at the minute the view was opened. */
export interface PredictionAnswer {
  readonly expect: Prediction['expect'];
  readonly verdict: PredictionVerdict;
  /** The number it was about, e.g. `save rate`. */
  readonly what: string;
  /** Per cent against its baseline, and the error of that; percentage points. */
  readonly value: number;
  readonly error: number;
}

function lookFigure(look: Look): string | null {
  if (look.view === 'sources') return 'saves the servers wrote';
  if (look.view === 'gauge') {
    const figure = gaugeOf(look.gauge).label;
    return look.by === null ? figure : `${figure}, where it stands out most`;
  }
  if (look.view === 'items')
    return look.by.length === 1
      ? `${ITEM_METRICS[look.metric].label}, where it stands out most`
      : null;
  if (look.view !== 'metric') return null;
  const label = METRICS[look.metric].label.toLowerCase();
  return look.by === null ? label : `${label}, where it stands out most`;
}

function testFigure(test: Test): string | null {
  switch (test.test) {
    case 'replay':
      return 'saves once swapped';
    case 'reroute':
      return 'save rate of the re-routed';
    case 'event-audit':
      return 'impression events that arrive';
    case 'golden':
      return 'good answers of the golden set';
    case 'label-diff':
      return 'label rate of saves';
    case 'shadow':
    case 'parity':
    case 'similar':
    case 'effects':
      return null;
  }
}

/** The one number a prediction before this command would be about; null where the view has no such number. */
export function predictedFigure(command: Command): string | null {
  if (command.kind === 'look') return lookFigure(command.look);
  return command.kind === 'test' ? testFigure(command.test) : null;
}

const EXPECT_WORDS = { up: 'up', flat: 'no change', down: 'down' } as const;
const VERDICT_WORDS = {
  agreed: 'the world agreed',
  disagreed: 'the world disagreed',
  undecided: 'undecided within noise',
} as const;

function figure(value: number, digits = 1): string {
  const rounded = Math.abs(value).toFixed(digits);
  return Number(rounded) === 0 ? '0' : `${value < 0 ? '−' : '+'}${rounded}`;
}

function readWords({ value, error }: PredictionAnswer): string {
  return `${figure(value)}${error === 0 ? '' : ` ± ${error.toFixed(1)}`} %`;
}

/** Per cent. A number that stays inside this is as good as unchanged, however well it is known. */
export const UNCHANGED = 2;

/** Something was to move and, as far as can be told, did not. */
const hardlyMoved = ({ expect, verdict, value }: PredictionAnswer): boolean =>
  verdict === 'disagreed' && expect !== 'flat' && Math.abs(value) <= UNCHANGED;

/** `You expected save rate: down; it read −9.1 ± 1.2 %: the world agreed.` */
export function answerWords(answer: PredictionAnswer): string {
  const { what, expect, verdict } = answer;
  const still = hardlyMoved(answer) ? `, and less than ${UNCHANGED} % is no change` : '';
  return `You expected ${what}: ${EXPECT_WORDS[expect]}; it read ${readWords(answer)}${still}: ${VERDICT_WORDS[verdict]}.`;
}

/** The same for a card that names its number already: `down expected, −9.1 ± 1.2 % read`. */
export function shortAnswerWords(answer: PredictionAnswer): string {
  return `${EXPECT_WORDS[answer.expect]} expected, ${readWords(answer)} read`;
}
