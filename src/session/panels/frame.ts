/** What every panel carries, and how numbers are written on them. */
import { multipleWords } from '../multipleWords.ts';
import type { Look, Test } from '../commands.ts';
import type { PredictionAnswer } from '../predictionWords.ts';

export interface PanelFrame {
  readonly id: string;
  readonly reading: string;
  readonly look: Look | null;
  readonly test: Test | null;
  readonly openedAt: string;
  readonly pinned: boolean;
  readonly answer: PredictionAnswer | null;
}

/** `+3.2 %`, `−27 %`; a true minus sign. */
export function signed(value: number, digits = 1): string {
  const rounded = Math.abs(value).toFixed(digits);
  if (Number(rounded) === 0) return `0 %`;
  return `${value < 0 ? '−' : '+'}${rounded} %`;
}

export function withError(value: number, error: number): string {
  return multipleWords(value) ?? `${signed(value)} ± ${error.toFixed(1)}`;
}

/** Is a deviation further from zero than noise of this size usually takes it? Two standard errors. */
export function clearOfNoise(deviation: number, error: number): boolean {
  return Math.abs(deviation) > 2 * error;
}
