import { expect, test } from 'vitest';
import type { Command, Test } from '../../src/session/commands.ts';
import type { TablePanel } from '../../src/session/view.ts';
import { TEST_PRICES } from '../../src/session/prices.ts';
import { atPage, played } from './cases.ts';
import { session } from './compiled.ts';

/** What a test reports, once its time is up. */
function resultOf(asked: Test): TablePanel {
  const { cost, lag } = TEST_PRICES[asked.test];
  const commands: Command[] = [
    { kind: 'test', test: asked },
    { kind: 'wait', minutes: lag + cost },
  ];
  const panel = session.viewOf(played(commands)).panels[0]!;
  if (panel.kind !== 'table') throw new Error('no table');
  return panel;
}

test('the golden set finds the version of the incident and clears the other', () => {
  const guilty = resultOf({ test: 'golden', version: 'v42' });
  expect(guilty.marked).toContain(0);
  expect(guilty.summary).toContain('v42 answers otherwise than it did.');
  const other = resultOf({ test: 'golden', version: 'v41' });
  expect(other.marked).toEqual([]);
  expect(other.summary).toContain('It answers as it did.');
});

test('parity names the inputs and where most of their values differ', () => {
  const panel = resultOf({ test: 'parity', scope: [{}] });
  expect(panel.marked.map((row) => panel.rows[row]![0])).toContain('embedding');
  expect(panel.summary).toMatch(/embedding on \d+ % \(usually 0; most v42/);
});

test('exposures name what is running, with an interval', () => {
  const panel = resultOf({ test: 'effects', metric: 'save_rate', scope: [{ activity: ['core'] }] });
  expect(panel.rows).toHaveLength(1);
  expect(panel.rows[0]![0]).toBe('Ranker v42, v42');
  expect(panel.rows[0]![3]).toMatch(/…/);
});

test('label rates and likeness are told in words, with their numbers', () => {
  const labels = resultOf({ test: 'label-diff', by: 'pair', a: 'v41', b: 'v42', scope: [{}] });
  expect(labels.columns).toEqual(['head', 'v41', 'v42', 'change']);
  expect(labels.rows.map((row) => row[0])).toEqual(['rows', 'closeup', 'save', 'dwell', 'hide']);
  const since = atPage().pair.live.tick - 720;
  const scope = [{ region: ['JP'] }];
  const alike = resultOf({ test: 'similar', metric: 'sessions', sinceTick: since, scope });
  expect(alike.summary).toMatch(/^Sessions of people in Japan since/);
});

test('every tool is in the menu with its price', () => {
  const tests = session.viewOf(atPage()).menu.find((group) => group.group === 'test')!.items;
  for (const kind of ['golden', 'parity', 'label-diff', 'similar', 'effects'] as const) {
    const item = tests.find((i) => i.id === `test-${kind}`)!;
    expect(item.choices.length, kind).toBeGreaterThan(0);
    expect([item.cost, item.lag]).toEqual([TEST_PRICES[kind].cost, TEST_PRICES[kind].lag]);
  }
});
