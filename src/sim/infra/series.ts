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

/** Values of the minutes `from … to − 1` that have been simulated; empty for a pool that does not exist. */
export function infraSeries(
  world: World,
  pool: string,
  metric: InfraMetric,
  from: number,
  to: number,
): Float32Array {
  const { infra } = world;
  const p = infra.pools.indexOf(pool);
  const first = Math.max(0, from);
  const end = Math.min(to, world.tick);
  const out = new Float32Array(p < 0 ? 0 : Math.max(0, end - first));
  const m = INFRA_METRICS.indexOf(metric);
  const start = infra.series[0]!.day;
  for (let k = 0; k < out.length; k++) {
    const tick = first + k;
    const chunk = infra.series[dayOf(tick) - start]!;
    out[k] = chunk.values[(minuteOfDay(tick) * chunk.pools + p) * METRIC_COUNT + m]!;
  }
  return out;
}
