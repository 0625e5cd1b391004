/** Metrics of ideas: one dimension as a plot, two as a table of cells. */
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { ITEM_METRICS } from '../../sim/itemSegments.ts';
import { itemCells, slatesAt, type NamedCells } from '../../sim/telemetry/itemCells.ts';
import { readItems, type ItemReading } from '../../sim/telemetry/itemReadings.ts';
import type { Look } from '../commands.ts';
import { pointLabels } from '../dayWords.ts';
import { leadOf } from '../overlayWords.ts';
import { now, type Run } from '../run.ts';
import { itemCutWords, itemValueWords } from '../segmentWords.ts';
import type { PanelView, SeriesLine, SeriesPanel, TablePanel, TextPanel } from '../view.ts';
import { isEveryone, scopeWords } from '../words.ts';
import { discoveryCut, twoSided } from './discoveries.ts';
import { withError, type PanelFrame } from './frame.ts';
import { markersBetween } from './markers.ts';
import { OWN_PAST } from './series.ts';

type ItemsLook = Extract<Look, { view: 'items' }>;

/** Points of a plot: how far back, and minutes each. The panel is taken anew every few hours; no plot is finer. */
const SPANS = {
  minutes: { days: 3, minutes: 360 },
  days: { days: 28, minutes: MINUTES_PER_DAY },
} as const;
/** Hours a reading is taken over. */
const HOURS = { minutes: 2, days: 24 } as const;
/** Lines a plot can carry, columns a table. */
const MOST_LINES = 8;
const MOST_COLUMNS = 8;
const MOST_NAMED = 6;

export function itemsPanel(run: Run, look: ItemsLook, frame: PanelFrame): PanelView {
  const last = now(run) - 1;
  const cellsOf = cellsOver(run, look);
  const hours = HOURS[run.scenario.clock];
  const readings = readItems(run.observer, look.metric, cellsOf(last), last, hours);
  if (readings.length === 0) return nothingShown(look, frame);
  return look.by.length === 2
    ? cellTable(look, frame, readings)
    : itemSeries(run, look, frame, readings, cellsOf);
}

/** Cells as they were in the slates that stand for a minute; the same slates stand for many. */
function cellsOver(run: Run, look: ItemsLook): (tick: number) => NamedCells {
  const known = new Map<number, NamedCells>();
  return (tick) => {
    const at = slatesAt(run.observer, tick);
    const cells = known.get(at) ?? itemCells(run.observer, look.by, look.scope, at);
    known.set(at, cells);
    return cells;
  };
}

/** Slates are kept of a sample of people: a small group may have nobody in it. */
function nothingShown(look: ItemsLook, frame: PanelFrame): TextPanel {
  const title = titleOf(look);
  const why = `No slate of ${scopeWords(look.scope)} is in the sample that is kept: every second simulated person of the probe panel. A wider group, or another surface, may have some.`;
  return {
    ...frame,
    kind: 'text',
    title,
    summary: `${title}: nothing to read. ${why}`,
    help: helpOf(look),
    paragraphs: [why],
  };
}

/** Bands of popularity have no history: which ideas are the top now is what a past point is cut by. */
function helpOf(look: ItemsLook): string {
  const bands = look.by.includes('popularity') ? ' Bands of popularity are those of now.' : '';
  return `${ITEM_METRICS[look.metric].help}${bands}`;
}

function titleOf(look: ItemsLook): string {
  const where = isEveryone(look.scope) ? '' : `, shown to ${scopeWords(look.scope)}`;
  return `${ITEM_METRICS[look.metric].label} by ${look.by.map(itemCutWords).join(' and ')}${where}`;
}

const nameOf = (look: ItemsLook, reading: ItemReading): string =>
  look.by.map((cut, k) => itemValueWords(cut, reading.keys[k] ?? '')).join(' · ');

/** Readings that are more than the luck of looking at so many, furthest first. */
function standingOut(readings: readonly ItemReading[]): readonly ItemReading[] {
  const p = readings.map((r) => twoSided(r.deviation, r.error));
  const cut = discoveryCut(p);
  return readings
    .filter((_, k) => p[k]! <= cut)
    .toSorted((a, b) => Math.abs(b.deviation) / b.error - Math.abs(a.deviation) / a.error);
}

