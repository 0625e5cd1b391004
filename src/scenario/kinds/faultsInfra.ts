/** Faults of machines, load and the way to the screen. */
import type { FaultTable } from './faultTable.ts';
import { factor, named, number, share, whole } from './field.ts';

const pool = named('pool', 'Pool of machines.');

export const INFRA_FAULTS = {
  latency: {
    means: 'requests take longer',
    fields: { ms: number(1, 10_000, 'Milliseconds more at the median.') },
  },
  traffic: {
    means: 'real traffic is multiplied',
    fields: { factor: factor(10, 'Factor; 1 changes nothing.') },
  },
  capacity: {
    means: 'the capacity of a pool is multiplied',
    fields: { pool, factor: factor(5, 'Factor; 1 changes nothing.') },
  },
  retries: {
    means: 'clients ask again when a request fails',
    fields: { times: whole(1, 10, 'How often, at most.') },
  },
  'hot-shard': {
    means: 'one shard of the feature store takes many times its load',
    fields: {
      shard: whole(0, 15, 'The shard, of 16.'),
      factor: number(1, 100, 'Times its usual load.'),
    },
  },
  'pool-share': {
    means: 'a share of people is moved to a pool',
    fields: { pool, share: share('Share of people.') },
  },
  unpainted: {
    means: 'tiles are never painted, and their impressions are logged all the same',
    fields: { share: share('Share of tiles.') },
  },
  crash: {
    means: 'sessions crash at the start and are never heard of',
    fields: { share: share('Share of sessions.') },
  },
} satisfies Partial<FaultTable>;
