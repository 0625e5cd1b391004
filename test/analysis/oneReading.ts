/** An incident and its page's own number, for tests of the observer that read one number. */
import { EVERYONE } from '../../src/sim/segments.ts';
import { scenarioById } from '../scenario/library.ts';

export const scenario = scenarioById('android-double-impression');
export const query = {
  metric: 'save_rate',
  by: [],
  scope: EVERYONE,
  surface: 'all',
  hours: 1,
  tick: scenario.world.pageTick,
} as const;
