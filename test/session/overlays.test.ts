/** What plots lay behind their first line, in the view, in the table and in a terminal. */
import { expect, test } from 'vitest';
import { panelText } from '../../src/cli/panelText.ts';
import type { Look } from '../../src/session/commands.ts';
import { overlaysOf } from '../../src/session/overlayWords.ts';
import type { SeriesPanel } from '../../src/session/view.ts';
import { pointWords } from '../../src/ui/panels/pointWords.ts';
import { atPage, EARLY_FAST, played } from './cases.ts';
import { session } from './compiled.ts';

const EVERYONE = [{}];

function plot(look: Look, run = atPage()): SeriesPanel {
  const [panel] = session.viewOf(played([{ kind: 'look', look }], run)).panels;
  if (panel?.kind !== 'series') throw new Error('no plot');
  return panel;
}

const saves = (by: 'activity' | null): Look => ({
  view: 'metric',
  metric: 'saves',
  by,
  scope: EVERYONE,
});

test('a metric has the week before of every line; that of the line that stands out is laid behind', () => {
  const panel = plot(saves('activity'));
  for (const line of panel.lines) {
    expect(line.weekBefore).toHaveLength(panel.ticks.length);
    expect(line.weekBefore).not.toContain(null);
  }
  const [past, week] = overlaysOf(panel);
  const line = panel.lines[panel.lead]!;
  for (const { deviation, error } of panel.lines)
    expect(Math.abs(deviation! / error!)).toBeLessThanOrEqual(
      Math.abs(line.deviation! / line.error!),
    );
  expect([past?.label, week?.label]).toEqual([
    `${line.label}, its own past`,
    `${line.label}, last week`,
  ]);
  expect(week?.values).toBe(line.weekBefore);
  const whole = plot(saves(null));
  expect(overlaysOf(whole).map((o) => o.label)).toEqual(['its own past', 'last week']);
});

test('server writes, a figure of the whole system and the words of a point have it too', () => {
  const panel = plot({ view: 'sources', scope: EVERYONE });
  expect(overlaysOf(panel)[1]?.label).toBe('server writes, last week');
  expect(pointWords(panel, 3, overlaysOf(panel))).toContain('server writes, last week ');
  const daily = plot({ view: 'metric', metric: 'head_share', by: null, scope: EVERYONE });
  const [line] = daily.lines;
  expect(line?.weekBefore?.slice(0, 7)).toEqual(Array(7).fill(null));
  expect(line?.weekBefore?.slice(7)).toEqual(line?.values.slice(0, -7));
});

test('a gauge is held against last week already: once is enough', () => {
  const panel = plot({ view: 'gauge', gauge: 'fallback', by: null });
  expect(overlaysOf(panel).map((o) => o.label)).toEqual(['a week before']);
});

test('where no week lies before the page none is offered', () => {
  const panel = plot(saves(null), atPage(EARLY_FAST));
  expect(overlaysOf(panel).map((o) => o.id)).toEqual(['past']);
});

test('a terminal prints both under the line', () => {
  const text = panelText(plot(saves(null)), true);
  expect(text).toMatch(/^now .*\n *its own past .*\n *last week +\d/m);
});

test('where dashboards know no calendar a year ago lies behind counts, and is told in words', () => {
  const { world } = EARLY_FAST;
  const run = atPage({ ...EARLY_FAST, world: { ...world, forecast: 'trailing' } });
  const panel = plot(saves(null), run);
  expect(overlaysOf(panel).map((o) => o.label)).toEqual([
    'what the last fortnight makes expect',
    'a year ago',
  ]);
  expect(panel.lines[0]?.yearBefore).toHaveLength(panel.ticks.length);
  expect(panel.summary).toMatch(/Its last 6 hours against the same hours a year ago, .+ ± \d/);
  const rate = plot({ view: 'metric', metric: 'save_rate', by: null, scope: EVERYONE }, run);
  expect(overlaysOf(rate).map((o) => o.id)).toEqual(['past']);
  expect(rate.summary).not.toContain('year');
});
