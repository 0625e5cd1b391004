/** Does what a weighing asks for, and keeps the worlds of the last incident: what is asked next is asked of the same ones. */
import { possiblePages, type PossiblePage } from '../belief/possible.ts';
import { keptOf } from '../kept.ts';
import type { OutlookTask } from './incidentTable.ts';
import { outlookOf, type Outlook } from './outlook.ts';

export type Outlooks = (task: OutlookTask) => Outlook[][];

export function createOutlooks(): Outlooks {
  const pagesOf = keptOf<readonly PossiblePage[]>(possiblePages);
  return ({ scenario, seed, plans }: OutlookTask): Outlook[][] => {
    const pages = pagesOf(scenario, seed);
    return plans.map(({ hypotheses, plan }) =>
      pages
        .filter((p) => hypotheses.includes(p.hypothesis))
        .map((possible) => outlookOf(possible, plan)),
    );
  };
}
