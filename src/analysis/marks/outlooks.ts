/**
 * Does what a weighing asks for, and keeps the worlds of the last incident, and its answers: what is asked next is asked of
 * the same worlds, and runs of like moves ask the same.
 */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { possiblePages, type PossiblePage } from '../belief/possible.ts';
import { keptOf } from '../kept.ts';
import type { OutlookTask } from './incidentTable.ts';
import { outlookOf, type Outlook, type Plan } from './outlook.ts';

export type Outlooks = (task: OutlookTask) => Outlook[][];

interface SeedWorlds {
  readonly pages: readonly PossiblePage[];
  /** By hypothesis and plan. */
  readonly answered: Map<string, Outlook>;
}

export function createOutlooks(): Outlooks {
  const worldsOf = keptOf((scenario: CompiledScenario, seed: string): SeedWorlds => ({
    pages: possiblePages(scenario, seed),
    answered: new Map(),
  }));
  return ({ scenario, seed, plans }: OutlookTask): Outlook[][] => {
    const worlds = worldsOf(scenario, seed);
    return plans.map(({ hypotheses, plan }) =>
      worlds.pages
        .filter((p) => hypotheses.includes(p.hypothesis))
        .map((possible) => answer(worlds, possible, plan)),
    );
  };
}

function answer({ answered }: SeedWorlds, possible: PossiblePage, plan: Plan): Outlook {
  const name = JSON.stringify([possible.hypothesis, runsOn(plan)]);
  const known = answered.get(name);
  if (known !== undefined) return known;
  const outlook = outlookOf(possible, plan);
  answered.set(name, outlook);
  return outlook;
}

/** A plan but for where its points stand in the log: nothing in a world hangs on how many looks came before. */
function runsOn(plan: Plan): object {
  return { ...plan, points: plan.points.map(({ tick, deed, order }) => ({ tick, deed, order })) };
}
