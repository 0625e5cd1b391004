/** Explanations that are not so, each with what would be wrong if it were. */
import type { ScopeDocument } from '../scenario/schemaScope.ts';
import type { Hypothesis } from './case.ts';
import type { Plan } from './plan.ts';
import type { Who } from './who.ts';

export type RivalId = 'ranker' | 'meter' | 'season' | 'tiles' | 'inputs' | 'shelves' | 'chance';

/** `scope`: whom the page reads. `fall`: per cent it fell by: a rival would have to fall as far. */
export function rivalsOf(
  plan: Plan,
  scope: ScopeDocument,
  fall: number,
  which: readonly RivalId[],
): Hypothesis[] {
  const onset = `page - ${plan.since}h`;
  const share = (times: number): string => `${Math.min(60, Math.round(fall * times))} %`;
  const { next } = plan.ranker;
  const all: Readonly<Record<RivalId, Hypothesis>> = {
    ranker: {
      id: 'ranker-worse',
      label: `Ranker ${next} orders worse for those it serves`,
      mechanisms: ['scores-biased'],
      components: ['ranker', 'experiment'],
      prior: 0.2,
      tell: `Those whom ${next} does not serve would be as they were; here the two arms fall alike.`,
      world: [
        {
          id: 'r-ranker',
          kind: 'utility-weight',
          head: 'save',
          factor: 0.1,
          scope: { model: next },
          onset: rolledOut(plan),
        },
      ],
    },
    meter: {
      id: 'saves-uncounted',
      label: 'Saves are made and no longer counted',
      mechanisms: ['events-lost', 'events-late'],
      components: ['aggregator', 'event-log'],
      prior: 0.12,
      tell: 'The storage service reads no log, and its writes fell with the reported saves.',
      world: [
        { id: 'r-meter', kind: 'aggregator-loss', event: 'save', share: share(1), scope, onset },
      ],
    },
    season: {
      id: 'other-wishes',
      label: 'People want something else today',
      mechanisms: ['demand-moved'],
      components: ['world'],
      prior: 0.1,
      tell: 'Wishes move with a day and a place; this has a minute, and a border that no feast has.',
      world: [
        {
          id: 'r-season',
          kind: 'season',
          topics: plan
            .dice('season')
            .some(['kitchens', 'gardens', 'weddings', 'travel', 'bread'], 3),
          interest: 0.6,
          visits: 1,
          onset,
        },
      ],
    },
    tiles: {
      id: 'tiles-blank',
      label: 'Tiles are counted as shown and never appear',
      mechanisms: ['render-broken'],
      components: ['images', 'client'],
      prior: 0.12,
      tell: 'What is not painted is not hidden either; openings and hides would fall by the same share.',
      world: [{ id: 'r-tiles', kind: 'unpainted', share: share(1.2), scope, onset }],
    },
    inputs: {
      id: 'inputs-default',
      label: 'Inputs of the ranker are not what they should be',
      mechanisms: ['features-stale'],
      components: ['feature-store'],
      prior: 0.12,
      tell: 'The distributions of the inputs are those of last week.',
      world: [
        {
          id: 'r-inputs',
          kind: 'feature',
          feature: 'freshness',
          becomes: 'noise',
          value: 2,
          share: '90 %',
          scope,
          onset,
        },
      ],
    },
    shelves: {
      id: 'index-short',
      label: 'A source finds less of the catalogue than it should',
      mechanisms: ['supply-narrowed'],
      components: ['index', 'candidates'],
      prior: 0.12,
      tell: 'Every source offers as many candidates as a week ago, and its probes find what they should.',
      world: [{ id: 'r-shelves', kind: 'lost-shards', source: 'similar', shards: 7, onset }],
    },
    chance: {
      id: 'only-chance',
      label: 'Nothing is wrong; the number had a bad hour',
      mechanisms: ['nothing'],
      components: ['nowhere'],
      prior: 0.06,
      tell: 'Several half hours with one sign, several errors wide, are not chance.',
      world: [],
    },
  };
  return which.map((id) => all[id]);
}

/** When the newest ranker began to serve the share it serves now. */
export function rolledOut(plan: Plan): string {
  switch (plan.newest) {
    case 'guilty':
      return `page - ${plan.since}h`;
    case 'innocent':
      return `page - ${plan.since + 2}h`;
    case 'absent':
      return 'page - 6d at 10:00';
  }
}

/** How a group other than the page's own reads in a sentence of the debrief. */
export const beside = ({ spared }: Who): string => spared.people;
