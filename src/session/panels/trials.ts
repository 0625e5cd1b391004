/**
 * Experiments of a layer as their read-out shows them: who reports from each arm, by kind of device, and effects against
 * control. What is counted per reporting person knows nothing of those who never report.
 */
import { RATIO_LEVEL, sampleRatio } from '../../sim/delivery/sampleRatio.ts';
import { valueOf } from '../../sim/delivery/scope.ts';
import type { MetricId } from '../../sim/metrics.ts';
import { HOME } from '../../sim/presets.ts';
import {
  DEVICE_TIERS,
  EVERYONE,
  PLATFORMS,
  type Conjunction,
  type Scope,
} from '../../sim/segments.ts';
import { armEffects, survivorEffects, type Effect } from '../../sim/telemetry/readout.ts';
import { now, type Run } from '../run.ts';
import type { TablePanel } from '../view.ts';
import { signed, type PanelFrame } from './frame.ts';

/** Hours an effect is read over, at most: a whole day, or since the arms were drawn. More takes seconds to add up. */
const MOST_HOURS = 24;

/** What slices are cut by. */
const CUT_BY = ['platform', 'tier'] as const;

interface Slice {
  readonly label: string;
  readonly only: Conjunction;
}

const SLICES: readonly Slice[] = [
  { label: 'all', only: {} },
  ...PLATFORMS.map((platform) => ({ label: platform, only: { platform: [platform] } })),
  ...DEVICE_TIERS.map((tier) => ({ label: `${tier} devices`, only: { tier: [tier] } })),
];

/** A figure per impression or session, or the number of sessions: of those who are heard of. */
const METRIC_ROWS: readonly { readonly label: string; readonly metric: MetricId }[] = [
  { label: 'save rate', metric: 'save_rate' },
  { label: 'closeups', metric: 'closeup_rate' },
  { label: 'hides', metric: 'hide_rate' },
  { label: 'sessions', metric: 'sessions' },
  { label: 'p99', metric: 'p99_ms' },
];

interface Row {
  readonly cells: readonly string[];
  /** Does it stand out of its interval? */
  readonly clear: boolean;
  /** What the summary says of it then; null: of a slice it says the ratio only. */
  readonly said: string | null;
}

export function isRunning(run: Run): boolean {
  return running(run).length > 0;
}

const running = (run: Run) =>
  (run.pair.live.spec.setup.experiments ?? []).filter(
    ({ fromTick, toTick }) => fromTick <= now(run) && (toTick === undefined || now(run) < toTick),
  );

export function trialsPanel(run: Run, frame: PanelFrame): TablePanel {
  const experiments = running(run);
  const rows = experiments.flatMap(({ id, arms, fromTick }) => {
    const hours = hoursOf(run, fromTick);
    if (isOver(run, id)) return [aloneRow(id)];
    return [
      ...SLICES.map((slice, nth) => ratioRow(run, id, arms, slice, nth)),
      ...SLICES.flatMap((slice) => personRows(run, id, hours, slice)),
      ...METRIC_ROWS.flatMap((row) => metricRows(run, id, hours, row)),
    ];
  });
  const said = rows.flatMap(({ clear, said: words }) => (clear ? (words ?? []) : []));
  return {
    ...frame,
    kind: 'table',
    title: `Experiments: ${experiments.map(({ id }) => id).join(', ')}`,
    summary: said.length === 0 ? 'Nothing stands out of its interval.' : `${said.join('; ')}.`,
    help: `Ratio: people who reported today, by arm; below p = ${RATIO_LEVEL} it is not chance. Effects: against control, since the arms were drawn, ${MOST_HOURS} hours at most. Per reporting person: who did not report is in neither sum.`,
    columns: ['reading', 'arm against control', '95 % interval'],
    rows: rows.map(({ cells }) => cells),
    marked: rows.flatMap((row, k) => (row.clear ? [k] : [])),
  };
}

/** Everybody has one arm: it was paused, or launched. */
function isOver(run: Run, id: string): boolean {
  return sampleRatio(run.pair.live, id, now(run)).counts.some((n) => n === 0);
}

function aloneRow(id: string): Row {
  const said = `${id}: everybody has one arm, and there is nobody to compare with`;
  return { cells: [id, 'nobody to compare with', '–'], clear: true, said };
}

function ratioRow(
  run: Run,
  id: string,
  arms: readonly { readonly share: number }[],
  { label, only }: Slice,
  nth: number,
): Row {
  const { live } = run.pair;
  const tick = now(run);
  const inside = (person: number): boolean =>
    CUT_BY.every(
      (dimension) =>
        only[dimension]?.includes(valueOf(live, dimension, person, HOME, tick)) !== false,
    );
  const { counts, p } = sampleRatio(live, id, tick, inside, nth);
  // Control as its share of people says, so that what an arm is short of can be seen.
  const whole = counts[0]! / arms[0]!.share;
  const ratio = counts.map((n) => ((100 * n) / whole).toFixed(1)).join(' : ');
  const chance = p < 1e-6 ? 'p < 0.000001' : `p = ${p.toFixed(p < 0.01 ? 4 : 2)}`;
  return {
    cells: [`${id}: people reporting, ${label}`, ratio, chance],
    clear: p < RATIO_LEVEL,
    said: `${id}: ratio of ${label} ${ratio}, ${chance}`,
  };
}

function effectRow(label: string, { effect, low, high }: Effect, isSlice: boolean): Row {
  return {
    cells: [label, signed(effect), `${signed(low)} … ${signed(high)}`],
    clear: low > 0 || high < 0,
    said: isSlice ? null : `${label} ${signed(effect)}`,
  };
}

/** Whole hours, since a part of one says little. */
function hoursOf(run: Run, fromTick: number): number {
  return Math.max(1, Math.min(MOST_HOURS, Math.floor((now(run) - fromTick) / 60)));
}

function personRows(run: Run, id: string, hours: number, { label, only }: Slice): Row[] {
  const isSlice = Object.keys(only).length > 0;
  const scope: Scope = isSlice ? [only] : EVERYONE;
  return survivorEffects(run.observer, id, now(run), hours, scope).map((effect) =>
    effectRow(`${id}:${effect.arm}, saves per reporting person, ${label}`, effect, isSlice),
  );
}

function metricRows(run: Run, id: string, hours: number, row: (typeof METRIC_ROWS)[number]): Row[] {
  return armEffects(run.observer, id, row.metric, now(run), hours).map((effect) =>
    effectRow(`${id}:${effect.arm}, ${row.label}`, effect, false),
  );
}
