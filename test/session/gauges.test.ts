import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import type { PanelView } from '../../src/session/view.ts';
import type { ItemCut } from '../../src/sim/telemetry/itemCells.ts';
import { BOARD_IDS, GAUGE_IDS, gaugeOf } from '../../src/sim/gauges.ts';
import type { GaugeCut, GaugeId } from '../../src/sim/gauges.ts';
import { atPage, played } from './cases.ts';
import { session } from './compiled.ts';

const gauge = (id: GaugeId, by: GaugeCut | null = null): Command => ({
  kind: 'look',
  look: { view: 'gauge', gauge: id, by },
});

const panelAfter = (command: Command): PanelView => session.viewOf(played([command])).panels[0]!;

test('a gauge opens as a plot with its unit, its sentence, its past and its noise', () => {
  const panel = panelAfter(gauge('fallback', 'rung'));
  if (panel.kind !== 'series') throw new Error('no plot');
  expect(panel.unit).toBe('%');
  expect(panel.help).toBe(gaugeOf('fallback').help);
  expect(panel.lines.map((l) => l.label)).toEqual(['light', 'popular', 'shed', 'errors']);
  expect(panel.ticks.length).toBeGreaterThan(48);
  for (const line of panel.lines) expect(line.baseline).toHaveLength(panel.ticks.length);
  expect(panel.band).toBeGreaterThan(0);
  expect(panel.markers.some((m) => m.kind === 'page')).toBe(true);
});

test('a gauge of days names each of its days once', () => {
  const panel = panelAfter(gauge('worth'));
  if (panel.kind !== 'series') throw new Error('no plot');
  expect(panel.tickLabels.length).toBeGreaterThan(6);
  expect(new Set(panel.tickLabels).size).toBe(panel.tickLabels.length);
  // Training runs every night: a mark a day would mark nothing.
  expect(panel.markers.map((m) => m.kind)).not.toContain('job');
  expect(panel.tickLabels.join()).toMatch(/^\w{3}, day \d+,/);
});

test('what cannot be cut so says why and what it can be cut by, and costs nothing', () => {
  const run = atPage();
  const before = run.pair.live.tick;
  const outcome = session.dispatch(run, gauge('store_load', 'platform'));
  expect(outcome).toEqual({
    ok: false,
    because:
      'Utilisation of the feature store cannot be cut by platform. One store serves every pool. It can be cut by: nothing.',
  });
  expect(run.pair.live.tick).toBe(before);
});

test('every gauge of every board is in the menu, whole and by each cut', () => {
  const { menu, boards } = session.viewOf(atPage());
  expect(boards.map((b) => b.id)).toEqual(BOARD_IDS);
  const offered = new Set(
    menu
      .flatMap((g) => g.items)
      .flatMap((i) => i.choices)
      .flatMap(({ command }) =>
        command.kind === 'look' && command.look.view === 'gauge' && command.look.by === null
          ? [command.look.gauge]
          : [],
      ),
  );
  expect([...offered].toSorted()).toEqual([...GAUGE_IDS].toSorted());
});

test('a training that made the same weights again is marked in the lineage, others are not', () => {
  const lineage: Command = { kind: 'look', look: { view: 'lineage' } };
  const sound = panelAfter(lineage);
  if (sound.kind !== 'table') throw new Error('no table');
  expect(sound.rows.length).toBeGreaterThan(0);
  expect(sound.marked).toEqual([]);
  const run = atPage();
  const [line] = run.pair.live.lines;
  const last = line!.snapshots.at(-1)!;
  line!.snapshots.push({ ...last, id: 'v41.again' });
  const stalled = session.viewOf(played([lineage], run)).panels[0]!;
  if (stalled.kind !== 'table') throw new Error('no table');
  expect(stalled.summary).toContain(`v41.again has the weights of ${last.id}`);
  expect(stalled.rows[stalled.marked[0]!]![0]).toBe('v41.again');
});

test('recall probes find everything where no index is at fault', () => {
  const panel = panelAfter({ kind: 'look', look: { view: 'probes' } });
  if (panel.kind !== 'bars') throw new Error('no bars');
  expect(panel.groups[0]!.bars.length).toBeGreaterThan(3);
});

test('ideas by one dimension are a plot, by two a table, and by people alone are refused', () => {
  const items = (by: readonly ItemCut[]): Command => ({
    kind: 'look',
    look: { view: 'items', metric: 'impression_share', by, scope: [{}] },
  });
  const one = panelAfter(items(['creator']));
  if (one.kind !== 'series') throw new Error('no plot');
  expect(one.lines.map((l) => l.label)).toEqual([
    'by new creators',
    'by small creators',
    'by established creators',
  ]);
  const two = panelAfter(items(['creator', 'region']));
  if (two.kind !== 'table') throw new Error('no table');
  expect(two.rows).toHaveLength(3);
  expect(two.columns).toContain('Japan');
  const refused = session.dispatch(atPage(), items(['region']));
  expect(refused.ok).toBe(false);
});

test('every point of a cut by age is of ideas that were that old then', () => {
  const panel = panelAfter({
    kind: 'look',
    look: { view: 'items', metric: 'item_coverage', by: ['age'], scope: [{}] },
  });
  if (panel.kind !== 'series') throw new Error('no plot');
  expect(panel.lines).toHaveLength(3);
  for (const line of panel.lines)
    for (const value of line.values) expect(value, line.label).toBeGreaterThan(0.85);
});

test('a group of whom no slate is kept says so instead of drawing nothing', () => {
  const panel = panelAfter({
    kind: 'look',
    look: {
      view: 'items',
      metric: 'impression_share',
      by: ['creator'],
      scope: [{ platform: ['web'], build: ['ios 26.3'] }],
    },
  });
  expect(panel.kind).toBe('text');
  expect(panel.summary).toMatch(/nothing to read\. No slate of .* is in the sample/);
});
