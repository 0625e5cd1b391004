/** The shipped incidents, for tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { archetypesIn } from '../../src/scenario/archetypeFiles.ts';
import { formatDiagnostics } from '../../src/scenario/diagnostics.ts';
import { loadScenario, type LoadedScenario } from '../../src/scenario/load.ts';
import { variantsOf } from '../../src/scenario/variants.ts';

const root = fileURLToPath(new URL('../../scenarios/', import.meta.url));

export const SCENARIO_IDS: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${root}${entry.name}/scenario.yaml`))
  .map((entry) => entry.name)
  .toSorted();

export const ARCHETYPES = archetypesIn(`${root}archetypes`, 'scenarios/archetypes');
export const fileOf = (id: string): string => `scenarios/${id}/scenario.yaml`;
export const textOf = (id: string): string => readFileSync(`${root}${id}/scenario.yaml`, 'utf8');
/** What an author begins with, as an incident of that name. */
export const templateOf = (id: string): string =>
  readFileSync(`${root}template.yaml`, 'utf8').replaceAll('THIS-ID', id);
export const loadById = (id: string): LoadedScenario =>
  loadScenario(textOf(id), fileOf(id), ARCHETYPES);

/** Incidents and their twins, each on its own. */
export const VARIANTS: readonly CompiledScenario[] = SCENARIO_IDS.flatMap((id) => {
  const { scenario } = loadById(id);
  return scenario === null ? [] : variantsOf(scenario);
});
export const VARIANT_IDS: readonly string[] = VARIANTS.map(({ id }) => id);

/** The incident of a name without a choice left: what is measured. */
export function variantById(id: string): CompiledScenario {
  const found = VARIANTS.find((variant) => variant.id === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
}

export function scenarioById(id: string): CompiledScenario {
  const { scenario, diagnostics } = loadById(id);
  if (scenario === null) throw new Error(formatDiagnostics(diagnostics));
  return scenario;
}
