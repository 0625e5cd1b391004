/**
 * The table of measured process: what the moves of some scripted players were worth, seed by seed. Twenty seeds of all take
 * two hours: what every line of play costs under every explanation is worked out first, once for all seeds of an incident.
 */
import { Hasher } from '../determinism/hash.ts';
import { HARM_WEIGHTS } from '../analysis/value.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { measureMissing, rowsKnown, type MeasuredTable, type Measuring } from './measuredTable.ts';
import type { SeedProcess } from './measureProcess.ts';
import { playedOf } from './validityTable.ts';

export const PROCESS_FILE = 'test/analysis/process.measured.json';
/** Command that measures what the table lacks. */
export const PROCESS_WRITE = 'npm run validity -- --process --write';
/** A table of lines takes a minute and more, and then each seed some fifteen seconds. */
const TOGETHER = 20;
export type ProcessTable = MeasuredTable<SeedProcess>;

/** As of who plays; and its explanations count too, which are what moves are weighed by. */
export function weighedStamp(scenario: CompiledScenario): string {
  const { hypotheses, recovery } = scenario;
  const weighed = { ...playedOf(scenario), hypotheses, recovery };
  return new Hasher().string(JSON.stringify([weighed, HARM_WEIGHTS])).digest();
}

/** Rows of the table that are of the incidents as they are; those edited since have none. */
export function knownProcess(scenarios: readonly CompiledScenario[]): SeedProcess[] {
  return scenarios.flatMap(rowsKnown<SeedProcess>(PROCESS_FILE, weighedStamp));
}

/** `validity --process --write`. */
export function writeProcess(
  asked: Pick<Measuring<SeedProcess>, 'scenarios' | 'only' | 'seeds' | 'anew' | 'jobOf'>,
): Promise<SeedProcess[]> {
  return measureMissing({
    ...asked,
    file: PROCESS_FILE,
    stampOf: weighedStamp,
    together: TOGETHER,
    rowsOf: (_, measured) => measured as readonly SeedProcess[],
  });
}
