/** The same incident among another number of people: measurements and slow analyses use two thousand instead of twelve. */
import type { Preset } from '../sim/presets.ts';
import type { CompiledScenario } from './compiled.ts';

export type PresetId = Preset['id'];

export function inWorld(scenario: CompiledScenario, preset: PresetId): CompiledScenario {
  return { ...scenario, world: { ...scenario.world, preset } };
}
