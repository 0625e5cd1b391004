/** A shift taken over: the player is judged by what they did, read and believed themselves. */
import { expect, test } from 'vitest';
import { confidenceBand } from '../../src/scoring/bands.ts';
import { logbookOf, standing, standingOfAll } from '../../src/scoring/logbook.ts';
import { inheritedView } from '../../src/scoring/inheritedView.ts';
import { outcomeOf } from '../../src/scoring/outcome.ts';
import { ownPart } from '../../src/scoring/ownPart.ts';
import { judgePrinciples } from '../../src/scoring/principles/judge.ts';
import { Case, findings, HANDED, S39 } from './caseBuilder.ts';

const wide = { kind: 'rollback-model', to: 'v41', scope: [{}] } as const;
const routeCore = { kind: 'route-cohort', to: 'v41', scope: [{ activity: ['core'] }] } as const;
const core = [{ activity: ['core'] }];
const everyone = [{}];

/** Somebody else looked, drew, believed and ordered; nothing of it is a move of the run. */
function taken(): Case {
  const before = new Case(S39)
    .lens('activity', 'arm')
    .pin()
    .declare({ reading: everyone, hurtNow: everyone, severity: 'high' })
    .suspect('s-store', 95);
  const run = new Case(S39, HANDED);
  run.desk = before.desk;
  run.log = before.log.filter((event) => event.kind === 'reading');
  return run.handOver(wide);
}

const verdictOn = (run: Case, id: string): string | undefined =>
  judgePrinciples(ownPart(run), findings()).find((p) => p.id === id)?.verdict;

test('what the colleague drew, read and ordered is neither credited nor held against anybody', () => {
  const run = taken().close(null);
  const book = logbookOf(run);
  expect(book.seen).toEqual([]);
  expect(book.orders).toEqual([]);
  expect(standing(book)).toEqual([]);
  expect(standingOfAll(book).map(({ id }) => id)).toEqual(['o0']);
  expect(book.began).toEqual({ tick: run.scenario.world.pageTick + 30, by: 'taking over' });
  const { desk } = ownPart(run);
  expect([desk.radiusHistory, desk.hypotheses, desk.pinned, desk.readings]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  // Cut and drawn by somebody else: who decides without either has done neither.
  expect(verdictOn(run, 'P01')).toBe('broken');
  // An order for everyone is the colleague's.
  expect(verdictOn(run, 'P05')).toBe('not exercised');
  expect(verdictOn(run, 'P02')).toBe('not exercised');
  expect(confidenceBand(ownPart(run)).band).toBe('not exercised');
});

test('the player’s own orders count on where the colleague’s end', () => {
  const run = taken()
    .lens('activity', 'arm')
    .lens('region')
    .declare({ reading: core, hurtNow: core, severity: 'high' })
    .undo('o0')
    .act(routeCore)
    .undo('o1');
  const book = logbookOf(run);
  expect(book.inherited.map(({ id, undoneTick }) => [id, undoneTick !== null])).toEqual([
    ['o0', true],
  ]);
  expect(book.orders.map(({ id, undoneTick }) => [id, undoneTick !== null])).toEqual([
    ['o1', true],
  ]);
  expect(book.decidedTick).toBe(book.inherited[0]?.undoneTick);
  expect(verdictOn(run.close('short-memory'), 'P01')).toBe('kept');
});

test('taking a wide order back for a narrow one is the player’s, and kept', () => {
  const run = taken().lens('activity', 'arm').undo('o0').act(routeCore).close('short-memory');
  const found = judgePrinciples(ownPart(run), findings()).find(({ id }) => id === 'P05');
  expect(found?.verdict).toBe('kept');
  expect(found?.because).toMatch(/taken back for one that fits/);
});

test('an order found in effect is neither early nor late', () => {
  const run = taken().lens('activity', 'arm').wait(60).close('short-memory');
  expect(outcomeOf(run, findings())).toMatchObject({ handed: true, early: false, late: null });
});

test('what was right to order from the page is right to have been found', () => {
  const line = { id: 'all', label: 'All', steps: [{ afterMinutes: 5, act: wide }] };
  const handover = { ...HANDED.handover, fromPage: [line] };
  const run = new Case(S39, { handover }).handOver(wide).lens('activity', 'arm');
  expect(outcomeOf(run.close('short-memory'), findings()).remedy).toBe('fitting');
  expect(outcomeOf(taken().close('short-memory'), findings()).remedy).toBe('global');
});

test('an explanation that was taken up stands where it stood when the shift changed hands', () => {
  const run = taken().strike('h0');
  const [own] = ownPart(run).desk.hypotheses;
  expect(own?.history).toEqual([{ tick: run.scenario.world.pageTick + 30, confidence: 95 }]);
  run.confidence('h0', 20);
  expect(ownPart(run).desk.hypotheses[0]?.history).toHaveLength(2);
});

test('what the colleague had taken back themselves is not there to be found', () => {
  const run = new Case(S39, HANDED).handOver(wide);
  const command = { kind: 'undo', intervention: 'o0' } as const;
  const tick = run.scenario.world.pageTick + 20;
  run.log.splice(1, 0, {
    kind: 'inherited',
    tick,
    minutes: 1,
    command,
    label: 'undo',
    order: null,
  });
  expect(logbookOf(run).inherited).toEqual([]);
});

test('the board tells what was done before, and what became of it', () => {
  const run = taken().undo('o0');
  expect(inheritedView(run)?.moves).toEqual([
    { atLabel: 'Tue 14:05', label: 'roll back to v41', note: 'You took it back at Tue 14:35.' },
  ]);
  expect(inheritedView(new Case(S39))).toBeNull();
  expect(ownPart(new Case(S39)).desk).toEqual(new Case(S39).desk);
});
