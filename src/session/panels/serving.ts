/** Latency by ranker version and device tier, and scores lost. */
import { groupBy, readGroups } from '../../sim/telemetry/readings.ts';
import type { Dimension } from '../../sim/segments.ts';
import { now, type Run } from '../run.ts';
import type { BarsPanel } from '../view.ts';
import { orderKeys } from '../keys.ts';
import { clearOfNoise, signed, type PanelFrame } from './frame.ts';

/** What it reads latency by, and over how many hours. */
export const LATENCY_CUTS = ['model', 'tier'] as const satisfies readonly Dimension[];
export const LATENCY_HOURS = 1;
const CUT_LABELS = { model: 'p99 by ranker version, ms', tier: 'p99 by device tier, ms' } as const;

export function servingPanel(run: Run, frame: PanelFrame): BarsPanel {
  const tick = now(run);
  const said: string[] = [];
  const group = (by: (typeof LATENCY_CUTS)[number]): BarsPanel['groups'][number] => {
    const grouping = groupBy(run.observer, [by], [{}], 'all', tick);
    const readings = readGroups(run.observer, 'p99_ms', grouping, tick, LATENCY_HOURS);
    return {
      label: CUT_LABELS[by],
      bars: orderKeys(run, by, grouping.keys).flatMap((key) => {
        const r = readings.find((x) => x.key === key);
        if (r === undefined) return [];
        const flag = clearOfNoise(r.deviation, r.error) && Math.abs(r.deviation) > 3;
        if (flag) said.push(`${key} ${signed(r.deviation)}`);
        return [
          { label: key, now: r.value, before: r.baseline, error: (r.error / 100) * r.value, flag },
        ];
      }),
    };
  };
  const groups = LATENCY_CUTS.map(group);
  return {
    ...frame,
    kind: 'bars',
    title: 'Latency by version',
    unit: 'ms',
    summary:
      said.length === 0
        ? 'Latency is where it was, by version and by device tier.'
        : `p99 moved: ${said.join('; ')}.`,
    help: 'Slowest hundredth of requests at the gateway over the last hour.',
    groups,
  };
}
