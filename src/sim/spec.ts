/** All a world is made from. */
import type { Fault } from './faults.ts';
import type { Preset } from './presets.ts';
import type { WorldSetup } from './setup.ts';

export interface WorldSpec {
  readonly setup: WorldSetup;
  readonly faults: readonly Fault[];
  readonly seed: string;
  /** Days the world may run for; room for uploads is allocated once. */
  readonly days: number;
  /** Sizes other than the preset's, to measure how cost grows with them. */
  readonly sizes?: Preset;
}
