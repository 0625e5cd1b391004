/** The shipped incidents, for tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { archetypesIn } from '../../src/scenario/archetypeFiles.ts';
import { formatDiagnostics } from '../../src/scenario/diagnostics.ts';
import { loadScenario, type LoadedScenario } from '../../src/scenario/load.ts';

const root = fileURLToPath(new URL('../../scenarios/', import.meta.url));

export const SCENARIO_IDS: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${root}${entry.name}/scenario.yaml`))
  .map((entry) => entry.name)
  .toSorted();

export const ARCHETYPES = archetypesIn(`${root}archetypes`, 'scenarios/archetypes');
export const fileOf = (id: string): string => `scenarios/${id}/scenario.yaml`;
export const textOf = (id: string): string => readFileSync(`${root}${id}/scenario.yaml`, 'utf8');
export const loadById = (id: string): LoadedScenario =>
  loadScenario(textOf(id), fileOf(id), ARCHETYPES);

export function scenarioById(id: string): CompiledScenario {
  const { scenario, diagnostics } = loadById(id);
  if (scenario === null) throw new Error(formatDiagnostics(diagnostics));
  return scenario;
}
