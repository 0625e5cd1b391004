/** Who is shown: concentration, creators, coverage, variety; yesterday against the weeks before. */
import { METRICS, type MetricId } from '../../sim/metrics.ts';
import { readSystem } from '../../sim/telemetry/system.ts';
import { readScope } from '../../sim/telemetry/readings.ts';
import { now, type Run } from '../run.ts';
import type { BarsPanel } from '../view.ts';
import { clearOfNoise, signed, type PanelFrame } from './frame.ts';

const SHOWN: readonly { readonly label: string; readonly metrics: readonly MetricId[] }[] = [
  { label: 'Concentration', metrics: ['head_share', 'exposure_gini', 'unique_items'] },
  { label: 'Who gets a chance', metrics: ['new_creator_share', 'tail_labels'] },
  { label: 'Is it wanted?', metrics: ['search_demand', 'head_value'] },
];

/** All of the whole service. */
export const ECOSYSTEM_METRICS = SHOWN.flatMap(({ metrics }) => metrics);
/** Variety is read on Home, over so many hours. */
export const VARIETY_HOURS = 24;

export function ecosystemPanel(run: Run, frame: PanelFrame): BarsPanel {
  const tick = now(run);
  const said: string[] = [];
  const groups = SHOWN.map(({ label, metrics }) => ({
    label,
    bars: metrics.flatMap((metric) => {
      const reading = readSystem(run.observer, metric, tick);
      if (reading === null) return [];
      const flag = clearOfNoise(reading.deviation, 3);
      if (flag) said.push(`${METRICS[metric].label.toLowerCase()} ${signed(reading.deviation, 0)}`);
      const scale = METRICS[metric].unit === '%' ? 100 : 1;
      return [
        {
          label: METRICS[metric].label,
          now: reading.value * scale,
          before: reading.baseline * scale,
          error: (reading.error / 100) * reading.value * scale,
          flag,
        },
      ];
    }),
  }));
  const entropy = readScope(run.observer, 'topic_entropy', [{}], 'home', tick, VARIETY_HOURS);
  if (entropy !== null)
    groups.push({
      label: 'Variety',
      bars: [
        {
          label: 'Topic entropy@25',
          now: entropy.value,
          before: entropy.baseline,
          error: (entropy.error / 100) * entropy.value,
          flag: clearOfNoise(entropy.deviation, 2),
        },
      ],
    });
  return {
    ...frame,
    kind: 'bars',
    title: 'Who gets shown',
    unit: '',
    summary:
      said.length === 0
        ? 'Concentration, creators and coverage are where they have been.'
        : `Yesterday against the two weeks before: ${said.join('; ')}.`,
    help: 'Shares of impressions, not of merit: read it beside search demand and beside what each exposure is worth.',
    groups,
  };
}
