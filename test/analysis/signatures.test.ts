/** Signatures come from the simulator and the faults: another simulator, or another fault, foretells something else. */
import { expect, test } from 'vitest';
import type { AtQuery } from '../../src/analysis/belief/foretold.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { METRICS, type MetricId } from '../../src/sim/metrics.ts';
import { DIMENSIONS, EVERYONE, type Dimension } from '../../src/sim/segments.ts';
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
  const again = told(INCIDENT, foretell);
  expect(again).toEqual(before);
  // What was answered is not read another time.
  expect(ofTruth(told(INCIDENT, foretell))[1]).toBe(ofTruth(again)[1]);
});

test('what is kept of a world that has run to its end answers whatever metric is asked', () => {
  const cuts: readonly (readonly Dimension[])[] = [[], ...DIMENSIONS.map((by) => [by])];
  const queries = (Object.keys(METRICS) as MetricId[]).flatMap((metric) =>
    (METRICS[metric].cuttable ? cuts : [[]]).flatMap((by) =>
      (
        [
          [pageTick, 'all', 24],
          [pageTick + 60, 'home', 1],
        ] as const
      ).map(([tick, surface, hours]): AtQuery => ({
        metric,
        by,
        scope: by.length === 0 ? EVERYONE : [{ platform: ['android', 'ios'] }],
        surface,
        hours,
        tick,
      })),
    ),
  );
  const whole = session
    .branchesOf(INCIDENT, SEED, session.lastEpoch(INCIDENT), { whose: 'listed and none of these' })
    .map((branch) => session.foretoldBy(branch, queries));
  expect(whole[0]!.deviations.filter((groups) => groups.size > 0).length).toBeGreaterThan(200);
  expect(session.createForetell()(INCIDENT, SEED, queries)).toEqual(whole);
});
