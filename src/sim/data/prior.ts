/** The ranker a world begins with. */
import { HEAD_COUNT, NOTIFICATIONS, RELATED, SEARCH } from '../presets.ts';
import {
  FEATURE_COUNT,
  F_BIAS,
  F_CLOSEUP_RATE,
  F_DOT,
  F_EXPOSURE,
  F_FRESH,
  F_LOCAL,
  F_PRICE,
  F_RATE,
  F_SEEN_LOOK,
  F_SEEN_TOPIC,
  F_SOURCE,
  F_SURFACE,
  F_TOPIC_SHARE,
} from './layout.ts';
import type { Weights } from './train.ts';

/**
 * Weights of a ranker that has long been in service, read off worlds run for seventy days and rounded: a world begins
 * with a model that works, and the daily training takes it from there. Columns: closeup, save, dwell, hide.
 */
const PRIOR: readonly (readonly [
  feature: number,
  weights: readonly [number, number, number, number],
])[] = [
  [F_BIAS, [-2.7, -4.16, -3.58, -5.74]],
  [F_SURFACE, [0.05, -0.3, 0.05, 0]],
  [F_SURFACE + RELATED, [-0.03, -0.2, -0.03, 0.03]],
  [F_SURFACE + SEARCH, [0, -0.22, 0, -0.05]],
  [F_SURFACE + NOTIFICATIONS, [0, 0.61, 0, 0]],
  [F_DOT, [0.17, 0.54, 0.01, 0.36]],
  [F_TOPIC_SHARE, [0.49, 0.4, 0.76, 0.21]],
  [F_SEEN_TOPIC, [0.57, -0.44, 0.72, 1.45]],
  [F_SEEN_LOOK, [1.25, 2.05, 1.06, -0.11]],
  [F_RATE, [-0.1, 0.62, 0.16, -0.36]],
  [F_CLOSEUP_RATE, [1.17, 0.06, 1.1, 0.72]],
  [F_FRESH, [-0.05, 0.43, 0.21, 0]],
  [F_EXPOSURE, [0.18, 0.9, 0.65, -0.42]],
  [F_SOURCE, [-0.08, -0.08, -0.07, 0]],
  [F_SOURCE + 1, [0.13, 0.1, 0.16, -0.02]],
  [F_SOURCE + 2, [-0.17, -0.34, -0.23, 0.06]],
  [F_SOURCE + 3, [-0.08, -0.31, -0.18, 0.12]],
  [F_SOURCE + 4, [0.01, 0.01, 0.03, -0.1]],
  [F_SOURCE + 5, [0.24, 0.37, 0.3, -0.15]],
  [F_LOCAL, [0.1, 0.16, 0.14, 0]],
  [F_LOCAL + 1, [0.2, 0.39, 0.14, 0.04]],
  [F_LOCAL + 2, [0.16, 0.26, 0.18, 0.03]],
  [F_LOCAL + 3, [0.16, 0.24, 0.16, 0]],
  [F_LOCAL + 4, [0.18, 0.34, 0.14, 0.03]],
  [F_LOCAL + 5, [0.23, 0.46, 0.17, 0]],
  [F_LOCAL + 6, [0.35, 0.62, 0.31, 0]],
  [F_LOCAL + 7, [0.21, 0.34, 0.19, 0]],
  [F_PRICE, [0.01, 0.19, 0, -0.22]],
  [F_PRICE + 2, [0.02, -0.21, 0.03, 0.14]],
];

export function priorWeights(): Weights {
  const w = new Float64Array(HEAD_COUNT * FEATURE_COUNT);
  for (const [feature, values] of PRIOR)
    for (let h = 0; h < HEAD_COUNT; h++) w[h * FEATURE_COUNT + feature] = values[h]!;
  return w;
}
