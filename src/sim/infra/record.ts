/** The machines' record of one day. */
import { MINUTES_PER_DAY } from '../clock.ts';

/**
 * What is recorded for a pool each minute. Requests, attempts and retries are per second of real traffic; shares are of
 * first attempts, `timeouts` and `store` of attempts and of capacity; latencies in milliseconds for a middle device.
 */
export const INFRA_METRICS = [
  'offered',
  'attempts',
  'served',
  'retries',
  'utilisation',
  'store',
  'heavy',
  'light',
  'popular',
  'shed',
  'errors',
  'timeouts',
  'p50',
  'p99',
  'cached',
  'shard',
] as const;
export type InfraMetric = (typeof INFRA_METRICS)[number];
export const METRIC_COUNT = INFRA_METRICS.length;

export interface InfraRecord {
  readonly day: number;
  readonly pools: number;
  /** `MINUTES_PER_DAY × pools × METRIC_COUNT`. */
  readonly values: Float32Array;
}

export function createRecord(day: number, pools: number): InfraRecord {
  return { day, pools, values: new Float32Array(MINUTES_PER_DAY * pools * METRIC_COUNT) };
}
