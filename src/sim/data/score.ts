/** What given weights state for logged rows: the trainer's logit, without learning from it. */
import { fastSigmoid } from '../../determinism/fastMath.ts';
import { PRICE_TIERS, SAVE } from '../presets.ts';
import {
  FEATURE_COUNT,
  F_BIAS,
  F_BUILD,
  F_CLOSEUP_RATE,
  F_DOT,
  F_EXPOSURE,
  F_FRESH,
  F_HISTORY,
  F_LEAK,
  F_LOCAL,
  F_PRICE,
  F_RATE,
  F_REGION,
  F_SEEN_LOOK,
  F_SEEN_TOPIC,
  F_SOURCE,
  F_SURFACE,
  F_TENURE,
  F_TIER,
  F_TOPIC,
  F_TOPIC_SHARE,
} from './layout.ts';
import { ROW_FLOATS, R_OFFSET, type RowChunk } from './rows.ts';
import type { Weights } from './train.ts';

/**
 * Save probability of every row of a chunk, examination included. `leak`: the leaking feature by row, null for a
 * version without one.
 */
export function scoreRows(w: Weights, chunk: RowChunk, leak: Float32Array | null): Float64Array {
  const b = SAVE * FEATURE_COUNT;
  const x = chunk.features;
  const p = new Float64Array(chunk.length);
  for (let r = 0; r < chunk.length; r++) {
    const f = r * ROW_FLOATS;
    const match = chunk.match[r]!;
    const isLocal = match >= PRICE_TIERS ? 1 : 0;
    const z =
      x[f + R_OFFSET]! +
      w[b + F_BIAS]! +
      w[b + F_SURFACE + chunk.surface[r]!]! +
      w[b + F_BUILD + chunk.build[r]!]! +
      w[b + F_TENURE + chunk.tenure[r]!]! +
      w[b + F_HISTORY + chunk.history[r]!]! +
      w[b + F_REGION + chunk.region[r]!]! +
      w[b + F_TIER + chunk.tier[r]!]! +
      w[b + F_SOURCE + chunk.generator[r]!]! +
      isLocal * w[b + F_LOCAL + chunk.region[r]!]! +
      w[b + F_PRICE + match - isLocal * PRICE_TIERS]! +
      w[b + F_TOPIC + chunk.topic[r]!]! +
      x[f]! * w[b + F_DOT]! +
      x[f + 1]! * w[b + F_TOPIC_SHARE]! +
      x[f + 2]! * w[b + F_SEEN_TOPIC]! +
      x[f + 3]! * w[b + F_SEEN_LOOK]! +
      x[f + 4]! * w[b + F_RATE]! +
      x[f + 5]! * w[b + F_CLOSEUP_RATE]! +
      x[f + 6]! * w[b + F_FRESH]! +
      x[f + 7]! * w[b + F_EXPOSURE]! +
      (leak === null ? 0 : leak[r]! * w[b + F_LEAK]!);
    p[r] = fastSigmoid(z);
  }
  return p;
}
