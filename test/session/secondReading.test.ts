/** The second reading of what was shown: it sees what a filter did not stop, and is offered where an alert reads it. */
import { expect, test } from 'vitest';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import type { Command } from '../../src/session/commands.ts';
import type { Run } from '../../src/session/run.ts';
import type { SeriesPanel, View } from '../../src/session/view.ts';
import { scenarioById } from '../scenario/library.ts';
import { atPage } from './cases.ts';
import { session } from './compiled.ts';
import { early } from './early.ts';

const scenario = early(scenarioById('safety-fails-open'));
const small: CompiledScenario = { ...scenario, world: { ...scenario.world, preset: 'check' } };
/** Three clean ones in a thousand are flagged by mistake, on every day. */
const USUAL = 0.003;
/** Minutes after which a reading is of what has begun and of nothing before it. */
const AFTER = 120;

function latest(run: Run, by: 'platform' | null): SeriesPanel {
  const look = { view: 'metric', metric: 'flagged_share', by, scope: [{}] } as const;
  session.dispatch(run, { kind: 'look', look });
  const panel = session.viewOf(run).panels[0]!;
  if (panel.kind !== 'series') throw new Error('A metric is a series.');
  return panel;
}

/** Everything a menu asks for with the metric in it. */
const named = (view: View): Command[] =>
  view.menu
    .flatMap(({ items }) => items.flatMap((item) => item.choices.map(({ command }) => command)))
    .filter((command) => JSON.stringify(command).includes('flagged_share'));

test('it flags more where the filter is not waited for, and its mistakes everywhere else', () => {
  const run = atPage(small);
  session.dispatch(run, { kind: 'wait', minutes: AFTER });
  const { lines } = latest(run, 'platform');
  const last = (key: string): number => lines.find((l) => l.key === key)!.values.at(-1)!;
  expect(last('android')).toBeGreaterThan(1.3 * USUAL);
  expect(last('web')).toBeGreaterThan(0.8 * USUAL);
  expect(last('web')).toBeLessThan(1.2 * USUAL);
});

test('with missing verdicts counted as violations it is back to its mistakes', () => {
  const run = atPage(small);
  session.dispatch(run, { kind: 'act', act: { kind: 'fail-closed' } });
  session.dispatch(run, { kind: 'wait', minutes: AFTER });
  const { lens } = session.viewOf(run);
  expect(lens.metric).toBe('flagged_share');
  const { deviation, error } = lens.cells[0]!;
  expect(Math.abs(deviation!)).toBeLessThan(4 * error!);
});

test('the panel is read often enough to see what comes and goes with the load', () => {
  const run = atPage(small);
  session.dispatch(run, { kind: 'wait', minutes: 480 });
  const ticks = run.pair.epochs.map(({ tick }) => tick).filter((t) => t > small.world.pageTick);
  expect(ticks.length).toBeGreaterThan(1);
  const gaps = ticks.slice(1).map((tick, k) => tick - ticks[k]!);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(240);
});

test('it is offered where the alert reads it, and nowhere else', () => {
  const here = session.viewOf(atPage(small));
  expect(here.lens.metrics.map(({ id }) => id)).toContain('flagged_share');
  expect(named(here).length).toBeGreaterThan(0);
  const elsewhere = session.viewOf(atPage());
  expect(elsewhere.lens.metrics.map(({ id }) => id)).not.toContain('flagged_share');
  expect(named(elsewhere)).toEqual([]);
});
