/** Signatures come from the simulator and the faults: another simulator, or another fault, foretells something else. */
import { expect, test } from 'vitest';
import type { AtQuery } from '../../src/analysis/belief/foretold.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import { EARLY_FAST } from '../session/cases.ts';
import { session } from '../session/compiled.ts';

const FEW = new Set(['short-memory', 'nothing-wrong']);
const INCIDENT: CompiledScenario = {
  ...EARLY_FAST,
  hypotheses: EARLY_FAST.hypotheses.filter((h) => FEW.has(h.id)),
};
const { pageTick } = INCIDENT.world;
const queryAt = (tick: number): AtQuery => ({
  metric: 'save_rate',
  by: ['activity', 'arm'],
  scope: EVERYONE,
  surface: 'all',
  hours: 1,
  tick,
});
const SEED = 'signature-1';
const told = (incident = INCIDENT, foretell = session.createForetell()) =>
  foretell(incident, SEED, [queryAt(pageTick), queryAt(pageTick + 30)]);
const before = told();
const ofTruth = (foretold: typeof before) =>
  foretold.find(({ hypothesis }) => hypothesis === 'short-memory')!.deviations;

test('another parameter of the simulator foretells another reading', () => {
  // The one a table of a thread at work has; it is put back below.
  const repeat = session.RESPONSE.repeat as { save: number };
  const stated = repeat.save;
  repeat.save = 2 * stated;
  const other = told();
  repeat.save = stated;
  expect(ofTruth(other)).not.toEqual(ofTruth(before));
});

test('another fault foretells another reading, to who has foretold the first as well', () => {
  const foretell = session.createForetell();
  expect(told(INCIDENT, foretell)).toEqual(before);
  const worse: CompiledScenario = {
    ...INCIDENT,
    hypotheses: INCIDENT.hypotheses.map((h) => ({
      ...h,
      faults: h.faults!.map((f) => (f.kind === 'history-truncation' ? { ...f, keep: 5 } : f)),
    })),
  };
  expect(ofTruth(told(worse, foretell))).not.toEqual(ofTruth(before));
  // Nor does it hang on what was asked before, or was not.
  foretell(INCIDENT, SEED, [queryAt(pageTick + 200)]);
  expect(told(INCIDENT, foretell)).toEqual(before);
});
