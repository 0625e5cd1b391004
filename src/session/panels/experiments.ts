/** The running experiment: sample ratio, and effects by metric and by cohort with intervals. */
import { HOME, SURFACE_COUNT } from '../../sim/presets.ts';
import { normalCdf } from '../../determinism/special.ts';
import type { MetricId } from '../../sim/metrics.ts';
import type { Scope } from '../../sim/segments.ts';
import { rolloutShare } from '../../sim/delivery/routing.ts';
import { groupBy, readGroups, type GroupReading } from '../../sim/telemetry/readings.ts';
import { now, type Run } from '../run.ts';
import type { TablePanel } from '../view.ts';
import { signed, type PanelFrame } from './frame.ts';
import { isRunning, trialsPanel } from './trials.ts';

/** Hours an effect is read over. */
export const EFFECT_HOURS = 4;

interface Row {
  readonly label: string;
  readonly metric: MetricId;
  readonly scope: Scope;
}

export const EFFECTS: readonly Row[] = [
  { label: 'save rate, all', metric: 'save_rate', scope: [{}] },
  { label: 'save rate, core', metric: 'save_rate', scope: [{ activity: ['core'] }] },
  { label: 'save rate, casual', metric: 'save_rate', scope: [{ activity: ['casual'] }] },
  { label: 'save rate, returning', metric: 'save_rate', scope: [{ activity: ['returning'] }] },
  {
    label: 'save rate, newer than a month',
    metric: 'save_rate',
    scope: [{ tenure: ['0-1 d', '2-7 d', '8-28 d'] }],
  },
  { label: 'hides', metric: 'hide_rate', scope: [{}] },
  { label: 'closeups', metric: 'closeup_rate', scope: [{}] },
  { label: 'sessions', metric: 'sessions', scope: [{}] },
  { label: 'p99', metric: 'p99_ms', scope: [{}] },
];

export function experimentsPanel(run: Run, frame: PanelFrame): TablePanel {
  const tick = now(run);
  const rollout = run.scenario.world.rollouts.find((r) => r.experiment);
  const columns = ['reading', 'arm against control', '95 % interval'];
  if (rollout === undefined && isRunning(run)) return trialsPanel(run, frame);
  if (rollout === undefined) {
    const list = run.scenario.world.rollouts.map(
      (r) => `${r.label}: ${Math.round(100 * rolloutShare(r, tick, run.pair.live.control))} %`,
    );
    return {
      ...frame,
      kind: 'table',
      title: 'Experiments and arms',
      summary: `No experiment touches what is shown today.${list.length === 0 ? '' : ` Rollouts: ${list.join('; ')}.`}`,
      help: 'Arms, their ratio, and effects by cohort.',
      columns,
      rows: [],
      marked: [],
    };
  }
  const rows: string[][] = [];
  const marked: number[] = [];
  const said: string[] = [];
  for (const row of EFFECTS) {
    const groups = readGroups(
      run.observer,
      row.metric,
      groupBy(run.observer, ['arm'], row.scope, 'all', tick),
      tick,
      EFFECT_HOURS,
    );
    const arm = groups.find((g) => g.key === rollout.to);
    const control = groups.find((g) => g.key === rollout.from);
    if (arm === undefined || control === undefined) continue;
    const effect = effectOf(arm, control);
    if (Math.abs(effect.percent) > 1.96 * effect.error) {
      marked.push(rows.length);
      said.push(`${row.label} ${signed(effect.percent)}`);
    }
    rows.push([
      row.label,
      signed(effect.percent),
      `${signed(effect.percent - 1.96 * effect.error)} … ${signed(effect.percent + 1.96 * effect.error)}`,
    ]);
  }
  const ratio = sampleRatio(
    run,
    rollout.to,
    rollout.from,
    rolloutShare(rollout, tick, run.pair.live.control),
  );
  return {
    ...frame,
    kind: 'table',
    title: `Experiment ${rollout.label}: ${rollout.to} against ${rollout.from}`,
    summary: `${rollout.to} at ${Math.round(100 * rolloutShare(rollout, tick, run.pair.live.control))} %. Sample ratio ${ratio.text}. ${said.length === 0 ? 'No effect stands out of its interval.' : `Outside their intervals: ${said.join('; ')}.`}`,
    help: 'Effects are deviations of the arm from its own baseline less those of control, over the last four hours. Nine rows: expect one false alarm in twenty.',
    columns,
    rows: [...rows, ['sample ratio', ratio.share, `p = ${ratio.p.toFixed(2)}`]],
    marked,
  };
}

/** Difference of deviations; their common noise cancels, so only the cells' own noise remains. */
function effectOf(arm: GroupReading, control: GroupReading): { percent: number; error: number } {
  return {
    percent: arm.deviation - control.deviation,
    error: Math.sqrt(
      Math.max(0.01, arm.error * arm.error + control.error * control.error - 2 * 0.36),
    ),
  };
}

/** χ² with one degree of freedom on people assigned, real-world counts thinned to the simulated ones. */
function sampleRatio(
  run: Run,
  to: string,
  from: string,
  expected: number,
): { text: string; share: string; p: number } {
  const grouping = groupBy(run.observer, ['arm'], [{}], 'home', now(run));
  const counts = new Map<string, number>();
  const { weight } = run.pair.panel;
  let squares = 0;
  let sum = 0;
  for (let m = 0; m < weight.length; m++) {
    const g = grouping.groups[m * SURFACE_COUNT + HOME]!;
    if (g < 0) continue;
    const key = grouping.keys[g]!;
    counts.set(key, (counts.get(key) ?? 0) + weight[m]!);
    sum += weight[m]!;
    squares += weight[m]! * weight[m]!;
  }
  const arm = counts.get(to) ?? 0;
  const control = counts.get(from) ?? 0;
  const effective = (sum * sum) / Math.max(1, squares);
  const share = arm / Math.max(1e-9, arm + control);
  const z =
    expected > 0 && expected < 1
      ? (share - expected) / Math.sqrt((expected * (1 - expected)) / effective)
      : 0;
  const p = 2 * (1 - normalCdf(Math.abs(z)));
  return {
    text: `${(100 * share).toFixed(1)} : ${(100 * (1 - share)).toFixed(1)}, p = ${p.toFixed(2)}`,
    share: `${(100 * share).toFixed(1)} %`,
    p,
  };
}
