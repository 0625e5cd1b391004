/** Every kind of fault and every shape it can grow by, as an author writes them. */
import type { FaultTable, ShapeTable } from './faultTable.ts';
import { minutes, share, whole, written } from './field.ts';
import { INFRA_FAULTS } from './faultsInfra.ts';
import { LOG_FAULTS } from './faultsLog.ts';
import { SERVING_FAULTS } from './faultsServing.ts';
import { TRAINING_FAULTS } from './faultsTraining.ts';
import { WORLD_FAULTS } from './faultsWorld.ts';

export const FAULT_TABLE: FaultTable = {
  ...SERVING_FAULTS,
  ...INFRA_FAULTS,
  ...LOG_FAULTS,
  ...TRAINING_FAULTS,
  ...WORLD_FAULTS,
};

const over = written('over', minutes('1m', '60d', 'How long that takes.'));
const every = (means: string): ReturnType<typeof minutes> =>
  written('every', minutes('2m', '60d', means));

export const SHAPE_TABLE: ShapeTable = {
  step: { means: 'at full size from the onset on', fields: {} },
  ramp: { means: 'grows evenly from nothing to full size', fields: { minutes: over } },
  decay: {
    means: 'at full size at the onset, and shrinks evenly to nothing',
    fields: { minutes: over },
  },
  staircase: {
    means: 'grows in equal steps',
    fields: {
      minutes: every('Time between two steps.'),
      steps: whole(2, 50, 'Steps to full size.'),
    },
  },
  oscillation: {
    means: 'swings between nothing and full size, from nothing at the onset',
    fields: { minutes: every('Time from one fullest to the next.') },
  },
  flap: {
    means: 'goes on and off',
    fields: {
      minutes: every('Time from one beginning to the next.'),
      share: share('Share of that time it is on.', 1, 99),
    },
  },
};
