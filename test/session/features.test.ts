/** Inputs of the ranker: what stood at its default is counted on the requests that are read. */
import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import type { Fault } from '../../src/sim/faults.ts';
import { atThinPage, EARLY_FAST, played } from './cases.ts';
import { session } from './compiled.ts';

const LOOK: Command = { kind: 'look', look: { view: 'features', scope: [{}] } };

function summaryWith(faults: readonly Fault[]): string {
  const run = played([LOOK], atThinPage({ ...EARLY_FAST, faults }));
  return session.viewOf(run).panels[0]!.summary;
}

test('inputs at their default are counted, and where there are none it is said', () => {
  const { onset } = EARLY_FAST.faults[0]!;
  const lost: Fault = {
    id: 'lost',
    kind: 'feature',
    feature: 'save-rate',
    becomes: 'default',
    value: 0,
    share: 0.5,
    onset,
    form: { shape: 'step' },
  };
  const share = /At the default: save-rate on (\d+) % of the requests\./.exec(summaryWith([lost]));
  expect(Number(share?.[1])).toBeGreaterThan(40);
  expect(Number(share?.[1])).toBeLessThan(60);
  expect(summaryWith(EARLY_FAST.faults)).toContain('No input stood at its default.');
});
