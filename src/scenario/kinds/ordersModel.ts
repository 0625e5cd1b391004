/** Changes to ranker versions, to what they are trained on, to the app and to experiments. */
import { HEADS } from '../../sim/presets.ts';
import { EVERYONE } from '../../sim/segments.ts';
import { choice, flag, moment, named, number, people, usually, written } from './field.ts';
import type { OrderTable } from './orderTable.ts';

const version = named('model', 'A ranker version.');
const build = named('build', 'An app build.');
const trial = (means: string): ReturnType<typeof named> => named('trial', means);

export const MODEL_CHANGES = {
  'rollback-model': {
    means: 'back to an older version, for a scope or for everyone',
    fields: { to: version, scope: usually(EVERYONE, people('For whom; absent: everyone.')) },
  },
  'route-cohort': {
    means: 'a scope is served by another version',
    fields: { to: version, scope: people('For whom.') },
  },
  'promote-model': { means: 'a version goes to everyone', fields: { version } },
  'nonfinite-guard': {
    means: 'scores that are not numbers are replaced at serving',
    fields: {},
  },
  recalibrate: {
    means: 'a head’s scores are put back on the scale of what was observed today',
    fields: { head: choice(HEADS, 'The head, by what it predicts.') },
  },
  'newcomer-floor': {
    means: 'scores of newcomers’ ideas get a floor',
    fields: { logit: number(0, 5, 'The floor, as a shift on the logit.') },
  },
  'dedupe-events': {
    means: 'surplus events of a build are dropped on arrival',
    fields: { event: choice(['impression', 'save'], 'The event.'), build },
  },
  'quarantine-rows': {
    means: 'rows of a scope are left out of training',
    fields: {
      scope: people('Whose rows.'),
      sinceTick: written('since', moment('Rows from then on are left out.')),
    },
  },
  retrain: {
    means: 'the ranker is trained now: plain, debiased, or on the random slice',
    fields: { recipe: choice(['plain', 'debiased', 'random-slice'], 'On what, and how weighted.') },
  },
  'normalise-popularity': { means: 'counts are divided by exposure', fields: {} },
  'spam-rule': {
    means: 'saves of accounts that behave like robots no longer count',
    fields: { breadth: choice(['narrow', 'broad'], 'Broad: of every young account.') },
  },
  'restore-history': {
    means: 'erased histories come back from a snapshot',
    fields: { honourErasures: flag('Without those whose owners asked for erasure.') },
  },
  'fix-client': { means: 'a hotfix of an app build is made and released', fields: { build } },
  'exclusive-arms': {
    means: 'two experiments no longer share people: one leaves the overlap',
    fields: {
      rollout: trial('The one that leaves the overlap.'),
      than: trial('The one that keeps it.'),
    },
  },
} satisfies Partial<OrderTable>;
