/** Faults of the event log and of what is computed from it for dashboards. */
import { LOG_EVENTS } from '../../sim/faults.ts';
import type { FaultTable } from './faultTable.ts';
import { choice, minutes, named, share, written } from './field.ts';

const event = choice(LOG_EVENTS, 'Event of the client log.');
const build = named('build', 'App build it lives in.');

export const LOG_FAULTS = {
  'duplicate-events': {
    means: 'a build reports an event more than once',
    fields: { event, build, extra: share('Surplus events per true one.') },
  },
  'lost-events': {
    means: 'a build loses a share of an event',
    fields: { event, build, share: share('Share of events that never arrive.') },
  },
  'aggregator-loss': {
    means: 'the metric job drops a share of an event: reported numbers only',
    fields: { event, share: share('Share of events not counted.') },
  },
  'late-events': {
    means: 'events of a build reach the metric job late',
    fields: {
      build,
      minutes: written('within', minutes('1m', '24h', 'Half of them arrive within it.')),
    },
  },
  'misaligned-panels': {
    means: 'week-over-week panels compare hours that do not belong together',
    fields: { minutes: written('by', minutes('1m', '12h', 'How far they are apart.')) },
  },
} satisfies Partial<FaultTable>;
