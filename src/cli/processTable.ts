/**
 * The table of measured process: what the moves of some scripted players were worth, seed by seed. A row takes two minutes
 * and more: what every line of play costs under every explanation is worked out first.
 */
import { Hasher } from '../determinism/hash.ts';
import { HARM_WEIGHTS } from '../analysis/value.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { measureMissing, rowsKnown, type MeasuredTable } from './measuredTable.ts';
import type { SeedProcess } from './measureProcess.ts';
import type { Job } from './shards.ts';

export const PROCESS_FILE = 'test/analysis/process.measured.json';
/** Command that measures what the table lacks. */
export const PROCESS_WRITE = 'npm run validity -- --process --write';
export type ProcessTable = MeasuredTable<SeedProcess>;

/** All of an incident counts, its explanations too: they are what moves are weighed by. */
export function weighedStamp({ defaultSeed: _seed, ...scenario }: CompiledScenario): string {
  return new Hasher().string(JSON.stringify([scenario, HARM_WEIGHTS])).digest();
}

/** Rows of the table that are of the incidents as they are; those edited since have none. */
export function knownProcess(scenarios: readonly CompiledScenario[]): SeedProcess[] {
  return scenarios.flatMap(rowsKnown<SeedProcess>(PROCESS_FILE, weighedStamp));
}

/** `validity --process --write`. */
export function writeProcess(
  scenarios: readonly CompiledScenario[],
  seeds: number,
  anew: boolean,
  jobOf: (scenario: CompiledScenario, seed: string) => Job,
): Promise<SeedProcess[]> {
  return measureMissing({
    file: PROCESS_FILE,
    scenarios,
    seeds,
    anew,
    stampOf: weighedStamp,
    jobOf,
    rowOf: (_, measured) => (measured as readonly SeedProcess[])[0]!,
  });
}
