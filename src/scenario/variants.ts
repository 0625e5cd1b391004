/**
 * An incident as it is played. It and its twin: the seed chooses between the two, so that a link or a recording, which hold
 * seed and incident, lead to the same one again; whoever measures needs both on any seed, and asks for them by name. The
 * same case taken over half way is played under a name of its own.
 */
import { Hasher } from '../determinism/hash.ts';
import type { CompiledScenario } from './compiled.ts';

/** After the id of an incident: its twin, whatever the seed. No id can hold it. */
const TWIN = '~twin';
/** The same: taken over from whoever had the shift. */
const INHERITED = '~inherited';

/** Without anything left to choose. */
function plainOf({
  twin: _twin,
  inherited: _inherited,
  ...scenario
}: CompiledScenario): CompiledScenario {
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
  const { id, twin, inherited } = scenario;
  if (twin === undefined) return inherited === undefined ? scenario : plainOf(scenario);
  const drawn = Number.parseInt(new Hasher().string(`${id}/${seed}`).digest().slice(-1), 16);
  const plain = plainOf(scenario);
  return drawn % 2 === 0 ? plain : { ...plain, ...twin };
}

/** The name of an incident taken over half way. */
export function handoverId(id: string): string {
  return id + INHERITED;
}

/** The incident, never its twin, taken over half way; null where nobody had it before. */
export function inheritedOf(scenario: CompiledScenario): CompiledScenario | null {
  const { id, cast, inherited, references } = scenario;
  if (inherited === undefined) return null;
  const { colleague, ...differs } = inherited;
  return {
    ...plainOf(scenario),
    ...differs,
    // What tempts at the page is another matter than what tempts after a colleague.
    wrong: [],
    id: handoverId(id),
    cast: [...cast, colleague],
    handover: { ...inherited.handover, fromPage: references },
  };
}

/** The case from its page, as if nobody had had it before. */
export function fromPage(scenario: CompiledScenario): CompiledScenario {
  const { handover, ...rest } = scenario;
  return handover === undefined ? scenario : { ...rest, references: handover.fromPage };
}

/** The folder of an incident, of its twin, or of what is taken over of it. */
export function folderOf(id: string): string {
  for (const ending of [TWIN, INHERITED])
    if (id.endsWith(ending)) return id.slice(0, -ending.length);
  return id;
}

/** By the name of an incident, whose seed chooses, or of a variant; null where there is none of that name. */
export async function loadNamed(
  load: (folder: string) => Promise<CompiledScenario | null>,
  id: string,
): Promise<CompiledScenario | null> {
  const scenario = await load(folderOf(id));
  if (scenario === null || scenario.id === id) return scenario;
  if (id.endsWith(INHERITED)) return inheritedOf(scenario);
  return variantsOf(scenario).find((variant) => variant.id === id) ?? null;
}
