/** What changes outside Corkboard: people, uploads, robots. */
import type { FaultTable } from './faultTable.ts';
import { factor, number, optional, positive, topics, whole } from './field.ts';

const shift = (of: string): ReturnType<typeof number> =>
  number(-3, 3, `Shift of ${of}, in standard deviations.`);

export const WORLD_FAULTS = {
  season: {
    means: 'demand for some topics is multiplied, and visits with it',
    fields: {
      topics: topics('Topics.'),
      interest: factor(10, 'Factor on interest in them and on searches for them.'),
      visits: factor(10, 'Factor on visits.'),
    },
  },
  campaign: {
    means: 'more newcomers arrive than usual',
    fields: { factor: factor(20, 'Newcomers a day for each usual one.') },
  },
  'lost-onboarding': {
    means: 'the interests newcomers declare are lost',
    fields: {},
  },
  'save-bots': {
    means: 'automated accounts save ideas of a few creators',
    fields: {
      savesPerDay: optional(number(1, 20_000, 'Saves a simulated day, in a world of any size.')),
      times: optional(
        positive(20, 'Saves for each one that people of its scope make on the web, instead.'),
      ),
      creators: whole(1, 100, 'Creators who gain by it; with `times`, of each thousand.'),
    },
  },
  'clickbait-uploads': {
    means: 'uploads promise more than they hold',
    fields: { appeal: shift('appeal'), quality: shift('quality') },
  },
  supply: {
    means: 'uploads a day are multiplied',
    fields: { factor: factor(10, 'Factor; 1 changes nothing.') },
  },
} satisfies Partial<FaultTable>;
