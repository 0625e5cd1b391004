/** What differs here: segments ranked by their part in a deviation. It suggests where to look and names no cause. */
import { METRICS, type MetricId } from '../../sim/metrics.ts';
import { DIMENSION_LABELS, type Dimension } from '../../sim/segments.ts';
import { groupBy, readCuts } from '../../sim/telemetry/readings.ts';
import { conjunctionWords, valueWords } from '../segmentWords.ts';
import { now, type Run } from '../run.ts';
import type { TablePanel } from '../view.ts';
import { discoveryCut, twoSided } from './discoveries.ts';
import { withError, type PanelFrame } from './frame.ts';

export const DIFFERS_CUTS: readonly Dimension[] = [
  'surface',
  'region',
  'platform',
  'build',
  'tier',
  'tenure',
  'activity',
  'history',
  'arm',
  'model',
];
/** Hours a cut is read over. */
export const DIFFERS_HOURS = 2;
/** Rows shown. */
const MOST = 10;

interface Found {
  readonly dimension: Dimension;
  readonly key: string;
  readonly deviation: number;
  readonly error: number;
  readonly share: number;
  readonly part: number;
  readonly p: number;
}

export function differsPanel(run: Run, metric: MetricId, frame: PanelFrame): TablePanel {
  const tick = now(run);
  const found: Found[] = [];
  const cuts = DIFFERS_CUTS.map((by) => groupBy(run.observer, [by], [{}], 'all', tick));
  const read = readCuts(run.observer, metric, cuts, tick, DIFFERS_HOURS);
  for (const [k, readings] of read.entries()) {
    for (const r of readings) {
      found.push({
        dimension: DIFFERS_CUTS[k]!,
        key: r.key,
        deviation: r.deviation,
        error: r.error,
        share: r.share,
        part: r.share * r.deviation,
        p: twoSided(r.deviation, r.error),
      });
    }
  }
  const cut = discoveryCut(found.map((f) => f.p));
  const ranked = found
    .toSorted(
      (a, b) =>
        Math.abs(b.deviation / Math.max(0.1, b.error)) -
          Math.abs(a.deviation / Math.max(0.1, a.error)) || (a.key < b.key ? -1 : 1),
    )
    .slice(0, MOST);
  const marked = ranked.flatMap((f, i) => (f.p <= cut ? [i] : []));
  const names = marked.map(
    (i) => `${nameOf(ranked[i]!)} ${withError(ranked[i]!.deviation, ranked[i]!.error)}`,
  );
  return {
    ...frame,
    kind: 'table',
    title: `What differs: ${METRICS[metric].label.toLowerCase()}`,
    summary:
      names.length === 0
        ? `No single segment of ${found.length} stands out once their number is taken into account.`
        : `Standing out among ${found.length} segments: ${names.join('; ')}. Segments overlap: one of them may only look so because it holds much of another.`,
    help: 'One cut at a time, false discoveries held to one in twenty. It cannot see two dimensions at once.',
    columns: ['segment', 'dimension', 'deviation', 'share of sessions', 'points of the whole'],
    rows: ranked.map((f) => [
      valueWords(f.dimension, f.key),
      DIMENSION_LABELS[f.dimension],
      withError(f.deviation, f.error),
      `${(100 * f.share).toFixed(1)} %`,
      f.part.toFixed(2).replace('-', '−'),
    ]),
    marked,
  };
}

function nameOf(f: Found): string {
  return conjunctionWords({ [f.dimension]: [f.key] });
}
