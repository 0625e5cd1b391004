/**
 * An incident and its twin as played: the seed chooses between the two, so that a link or a recording, which hold seed and
 * incident, lead to the same one again. Whoever measures needs both on any seed, and asks for them by name.
 */
import { Hasher } from '../determinism/hash.ts';
import type { CompiledScenario } from './compiled.ts';

/** After the id of an incident: its twin, whatever the seed. No id can hold it. */
const TWIN = '~twin';

function plainOf({ twin: _twin, ...scenario }: CompiledScenario): CompiledScenario {
  return scenario;
}

/** The incident and its twin, each under a name of its own and with nothing left to choose. */
export function variantsOf(scenario: CompiledScenario): CompiledScenario[] {
  const { twin } = scenario;
  const plain = plainOf(scenario);
  return twin === undefined ? [plain] : [plain, { ...plain, ...twin, id: plain.id + TWIN }];
}

/** The one that is played on a seed, under the name of the incident. */
export function variantOn(scenario: CompiledScenario, seed: string): CompiledScenario {
  const { id, twin } = scenario;
  if (twin === undefined) return scenario;
  const drawn = Number.parseInt(new Hasher().string(`${id}/${seed}`).digest().slice(-1), 16);
  const plain = plainOf(scenario);
  return drawn % 2 === 0 ? plain : { ...plain, ...twin };
}

/** The folder of an incident or twin. */
export function folderOf(id: string): string {
  return id.endsWith(TWIN) ? id.slice(0, -TWIN.length) : id;
}

/** By the name of an incident, whose seed chooses, or of a twin; null where there is none of that name. */
export async function loadNamed(
  load: (folder: string) => Promise<CompiledScenario | null>,
  id: string,
): Promise<CompiledScenario | null> {
  const scenario = await load(folderOf(id));
  if (scenario === null || scenario.id === id) return scenario;
  return variantsOf(scenario).find((variant) => variant.id === id) ?? null;
}
