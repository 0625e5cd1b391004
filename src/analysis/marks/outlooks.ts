/** Does what a weighing asks for, and keeps the worlds it needed last: what is asked next is asked of the same ones. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { possiblePages, type PossiblePage } from '../belief/possible.ts';
import { outlookOf, type Outlook } from './outlook.ts';
import type { OutlookTask } from './weighing.ts';

export type Outlooks = (task: OutlookTask) => Outlook[][];

export function createOutlooks(): Outlooks {
  let kept: { readonly key: string; readonly pages: readonly PossiblePage[] } | null = null;
  const pagesOf = (scenario: CompiledScenario, seed: string): readonly PossiblePage[] => {
    const key = JSON.stringify([scenario, seed]);
    if (kept?.key !== key) kept = { key, pages: possiblePages(scenario, seed) };
    return kept.pages;
  };
  return ({ scenario, seed, plans }) => {
    const pages = pagesOf(scenario, seed);
    return plans.map(({ hypotheses, plan }) =>
      pages
        .filter((p) => hypotheses.includes(p.hypothesis))
        .map((possible) => outlookOf(possible, plan)),
    );
  };
}
