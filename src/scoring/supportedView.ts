/** The radius that what had been read supports best, beside the player's: in words and numbers. Plain data. */
import type { Layer } from '../analysis/layers.ts';
import type { Supported } from '../analysis/marks/supported.ts';
import { scopeWords } from '../session/words.ts';
import { LAYER_LABELS } from './radiusTruth.ts';

export interface SupportedLayer {
  readonly layer: Layer;
  readonly claim: string;
  /** Expected F1 of that claim, and of the player's; null: nothing was said. */
  readonly expected: number;
  readonly yours: number | null;
  /** How the player's compares, in a sentence. */
  readonly sentence: string;
}

/** A radius whose expected F1 is within this of the best is as good as could be drawn. */
const EQUAL = 0.05;

export function supportedViewOf(supported: readonly Supported[]): SupportedLayer[] {
  return supported.map((one) => ({
    layer: one.layer,
    claim: scopeWords(one.claim),
    expected: one.expected,
    yours: one.yours,
    sentence: sentenceOf(one),
  }));
}

const percent = (f1: number): string => `${Math.round(100 * f1)} %`;

function sentenceOf({ layer, claim, expected, yours }: Supported): string {
  const name = `“${LAYER_LABELS[layer]}”`;
  if (yours === null) return `What you had read supported ${scopeWords(claim)} best, for ${name}.`;
  return expected - yours <= EQUAL
    ? `By what you had read when you drew it, no radius could be expected to fit ${name} better.`
    : `By what you had read when you drew it, ${name} was best said of ${scopeWords(claim)}: expected to fit to ${percent(expected)}, yours to ${percent(yours)}.`;
}
