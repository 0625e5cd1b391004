/** The world that measurements run in: the same incident among two thousand people instead of twelve. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { Preset } from '../../sim/presets.ts';

export type PresetId = Preset['id'];

export function inWorld(scenario: CompiledScenario, preset: PresetId): CompiledScenario {
  return { ...scenario, world: { ...scenario.world, preset } };
}
