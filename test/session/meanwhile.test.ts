import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { atThinPage } from './cases.ts';
import { session } from './compiled.ts';

test('a test says what took effect while it ran', () => {
  const summaryAfter = (order: Command | null): string => {
    const run = atThinPage();
    const build = run.scenario.world.builds[0]!.build;
    session.dispatch(run, { kind: 'test', test: { test: 'event-audit', build } });
    if (order !== null) expect(session.dispatch(run, order)).toMatchObject({ ok: true });
    session.dispatch(run, { kind: 'wait', minutes: 60 });
    return run.desk.tests[0]!.result!.summary;
  };
  const back: Command = {
    kind: 'act',
    act: { kind: 'rollback-model', to: 'v41', scope: [{}] },
  };
  expect(summaryAfter(back)).toMatch(/While it ran, this took effect: .*v41/);
  // What only keeps things as they are changes nothing that it reads.
  expect(summaryAfter({ kind: 'act', act: { kind: 'freeze-deploys' } })).not.toMatch(/While/);
  expect(summaryAfter(null)).not.toMatch(/While/);
});
