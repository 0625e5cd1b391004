import { expect, test } from 'vitest';
import { FAULT_KINDS, type Fault } from '../../src/sim/faults.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import { ENOUGH } from '../../src/scoring/enoughParts.ts';
import { breachesOf } from '../../src/scoring/gates.ts';
import { logbookOf, type Seen } from '../../src/scoring/logbook.ts';
import { DIMENSIONS } from '../../src/sim/segments.ts';
import { GAUGE_IDS } from '../../src/sim/gauges.ts';
import { METRIC_IDS } from '../../src/sim/metrics.ts';
import { LOOK_VIEWS } from '../../src/scenario/words.ts';
import type { Look } from '../../src/session/commands.ts';
import { Case } from './caseBuilder.ts';

const S13 = 'android-double-impression';
const always = { onset: 0, form: { shape: 'step' } } as const;
const BLOCKING: Fault = {
  ...always,
  id: 'it',
  kind: 'over-blocking',
  topics: [4],
  languages: [],
  share: 0.06,
};
const OPEN: Fault = { ...always, id: 'it', kind: 'fails-open', share: 0.12 };

const gates = (case_: Case): readonly string[] => breachesOf(case_).map((b) => b.gate);
const after = (act: InterventionSpec, ...faults: readonly Fault[]): readonly string[] =>
  gates(new Case(S13, faults.length === 0 ? {} : { faults }).act(act));

test('the filter off: where it is the filter that fails there was a narrower lever, elsewhere only clicks to win', () => {
  expect(after({ kind: 'filter-off' }, BLOCKING)).toEqual(['G4']);
  expect(after({ kind: 'filter-off' }, OPEN)).toEqual(['G4']);
  expect(after({ kind: 'filter-off' })).toEqual(['G1']);
  expect(after({ kind: 'revert-setting', setting: 'filter-threshold' }, BLOCKING)).toEqual([]);
  expect(after({ kind: 'fail-closed' }, OPEN)).toEqual([]);
});

test('histories back: those who asked for erasure stay erased, or a gate is breached', () => {
  expect(after({ kind: 'restore-history', honourErasures: true })).toEqual([]);
  expect(after({ kind: 'restore-history', honourErasures: false })).toEqual(['G2']);
});

test('what is taken back before it takes effect has breached nothing; later it has', () => {
  const off = (): Case => new Case(S13).act({ kind: 'filter-off' });
  expect(gates(off().undo('o0'))).toEqual([]);
  expect(gates(off().wait(30).undo('o0'))).toEqual(['G1']);
});

/** Every reading one look can give. */
const looks = (): readonly Seen[] => {
  const scope = [{}];
  const views: Look[] = [
    ...METRIC_IDS.flatMap((metric) => [
      { view: 'metric', metric, by: null, scope } as const,
      ...DIMENSIONS.map((by) => ({ view: 'metric', metric, by, scope }) as const),
    ]),
    ...(['sources', 'funnel', 'features', 'model'] as const).map((view) => ({ view, scope })),
    ...(['training', 'experiments', 'ecosystem', 'serving', 'changes', 'tickets'] as const).map(
      (view) => ({ view }),
    ),
    ...GAUGE_IDS.map((gauge) => ({ view: 'gauge', gauge, by: null }) as const),
    { view: 'items', metric: 'impression_share', by: ['topic'], scope },
    { view: 'lineage' },
    { view: 'probes' },
    { view: 'person', scope, nth: 0 },
  ];
  const case_ = new Case(S13);
  for (const look of views) case_.look(look);
  return logbookOf(case_).seen;
};

test.each(FAULT_KINDS)(
  '%s can be told from its rivals by readings, and from no list of runbooks',
  (kind) => {
    const all = looks();
    const parts = ENOUGH[kind];
    expect(parts.length).toBeGreaterThan(0);
    for (const part of parts) expect(all.some((seen) => part(seen))).toBe(true);
    const [page] = logbookOf(new Case(S13).look({ view: 'runbook', id: 'any' })).seen;
    expect(parts.some((part) => part(page!))).toBe(false);
  },
);

test('every view of the menu is one of those looked at here, but for the lens and the runbook', () => {
  const seen = new Set(looks().map((s) => s.look?.view));
  const rest = Object.keys(LOOK_VIEWS).filter((view) => !seen.has(view as Look['view']));
  expect(rest).toEqual(['lens', 'runbook', 'differs']);
});
