/** Item features and item parts in WebAssembly, and the memory they are worked out in. How is in features.as. */
import { CELL_INVERSE, CELL_LOG } from '../../determinism/fastMath.ts';
import { F_RATE, F_SOURCE } from '../data/layout.ts';
import { HEAD_COUNT } from '../presets.ts';
import { FEATURES } from './binary.ts';
import { instantiate } from './program.ts';

/** What features.as exports; the arguments are described there. */
export interface FeatureFunctions {
  refresh(n: number, today: number, normalised: number, meanSaves: number): void;
  weigh(n: number): void;
}

/** Inputs of an idea with a weight, one-hots counted one by one: from F_RATE to the last creator tier. */
export const ITEM_FEATURES = F_SOURCE - F_RATE;

/** Columns by idea. */
export interface FeatureKernel {
  readonly run: FeatureFunctions;
  readonly exposures: Float32Array;
  readonly saves: Float32Array;
  readonly closeups: Float32Array;
  readonly birthDay: Int32Array;
  readonly logRate: Float32Array;
  readonly logCloseup: Float32Array;
  readonly freshness: Float32Array;
  readonly logExposure: Float32Array;
  readonly topic: Uint8Array;
  readonly tier: Uint8Array;
  /** `ITEM_FEATURES × HEAD_COUNT`. */
  readonly weights: Float64Array;
  /** `ideas × HEAD_COUNT`. */
  readonly part: Float32Array;
}

type Reserve = { reserve(ideas: number): number };

/** `capacity`: most ideas there can be. */
export function createFeatureKernel(capacity: number): FeatureKernel {
  const kernel = instantiate<FeatureFunctions & Reserve>(FEATURES, (run) => run.reserve(capacity));
  kernel.doubles('cellLog', CELL_LOG.length).set(CELL_LOG);
  kernel.doubles('cellInverse', CELL_INVERSE.length).set(CELL_INVERSE);
  const floats = (name: string): Float32Array => kernel.floats(name, capacity);
  return {
    run: kernel.run,
    exposures: floats('exposures'),
    saves: floats('saves'),
    closeups: floats('closeups'),
    birthDay: kernel.ints('birthDay', capacity),
    logRate: floats('logRate'),
    logCloseup: floats('logCloseup'),
    freshness: floats('freshness'),
    logExposure: floats('logExposure'),
    topic: kernel.bytes('topic', capacity),
    tier: kernel.bytes('tier', capacity),
    weights: kernel.doubles('weights', ITEM_FEATURES * HEAD_COUNT),
    part: kernel.floats('part', capacity * HEAD_COUNT),
  };
}
