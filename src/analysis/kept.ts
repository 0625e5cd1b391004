/**
 * Worlds of an incident by seed, made once: those of the last incident are kept, since they take seconds to make and tens of
 * megabytes to keep. They go by all that is in the incident, so that another version of it is not taken for it; the simulator
 * is the one at hand, for they are never kept beyond it.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';

export type OfSeed<Made> = (scenario: CompiledScenario, seed: string) => Made;

export function keptOf<Made>(make: OfSeed<Made>): OfSeed<Made> {
  let incident = '';
  const kept = new Map<string, Made>();
  return (scenario, seed) => {
    const name = JSON.stringify(scenario);
    if (name !== incident) kept.clear();
    incident = name;
    let made = kept.get(seed);
    if (made === undefined) {
      made = make(scenario, seed);
      kept.set(seed, made);
    }
    return made;
  };
}
