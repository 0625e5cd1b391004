/** Holds: cheap and reversible stops. */
import { choice, named } from './field.ts';
import type { OrderTable } from './orderTable.ts';

const rollout = named('rollout', 'Id of a rollout.');
const trial = named('trial', 'Id of a rollout or an experiment.');

export const HOLDS = {
  'freeze-deploys': { means: 'no deployment until lifted', fields: {} },
  'stop-ramp': { means: 'a rollout keeps its share', fields: { rollout } },
  'pin-model': {
    means: 'a version stays in service; nothing replaces it',
    fields: { version: named('model', 'A ranker version.') },
  },
  'stop-promotion': {
    means: 'new snapshots are trained but not taken into service',
    fields: {},
  },
  'pause-arm': {
    means: 'everybody gets the old version of a rollout, or the control arm of an experiment',
    fields: { rollout: trial },
  },
  'pause-release': {
    means: 'an app build stops spreading; existing installs stay',
    fields: { build: named('build', 'An app build.') },
  },
  'skip-training': { means: 'the next daily training does not run', fields: {} },
  'stop-job': {
    means: 'a job that goes on by itself is stopped where it stands',
    fields: { job: choice(['re-embedding', 'deletion'], 'The job.') },
  },
  'suspend-robots': {
    means: 'robots that act on reported metrics do nothing',
    fields: {},
  },
} satisfies Partial<OrderTable>;
