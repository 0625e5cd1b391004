/** Tests of drift and of sample ratio in worlds where there is nothing to be found: how often they find something. */
import { sampleRatio } from '../../sim/delivery/sampleRatio.ts';
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { ROW_INPUTS, type RowInput } from '../../sim/data/rows.ts';
import { psi } from '../../sim/telemetry/drift.ts';
import type { ExperimentSpec } from '../../sim/setup.ts';
import type { World } from '../../sim/world.ts';

/** Experiments whose arms are all alike, as wide and as narrow as any. */
export const ALIKE: readonly ExperimentSpec[] = [
  {
    id: 'halves',
    layer: 'one',
    fromTick: 0,
    arms: [
      { id: 'off', share: 0.5 },
      { id: 'on', share: 0.5 },
    ],
  },
  {
    id: 'tenths',
    layer: 'two',
    fromTick: 0,
    arms: [
      { id: 'off', share: 0.1 },
      { id: 'on', share: 0.1 },
    ],
  },
  {
    id: 'three',
    layer: 'three',
    fromTick: 0,
    arms: [
      { id: 'off', share: 0.6 },
      { id: 'low', share: 0.2 },
      { id: 'high', share: 0.2 },
    ],
  },
];

/** p-values of the sample-ratio test of every experiment on each of `days`. */
export function ratioPs(world: World, days: number): number[] {
  const found: number[] = [];
  for (let day = 0; day < days; day++)
    for (const { id } of ALIKE) found.push(sampleRatio(world, id, day * MINUTES_PER_DAY).p);
  return found;
}

/** PSI of every input between the last two finished days. */
export function driftPsis(world: World): number[] {
  const [reference, today] = world.chunks.slice(-3, -1);
  return (Object.keys(ROW_INPUTS) as RowInput[]).map((input) => psi(reference!, today!, input));
}
