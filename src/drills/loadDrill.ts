/** A drill by its name, checked and compiled as any file is: JSON is YAML, so the same reader, schema and rules see it. */
import { loadScenario, type LoadedScenario } from '../scenario/load.ts';
import { drillId, type DrillName } from './nameFormat.ts';
import { sourceOf } from './source.ts';

export function loadDrill(name: DrillName): LoadedScenario {
  return loadScenario(JSON.stringify(sourceOf(name), null, 1), `drills/${drillId(name)}.json`);
}
