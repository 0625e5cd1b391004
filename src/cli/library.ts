/** The incidents of this build. Before the debrief an incident is named by its call-sign and nothing else. */
import { handoverCards, pagerCards } from 'virtual:pager-cards';
import { loadCompiled, scenarioIds } from 'virtual:scenarios';
import { didYouMean } from '../scenario/suggest.ts';
import { loadDrill } from '../drills/loadDrill.ts';
import { drillNamed } from '../drills/nameFormat.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { loadNamed, variantsOf } from '../scenario/variants.ts';

export type Found =
  | { readonly ok: true; readonly scenario: CompiledScenario }
  | { readonly ok: false; readonly message: string };

/** Those that begin at their page, then those that are taken over half way. */
const CARDS = [...pagerCards, ...handoverCards];

export function callSigns(): string[] {
  return CARDS.map(
    ({ callSign, handover }, i) =>
      `  ${i + 1}  ${callSign}${handover === undefined ? '' : `, taken over from ${handover.from}`}`,
  );
}

/** By number, by call-sign or by id; a twin by its name, what is taken over too, a drill as `drill:3-17`. */
export async function findScenario(wanted: string): Promise<Found> {
  const drill = drillNamed(wanted);
  if (drill !== null) {
    const { scenario } = loadDrill(drill);
    if (scenario !== null) return { ok: true, scenario };
  }
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim();
  const card =
    CARDS.find((c, i) => c.id === wanted || String(i + 1) === wanted) ??
    CARDS.find((c) => plain(c.callSign) === plain(wanted));
  const scenario = await loadNamed(loadCompiled, card?.id ?? wanted);
  if (scenario !== null) return { ok: true, scenario };
  const meant = didYouMean(
    wanted,
    CARDS.map((c) => c.callSign),
  );
  return {
    ok: false,
    message: `There is no incident “${wanted}” in this build.${meant === null ? '' : ` Did you mean “${meant}”?`} There are:\n${callSigns().join('\n')}`,
  };
}

/** Every incident, and every twin beside its own. */
export async function everyScenario(): Promise<CompiledScenario[]> {
  const loaded = await Promise.all(scenarioIds.map((id) => loadCompiled(id)));
  return loaded.flatMap((scenario) => (scenario === null ? [] : variantsOf(scenario)));
}

/** The incidents named with their twins, or all of them where none is. */
export async function namedScenarios(
  names: readonly string[],
): Promise<
  | { readonly ok: true; readonly scenarios: readonly CompiledScenario[] }
  | { readonly ok: false; readonly message: string }
> {
  if (names.length === 0) return { ok: true, scenarios: await everyScenario() };
  const scenarios: CompiledScenario[] = [];
  for (const name of names) {
    const found = await findScenario(name);
    if (!found.ok) return found;
    scenarios.push(...variantsOf(found.scenario));
  }
  return { ok: true, scenarios };
}
