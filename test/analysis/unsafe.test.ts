/** What a filter is there for counts as harm where it stands open, and what it takes out can be read. */
import { expect, test } from 'vitest';
import { scenarioById } from '../scenario/library.ts';
import { session } from '../session/compiled.ts';
import { early } from '../session/early.ts';

const scenario = early(scenarioById('overzealous-filter'));
const small = { ...scenario, world: { ...scenario.world, preset: 'check' as const } };

test('switching the filter off costs people more than the mistake it mends', () => {
  const [reference] = small.references;
  const wrong = small.wrong.filter(({ id }) => id === 'filter-off');
  const lines = { ...small, references: [reference!], wrong };
  const { nothing, reference: best, wrong: off } = session.measureOrders(lines, 'ash');
  expect(best).toBeLessThan(nothing);
  expect(off[0]!.harm).toBeGreaterThan(2 * nothing);
});

test('the funnel counts what the filter took out, now and before', () => {
  const run = session.startRun(small, 'ash');
  session.dispatch(run, { kind: 'look', look: { view: 'funnel', scope: [{}] } });
  const funnel = session.viewOf(run).panels.find(({ look }) => look?.view === 'funnel');
  if (funnel?.kind !== 'bars') throw new Error('The funnel is a panel of bars.');
  const taken = funnel.groups.find(({ label }) => label.startsWith('Taken out'))?.bars[0];
  expect(taken?.before).toBeGreaterThan(0);
  expect(taken?.now).toBeGreaterThan(3 * taken!.before!);
  expect(taken?.flag).toBe(true);
  expect(funnel.summary).toMatch(/The policy filter takes out \d+\.\d candidates a request/);
});
