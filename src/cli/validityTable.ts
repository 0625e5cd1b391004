/** The table of measured validity: the harm of every scripted player, seed by seed. Twenty seeds take an hour and more. */
import { Hasher } from '../determinism/hash.ts';
import { HARM_WEIGHTS } from '../analysis/value.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { measureMissing, type MeasuredTable, type Measuring } from './measuredTable.ts';
import { offersSaid } from './offersSaid.ts';
import type { SeedValidity } from './measureValidity.ts';

export const VALIDITY_FILE = 'test/analysis/validity.measured.json';
/** The page that shows it, between marks. */
export const VALIDITY_PAGE = 'src/scoring/README.md';
/** Command that measures what the table lacks. */
export const VALIDITY_WRITE = 'npm run validity -- --write';
export type ValidityTable = MeasuredTable<SeedValidity>;

/**
 * Players read the words of an incident, so all of it counts but what only the front page and the board tell, what only
 * the board asks for, the seed that is on offer, and its explanations, which nobody who plays is shown but as names to
 * close with, nor what their sentences must rest on; and so do the weights of harm.
 */
export function playedStamp(scenario: CompiledScenario): string {
  return new Hasher().string(JSON.stringify([playedOf(scenario), HARM_WEIGHTS])).digest();
}

/** What of an incident whoever plays it meets. */
export function playedOf(scenario: CompiledScenario): object {
  const offered = ({ id, label }: { readonly id: string; readonly label: string }): object => ({
    id,
    label,
  });
  const { causes, preventions } = scenario.postmortem;
  const { recovery: _, defaultSeed: _seed, hypotheses: _explained, ...met } = scenario;
  const { shippedHeadline: _shipped, ...page } = scenario.page;
  return {
    ...met,
    page,
    offers: offersSaid(scenario),
    postmortem: { causes: causes.map(offered), preventions: preventions.map(offered) },
  };
}

/** `validity --write`: of so many seeds of each that is named, or of all. */
export function writeValidity(
  asked: Pick<Measuring<SeedValidity>, 'scenarios' | 'only' | 'seeds' | 'anew' | 'jobOf'>,
): Promise<SeedValidity[]> {
  return measureMissing({
    ...asked,
    file: VALIDITY_FILE,
    stampOf: playedStamp,
    together: 1,
    rowsOf: (_, measured) => [measured as SeedValidity],
  });
}
