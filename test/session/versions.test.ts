/** What is read over hours says so where the people it is read of had another version in them. */
import { expect, test } from 'vitest';
import type { Run } from '../../src/session/run.ts';
import { scenarioById } from '../scenario/library.ts';
import { atPage } from './cases.ts';
import { session } from './compiled.ts';
import { early } from './early.ts';

const CHANGED = /had another version/;

const said = (run: Run): string =>
  session.viewOf(run).panels.find((p) => p.look?.view === 'model')?.summary ?? '';

test('after a rollback lost scores are not laid at the door of the version that is back', () => {
  const scenario = scenarioById('nan-in-the-scores');
  const run = atPage(early({ ...scenario, world: { ...scenario.world, preset: 'check' } }));
  session.dispatch(run, { kind: 'look', look: { view: 'model', scope: [{}] } });
  expect(said(run)).toMatch(/score that is not a number/);
  expect(said(run)).not.toMatch(CHANGED);
  session.dispatch(run, { kind: 'act', act: { kind: 'rollback-model', to: 'v58', scope: [{}] } });
  session.dispatch(run, { kind: 'wait', minutes: 45 });
  expect(said(run)).toMatch(/v58: .* not a number.*had another version/);
  session.dispatch(run, { kind: 'undo', intervention: 'o0' });
  expect(said(run)).toMatch(CHANGED);
  session.dispatch(run, { kind: 'wait', minutes: 240 });
  expect(said(run)).not.toMatch(CHANGED);
});

test('what one could go back to says what serves now and when the older ones were trained', () => {
  const scenario = scenarioById('nan-in-the-scores');
  const run = atPage(early({ ...scenario, world: { ...scenario.world, preset: 'check' } }));
  const details = (): Record<string, string> =>
    Object.fromEntries(
      session
        .viewOf(run)
        .menu.flatMap(({ items }) => items)
        .find(({ id }) => id === 'change-rollback')!
        .choices.map(({ label, detail }) => [label, detail]),
    );
  const before = details();
  expect(before['v59']).toMatch(/^serves everyone now; artefact kept/);
  expect(before['v58']).toMatch(/^artefact kept/);
  const older = Object.keys(before).find((label) => label.startsWith('v58.d'))!;
  expect(before[older]).toMatch(/^as trained \w{3} 02:00.*; artefact kept/);
  session.dispatch(run, { kind: 'act', act: { kind: 'rollback-model', to: 'v58', scope: [{}] } });
  session.dispatch(run, { kind: 'wait', minutes: 30 });
  expect(details()['v58']).toMatch(/^serves everyone now/);
  expect(details()['v59']).toMatch(/^artefact kept/);
});
