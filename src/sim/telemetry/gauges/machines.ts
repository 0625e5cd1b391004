/** Gauges of the machines, from their own record by the minute; held against the same minutes a week before. */
import { MINUTES_PER_DAY } from '../../clock.ts';
import type { GaugeCut, GaugeId } from '../../gauges.ts';
import type { InfraMetric } from '../../infra/record.ts';
import { infraSeries, machinesOf, type Machines } from '../../infra/series.ts';
import { usualMachines } from '../../pair.ts';
import type { Observer } from '../observer.ts';
import { lineOf, spread, type GaugeLine, type GaugeSeries, type GaugeSpan } from './line.ts';

const WEEK = 7 * MINUTES_PER_DAY;
const BELOW_HEAVY = ['light', 'popular', 'shed', 'errors'] as const;

/** Columns of the record a gauge adds up, and whether pools are summed or averaged by their traffic. */
const COLUMNS: Readonly<
  Partial<
    Record<GaugeId, { readonly of: readonly InfraMetric[]; readonly over: 'sum' | 'traffic' }>
  >
> = {
  p50: { of: ['p50'], over: 'traffic' },
  p99: { of: ['p99'], over: 'traffic' },
  errors: { of: ['errors'], over: 'traffic' },
  fallback: { of: BELOW_HEAVY, over: 'traffic' },
  offered: { of: ['offered'], over: 'sum' },
  retries: { of: ['retries'], over: 'sum' },
  ranker_load: { of: ['utilisation'], over: 'traffic' },
  store_load: { of: ['store'], over: 'traffic' },
  hot_shard: { of: ['shard'], over: 'traffic' },
  cached: { of: ['cached'], over: 'traffic' },
};

/** Means of buckets of a span; null for a bucket of which nothing was simulated. */
function buckets(
  machines: Machines,
  pools: readonly string[],
  of: readonly InfraMetric[],
  over: 'sum' | 'traffic',
  from: number,
  to: number,
  minutes: number,
): (number | null)[] {
  const count = Math.max(0, Math.ceil((to - from) / minutes));
  const sums = new Float64Array(count);
  const weights = new Float64Array(count);
  pools.forEach((pool, p) => {
    const offered = infraSeries(machines, pool, 'offered', from, to);
    for (const metric of of) {
      const values = infraSeries(machines, pool, metric, from, to);
      for (let k = 0; k < values.length; k++) {
        const b = Math.floor(k / minutes);
        sums[b] = sums[b]! + values[k]! * (over === 'sum' ? 1 : offered[k]!);
      }
    }
    for (let k = 0; k < offered.length; k++) {
      const b = Math.floor(k / minutes);
      // Pools that are summed share their minutes.
      if (over === 'traffic' || p === 0)
        weights[b] = weights[b]! + (over === 'sum' ? 1 : offered[k]!);
    }
  });
  return Array.from(sums, (sum, b) => (weights[b] === 0 ? null : sum / weights[b]!));
}

export function machineGauge(
  observer: Observer,
  gauge: GaugeId,
  by: GaugeCut | null,
  span: GaugeSpan,
): GaugeSeries {
  const columns = COLUMNS[gauge];
  const { live } = observer.pair;
  const from = Math.max(WEEK, span.from - (span.from % span.minutes));
  if (columns === undefined) return { ticks: [], lines: [] };
  const to = Math.min(span.to, live.tick);
  const usual = usualMachines(observer.pair);
  const own = machinesOf(live);
  const { pools } = live.infra;
  const line = (key: string, of: readonly InfraMetric[], among: readonly string[]): GaugeLine => {
    const read = (machines: Machines, ago: number): (number | null)[] =>
      buckets(machines, among, of, columns.over, from - ago, to - ago, span.minutes);
    const before = read(usual, WEEK).map((v) => v ?? 0);
    // How far one week's figure lies from the next one's where nothing is wrong.
    const apart = spread(
      read(usual, 0).map((v, k) => {
        const then = before[k] ?? 0;
        return then === 0 ? 0 : 100 * ((v ?? 0) / then - 1);
      }),
    );
    return lineOf(key, read(own, 0), before, () => apart);
  };
  const lines =
    by === 'pool'
      ? pools.map((pool) => line(pool, columns.of, [pool]))
      : by === 'rung'
        ? BELOW_HEAVY.map((rung) => line(rung, [rung], pools))
        : [line('all', columns.of, pools)];
  const ticks = Array.from(lines[0]?.values ?? [], (_, k) => from + k * span.minutes);
  return { ticks, lines };
}