function summaryOf(look: ItemsLook, readings: readonly ItemReading[], most: number): string {
  const title = titleOf(look);
  const out = standingOut(readings);
  const named = out
    .slice(0, most)
    .map((r) => `${nameOf(look, r)} ${withError(r.deviation, r.error)}`);
  const rest = out.length > named.length ? `; and ${out.length - named.length} more` : '';
  return named.length === 0
    ? `${title}: none of ${readings.length} stands out once their number is taken into account.`
    : `${title}: ${named.join('; ')}${rest}, of ${readings.length}.`;
}

function itemSeries(
  run: Run,
  look: ItemsLook,
  frame: PanelFrame,
  readings: readonly ItemReading[],
  cellsOf: (tick: number) => NamedCells,
): SeriesPanel {
  const tick = now(run);
  const span = SPANS[run.scenario.clock];
  const ticks: number[] = [];
  const start = tick - (tick % span.minutes) - span.days * MINUTES_PER_DAY;
  for (let t = Math.max(0, start); t <= tick - 30; t += span.minutes) ticks.push(t);
  const points = ticks.map((t) => {
    const middle = Math.min(tick - 1, t + span.minutes / 2);
    const cells = cellsOf(middle);
    const found = readItems(run.observer, look.metric, cells, middle, span.minutes / 60);
    return new Map(found.map((r) => [r.keys[0] ?? '', r]));
  });
  const telling = new Set(
    readings
      .toSorted((a, b) => Math.abs(b.deviation) / b.error - Math.abs(a.deviation) / a.error)
      .slice(0, MOST_LINES),
  );
  const lines = readings
    .filter((r) => telling.has(r))
    .map((r): SeriesLine => {
      const key = r.keys[0] ?? '';
      return {
        key,
        label: nameOf(look, r),
        values: points.map((point) => point.get(key)?.value ?? null),
        baseline: points.map((point) => point.get(key)?.baseline ?? 0),
        weekBefore: null,
        deviation: r.deviation,
        error: r.error,
      };
    });
  const lead = leadOf(lines);
  return {
    ...frame,
    kind: 'series',
    title: titleOf(look),
    summary: summaryOf(look, readings, MOST_NAMED),
    help: `${helpOf(look)}${readings.length > MOST_LINES ? ` The ${MOST_LINES} furthest from their past are drawn.` : ''}`,
    unit: '%',
    worse: ITEM_METRICS[look.metric].bad,
    ticks,
    tickLabels: pointLabels(ticks),
    lines,
    lead,
    past: OWN_PAST,
    band: (2 * (lines[lead]?.error ?? 0)) / 100,
    markers: markersBetween(run, ticks[0] ?? tick, tick),
  };
}

/** Rows are values of the first cut, columns of the second: of many, those with most impressions. */
function cellTable(
  look: ItemsLook,
  frame: PanelFrame,
  readings: readonly ItemReading[],
): TablePanel {
  const [first, second] = look.by;
  const weight = new Map<string, number>();
  for (const r of readings) {
    const key = r.keys[1] ?? '';
    weight.set(key, (weight.get(key) ?? 0) + r.share);
  }
  const columns = [...weight.keys()]
    .toSorted((a, b) => weight.get(b)! - weight.get(a)! || (a < b ? -1 : 1))
    .slice(0, MOST_COLUMNS);
  const rows = [...new Set(readings.map((r) => r.keys[0] ?? ''))];
  const out = new Set(standingOut(readings));
  const at = new Map(readings.map((r) => [r.keys.join('\n'), r]));
  const cell = (row: string, column: string): ItemReading | undefined =>
    at.get([row, column].join('\n'));
  return {
    ...frame,
    kind: 'table',
    title: titleOf(look),
    summary: summaryOf(look, readings, MOST_NAMED),
    help: `${helpOf(look)} Per cent against the same requests as they were; cells that stand out are starred.${weight.size > MOST_COLUMNS ? ` The ${MOST_COLUMNS} columns with most impressions are shown.` : ''}`,
    columns: [
      first === undefined ? '' : itemCutWords(first),
      ...columns.map((key) => (second === undefined ? key : itemValueWords(second, key))),
    ],
    rows: rows.map((row) => [
      first === undefined ? row : itemValueWords(first, row),
      ...columns.map((column) => {
        const r = cell(row, column);
        if (r === undefined) return '–';
        return `${out.has(r) ? '* ' : ''}${withError(r.deviation, r.error)}`;
      }),
    ]),
    marked: rows.flatMap((row, k) =>
      columns.some((column) => {
        const r = cell(row, column);
        return r !== undefined && out.has(r);
      })
        ? [k]
        : [],
    ),
  };
}
