import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { LOOK_PRICES } from '../../src/session/prices.ts';
import { INTERVENTION_PRICES } from '../../src/sim/interventions.ts';
import { EVERYONE, type Scope } from '../../src/sim/segments.ts';
import { atThinPage, EARLY_SLOW } from './cases.ts';
import { session } from './compiled.ts';

const LENS: Command = {
  kind: 'look',
  look: { view: 'lens', metric: 'save_rate', by: ['activity'], surface: 'all' },
};
const FEATURES: Command = { kind: 'look', look: { view: 'features', scope: [{}] } };

/** Minutes a command takes on the clock of a run. */
function minutes(run: ReturnType<typeof atThinPage>, command: Command): number {
  const before = session.now(run);
  expect(session.dispatch(run, command)).toEqual({ ok: true });
  return session.now(run) - before;
}

test('a look, an order and a wait move the clock by their price', () => {
  const run = atThinPage();
  expect(minutes(run, LENS)).toBe(LOOK_PRICES.lens);
  expect(minutes(run, FEATURES)).toBe(LOOK_PRICES.features);
  expect(minutes(run, { kind: 'act', act: { kind: 'skip-training' } })).toBe(
    INTERVENTION_PRICES['skip-training'].cost,
  );
  expect(minutes(run, { kind: 'wait', minutes: 37 })).toBe(37);
});

test('a view opened once opens again at no cost', () => {
  const run = atThinPage();
  for (const command of [
    LENS,
    FEATURES,
    { kind: 'look', look: { view: 'changes' } },
    { kind: 'look', look: { view: 'tickets' } },
  ] satisfies Command[]) {
    expect(minutes(run, command)).toBeGreaterThan(0);
    expect(minutes(run, command)).toBe(0);
  }
  expect(run.desk.panels).toHaveLength(1);
});

test('thinking is free: the radius, the board, pins', () => {
  const run = atThinPage();
  session.dispatch(run, LENS);
  const [reading] = run.desk.readings;
  const free: Command[] = [
    {
      kind: 'declare',
      radius: {
        reading: [],
        hurtNow: [],
        hurtLater: null,
        witness: null,
        sinceTick: null,
        severity: 'none',
      },
    },
    { kind: 'suspect', suspect: 's-ranker', confidence: 40 },
    { kind: 'confidence', hypothesis: 'h0', confidence: 70 },
    { kind: 'pin', reading: reading!.id, pinned: true },
    { kind: 'link', hypothesis: 'h0', reading: reading!.id, relation: 'supports' },
    { kind: 'strike', hypothesis: 'h0', struck: true },
  ];
  expect(free.map((command) => minutes(run, command))).toEqual(free.map(() => 0));
});

test('where nobody is hurt, moves are aimed at those whose numbers moved, and the desk says so', () => {
  const aimed = (reading: Scope, hurtNow: Scope) => {
    const run = atThinPage();
    const radius = { reading, hurtNow, hurtLater: null, witness: null, sinceTick: null };
    session.dispatch(run, { kind: 'declare', radius: { ...radius, severity: 'none' } });
    return session.viewOf(run).radius;
  };
  const core: Scope = [{ activity: ['core'] }];
  const { target, targetLabel, peopleMillions } = aimed(core, []);
  expect(target).toEqual(core);
  expect(targetLabel).toBe('core people');
  expect(peopleMillions).toBeGreaterThan(0);
  expect(aimed([{ activity: ['casual'] }], core).target).toEqual(core);
  expect(aimed([], [])).toMatchObject({ target: EVERYONE, targetLabel: 'everyone' });
});

test.each<[string, Command]>([
  ['an unknown version', { kind: 'act', act: { kind: 'promote-model', version: 'v99' } }],
  ['a route for nobody', { kind: 'act', act: { kind: 'route-cohort', to: 'v41', scope: [] } }],
  ['an order that does not exist', { kind: 'undo', intervention: 'o9' }],
  ['a stranger', { kind: 'ask', who: 'nobody', about: 'x' }],
  ['a confidence above 100', { kind: 'suspect', suspect: 's-ranker', confidence: 101 }],
  ['no wait at all', { kind: 'wait', minutes: 0 }],
  [
    'a sentence that the draft has not',
    { kind: 'close', cause: null, confidence: 30, prevention: null, struck: [1, 99] },
  ],
  ['days on the clock of minutes', { kind: 'next-day', days: 1 }],
  [
    'three dimensions',
    {
      kind: 'look',
      look: {
        view: 'lens',
        metric: 'save_rate',
        by: ['arm', 'activity', 'region'],
        surface: 'all',
      },
    },
  ],
])('%s is refused with a reason and changes nothing', (_, command) => {
  const run = atThinPage();
  const world = session.stateHash(run.pair.live);
  const { desk } = run;
  const outcome = session.dispatch(run, command);
  expect(outcome).toMatchObject({ ok: false });
  expect(session.viewOf(run).said).toMatch(/\.$/);
  expect(run.desk).toBe(desk);
  expect(session.stateHash(run.pair.live)).toBe(world);
  expect(run.commands).toEqual([]);
  expect(run.log.at(-1)?.kind).toBe('refused');
});

test('nothing can be done once the case is closed', () => {
  const run = atThinPage();
  session.dispatch(run, { kind: 'close', cause: null, confidence: 30, prevention: null });
  expect(session.dispatch(run, LENS)).toEqual({ ok: false, because: 'The case is closed.' });
});

test('what is struck from the draft is kept with the closing; without a word of it, it was not read', () => {
  const closed = (struck?: readonly number[]): unknown => {
    const run = atThinPage();
    const close = { kind: 'close', cause: null, confidence: 30, prevention: null } as const;
    session.dispatch(run, struck === undefined ? close : { ...close, struck });
    return run.desk.closed?.struck;
  };
  const { draft } = session.viewOf(atThinPage()).closing;
  expect(draft.sentences.length).toBeGreaterThan(4);
  expect(closed([1, draft.sentences.length])).toEqual([1, draft.sentences.length]);
  expect(closed([])).toEqual([]);
  expect(closed()).toBeNull();
});

test('waiting ends at the trigger, and only there', () => {
  const wait = (bound: number): number =>
    minutes(atThinPage(), {
      kind: 'wait',
      minutes: 60,
      trigger: { metric: 'save_rate', scope: [{}], op: 'above', percentOfBaseline: bound },
    });
  expect(wait(-90)).toBe(5);
  expect(wait(90)).toBe(60);
});

test('on the slow clock a day has six looks, and the next day six again', () => {
  const run = atThinPage(EARLY_SLOW);
  const looks: Command[] = (
    ['training', 'experiments', 'ecosystem', 'serving', 'changes', 'tickets'] as const
  ).map((view) => ({ kind: 'look', look: { view } }));
  for (const look of looks) expect(session.dispatch(run, look)).toEqual({ ok: true });
  expect(session.viewOf(run).now.looksLeft).toBe(0);
  expect(session.dispatch(run, FEATURES)).toMatchObject({ ok: false });
  // What is open may still be looked at.
  expect(session.dispatch(run, looks[0]!)).toEqual({ ok: true });
  const before = session.now(run);
  expect(session.dispatch(run, { kind: 'next-day', days: 1 })).toEqual({ ok: true });
  expect(session.now(run) % 1440).toBe(9 * 60);
  expect(session.now(run)).toBeGreaterThan(before);
  expect(session.viewOf(run).now.looksLeft).toBe(6);
  expect(session.dispatch(run, FEATURES)).toEqual({ ok: true });
});
