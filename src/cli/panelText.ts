/** A panel in words: its summary, and the table behind it. */
import { overlaysOf } from '../session/overlayWords.ts';
import type { PanelView, Tile } from '../session/view.ts';
import { signed, tableText } from './table.ts';

/** Points of a series that are printed: the shape, not every bucket. */
const POINTS = 8;

export function panelText(panel: PanelView, full: boolean): string {
  const head = `${panel.title.toUpperCase()}  (${panel.openedAt}${panel.pinned ? ', pinned' : ''})`;
  const body = full ? bodyOf(panel) : '';
  return [head, panel.summary, ...(body === '' ? [] : [body])].join('\n');
}

function bodyOf(panel: PanelView): string {
  switch (panel.kind) {
    case 'series':
      return seriesBody(panel);
    case 'bars':
      return panel.groups
        .map((group) =>
          tableText(
            [group.label, `now, ${panel.unit}`, 'before', ''],
            group.bars.map((bar) => [
              bar.label,
              number(bar.now),
              bar.before === null ? '–' : number(bar.before),
              bar.flag ? 'outside its band' : '',
            ]),
          ),
        )
        .join('\n');
    case 'table':
      return tableText(
        [...panel.columns, ''],
        panel.rows.map((row, i) => [...row, panel.marked.includes(i) ? 'outside its band' : '']),
      );
    case 'phone':
      return [
        panel.person,
        'Before:',
        ...panel.before.map(tileText),
        'Now:',
        ...panel.now.map(tileText),
      ].join('\n');
    case 'text':
      return panel.paragraphs.join('\n');
  }
}

function seriesBody(panel: Extract<PanelView, { kind: 'series' }>): string {
  const step = Math.max(1, Math.ceil(panel.ticks.length / POINTS));
  const shown = panel.ticks
    .map((_, i) => i)
    .filter((i) => (panel.ticks.length - 1 - i) % step === 0);
  const points = (values: readonly (number | null)[]): string[] =>
    shown.map((i) => {
      const value = values[i] ?? null;
      return value === null ? '–' : number(value);
    });
  const lines = tableText(
    [panel.unit, 'against baseline, %', ...shown.map((i) => panel.tickLabels[i] ?? '')],
    [
      ...panel.lines.map((line) => [
        line.label,
        line.deviation === null
          ? '–'
          : `${signed(line.deviation)}${line.error === null ? '' : ` ± ${line.error.toFixed(1)}`}`,
        ...points(line.values),
      ]),
      ...overlaysOf(panel).map((overlay) => [overlay.label, '', ...points(overlay.values)]),
    ],
  );
  const markers = panel.markers.map((m) => `  ${m.kind}: ${m.label}`);
  return [lines, ...markers].join('\n');
}

function tileText(tile: Tile): string {
  return `  ${tile.position + 1}. ${tile.topicLabel}, idea ${tile.idea}, from ${tile.generator}; ${tile.why}`;
}

function number(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toString();
  return size >= 10 ? value.toFixed(1) : value.toFixed(size >= 1 ? 2 : 4);
}
