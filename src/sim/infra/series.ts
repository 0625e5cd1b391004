/** The machines' own record, minute by minute, for the whole run: chunks of a day, of which forks share the finished ones. */
import { dayOf, minuteOfDay } from '../clock.ts';
import type { World } from '../world.ts';
import {
  createRecord,
  INFRA_METRICS,
  METRIC_COUNT,
  type InfraRecord,
  type InfraMetric,
} from './record.ts';

/** The chunk of a minute, begun where it is the first of its day. */
export function recordOf(world: World, tick: number): InfraRecord {
  const { infra } = world;
  const last = infra.series[infra.series.length - 1]!;
  const day = dayOf(tick);
  if (last.day === day) return last;
  const chunk = createRecord(day, infra.pools.length);
  infra.series = [...infra.series, chunk];
  return chunk;
}

/** What the machines of a world have recorded, up to a minute. */
export interface Machines {
  readonly pools: readonly string[];
  readonly series: readonly InfraRecord[];
  /** First minute that is not simulated. */
  readonly tick: number;
}

export function machinesOf({ infra, tick }: World): Machines {
  return { pools: infra.pools, series: infra.series, tick };
}

/** Values of the minutes `from … to − 1` that have been simulated; empty for a pool that does not exist. */
export function infraSeries(
  { pools, series, tick: until }: Machines,
  pool: string,
  metric: InfraMetric,
  from: number,
  to: number,
): Float32Array {
  const p = pools.indexOf(pool);
  const first = Math.max(0, from);
  const end = Math.min(to, until);
  const out = new Float32Array(p < 0 ? 0 : Math.max(0, end - first));
  const m = INFRA_METRICS.indexOf(metric);
  const start = series[0]!.day;
  for (let k = 0; k < out.length; k++) {
    const tick = first + k;
    const chunk = series[dayOf(tick) - start]!;
    out[k] = chunk.values[(minuteOfDay(tick) * chunk.pools + p) * METRIC_COUNT + m]!;
  }
  return out;
}
