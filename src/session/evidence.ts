/** Evidence: what a reading said when it was pinned, of a whole panel or of a range of one plot. */
import { METRICS, type MetricId } from '../sim/metrics.ts';
import type { Dimension, Scope } from '../sim/segments.ts';
import { metricError } from '../sim/telemetry/errors.ts';
import { groupBy, groupShares } from '../sim/telemetry/readings.ts';
import { stretchLabels } from './dayWords.ts';
import type { ReadingRecord } from './desk.ts';
import { clearOfNoise, withError } from './panels/frame.ts';
import { panelOf } from './panels/panel.ts';
import { isCut } from './prediction.ts';
import { parseReadingId, type ReadingId } from './grammarReading.ts';
import { rangeDeviation } from './rangeWords.ts';
import { now, type Run } from './run.ts';
import type { SeriesLine, SeriesPanel } from './view.ts';
import { lookWords } from './words.ts';

/** The record of a reading that is not on the desk yet; null where its panel is not open or was not read then. */
export function evidenceOf(run: Run, text: string): ReadingRecord | null {
  const id = parseReadingId(text);
  const open = run.desk.panels.find((p) => p.id === id?.panel);
  if (id === null || open === undefined || id.to > now(run)) return null;
  const panel = panelOf(run, open);
  if (panel?.look === null || panel === null) return null;
  const record = {
    id: text,
    panel: open.id,
    view: panel.look.view,
    tick: now(run),
    answer: null,
  };
  const label = lookWords(panel.look);
  if (id.from === id.to)
    return id.to === now(run) ? { ...record, label, summary: panel.summary } : null;
  if (panel.kind !== 'series') return null;
  const span = stretchLabels(panel.ticks, id).join(' to ');
  const said = rangeWords(run, panel, id);
  return said === null
    ? null
    : { ...record, label: `${label}, ${span}`, summary: `${panel.title}, ${span}: ${said}` };
}

function rangeWords(run: Run, panel: SeriesPanel, range: ReadingId): string | null {
  const found = panel.lines.flatMap((line) => {
    const deviation = rangeDeviation(panel.ticks, line, range);
    return deviation === null ? [] : [{ line, deviation, error: errorOf(run, panel, line, range) }];
  });
  const [only] = found;
  if (only === undefined) return null;
  const say = ({ line, deviation, error }: typeof only): string =>
    `${panel.lines.length === 1 ? '' : `${line.label} `}${withError(deviation, error)}`;
  if (panel.look !== null && isCut(panel.look)) {
    const clear = found.filter((f) => clearOfNoise(f.deviation, f.error));
    return clear.length === 0
      ? 'nothing stands out of the noise.'
      : `${clear.map(say).join('; ')}; the others are inside their noise.`;
  }
  return `${found.map(say).join('; ')} against its own past.`;
}

/** A longer range is read more closely, down to what all its minutes share. */
function errorOf(run: Run, panel: SeriesPanel, line: SeriesLine, range: ReadingId): number {
  const { look } = panel;
  const own = line.error ?? 0;
  if (look?.view !== 'metric' && look?.view !== 'sources') return own;
  const metric: MetricId =
    look.view === 'metric' ? look.metric : line.key === 'client' ? 'saves' : 'server_saves';
  if (!METRICS[metric].cuttable) return own;
  const by = look.view === 'metric' ? look.by : null;
  const hours = Math.max(1, (range.to - range.from) / 60);
  return metricError(metric, shareOf(run, by, look.scope, line.key), hours);
}

function shareOf(run: Run, by: Dimension | null, scope: Scope, key: string): number {
  const grouping = groupBy(run.observer, by === null ? [] : [by], scope, 'all', now(run));
  const shares = groupShares(run.observer, grouping);
  return shares[by === null ? 0 : Math.max(0, grouping.keys.indexOf(key))] ?? 1;
}
