/** What comes after a run: after a drill another of its difficulty, in the campaign the next one. */
import { drillNamed } from '../../drills/nameFormat.ts';
import type { App } from '../app/context.ts';
import type { RunSource } from '../app/run.ts';
import { campaignOf, freshRun, handoversOf, ownRuns } from '../pager/cards.ts';
import { freshDrill, nextDrill } from '../pager/drillChoice.ts';

export interface Next {
  readonly label: string;
  /** Undefined where there is none left. */
  readonly open: () => Promise<RunSource | undefined>;
}

/** Null after the last of the campaign. `scenario`: of the run that was closed. */
export function nextAfter(app: App, scenario: string | undefined): Next | null {
  const name = scenario === undefined ? null : drillNamed(scenario);
  if (name !== null)
    return {
      label: 'Next drill',
      open: async () => {
        const runs = ownRuns(await (await app.saves).list());
        const drill = nextDrill(
          (await app.drills()).filter(({ id }) => id !== scenario),
          name.difficulty,
          runs,
        );
        return drill === undefined ? undefined : freshDrill(drill);
      },
    };
  // What was taken over half way is no part of the campaign: the next such case follows it.
  const isCampaign = campaignOf(app.cards).some(({ id }) => id === scenario);
  const cards = isCampaign ? campaignOf(app.cards) : handoversOf(app.cards).map(({ card }) => card);
  const at = cards.findIndex(({ id }) => id === scenario);
  const next = at < 0 ? undefined : cards[at + 1];
  return next === undefined
    ? null
    : { label: 'Next incident', open: () => Promise.resolve(freshRun(next)) };
}
