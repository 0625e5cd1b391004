/** Looks by what they could tell, and the minutes after enough had been read. */
import { expect, test } from 'vitest';
import type { Foretold } from '../../src/analysis/belief/foretold.ts';
import { mindOf, priorOf, updated, type Mind } from '../../src/analysis/belief/posterior.ts';
import { expectedHarm } from '../../src/analysis/belief/regret.ts';
import type { Weighing } from '../../src/analysis/belief/trace.ts';
import type { OfferedLook } from '../../src/analysis/marks/asked.ts';
import { pathOf, type Path } from '../../src/analysis/marks/path.ts';
import type { Worth } from '../../src/analysis/marks/worth.ts';
import type { Command } from '../../src/session/commands.ts';
import { emptyDesk } from '../../src/session/desk.ts';
import type { LogEvent } from '../../src/session/events.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import { scenarioById } from '../scenario/library.ts';

const scenario = scenarioById('android-double-impression');
const { pageTick } = scenario.world;
const queryAt = (tick: number) =>
  ({ metric: 'save_rate', by: [], scope: EVERYONE, surface: 'all', hours: 1, tick }) as const;

/** The first query tells two explanations apart, the second does not; so in two worlds of each. */
const foretold = [
  ['counted-twice', -14],
  ['ranker-worse', 0],
].flatMap(([hypothesis, told]) =>
  [-0.2, 0.2].map((off): Foretold => ({
    hypothesis: String(hypothesis),
    seed: String(off),
    deviations: [
      new Map([['', Number(told) + off]]),
      new Map([['', off]]),
      new Map([['', Number(told) + off]]),
    ],
  })),
);
const lines = [
  { 'counted-twice': 0, 'ranker-worse': 4 },
  { 'counted-twice': 4, 'ranker-worse': 0 },
].map((harms) => new Map(Object.entries(harms)));
/** What can still be had gets worse by so much a minute. */
const worthAt =
  (rate: number): Worth =>
  (belief, tick) =>
    Math.min(...lines.map((line) => expectedHarm(belief, line))) + rate * (tick - pageTick);

const LOOK: Command = {
  kind: 'look',
  look: { view: 'metric', metric: 'save_rate', by: null, scope: EVERYONE },
};
const WAIT: Command = { kind: 'wait', minutes: 30 };
/** A view that cannot be weighed. */
const CHANGES: Command = { kind: 'look', look: { view: 'changes' } };

/** A look for one minute at what the `at`-th query asks, as noisy as `error` says. */
const offer = (label: string, at: number, error: number, over: object = {}): OfferedLook => ({
  label,
  minutes: 1,
  tick: pageTick,
  asked: [
    {
      at,
      query: { ...queryAt(pageTick), ...over },
      groups: [{ key: '', deviation: 0, error }],
    },
  ],
});
const OFFERED = [offer('Saves', 2, 1), offer('Nothing new', 1, 1)];

/** A run of looks and waits; numbers are queries that were read, with what they read. */
function path(
  moves: readonly { readonly command: Command; readonly minutes: number; readonly at?: number }[],
  rate: number,
  offered: readonly OfferedLook[] = OFFERED,
): Path {
  let tick = pageTick;
  let mind: Mind = mindOf(priorOf(scenario));
  const log: LogEvent[] = [];
  const weighings: Weighing[] = [];
  moves.forEach(({ command, minutes, at }, index) => {
    log.push({ kind: 'command', index, tick, minutes, command, label: '', order: null });
    tick += minutes;
    if (at === undefined) return;
    const query = queryAt(tick);
    const seen = [{ key: '', deviation: at === 1 ? 0 : -14, error: 1 }];
    const before = mind;
    mind = updated(mind, foretold, at, query, seen);
    weighings.push({ at, query: { ...query, label: '', move: index }, seen, before, after: mind });
  });
  return pathOf({
    run: { scenario, log, desk: emptyDesk('save_rate', 'all') },
    foretold,
    weighings,
    offered,
    worth: worthAt(rate),
    stake: () => 4,
    until: tick,
  });
}

test('a look is worth what it may change, less what its minutes cost', () => {
  const [telling, empty] = path(
    [
      { command: LOOK, minutes: 1, at: 0 },
      { command: LOOK, minutes: 1, at: 1 },
    ],
    0.01,
  ).steps;
  expect(telling!.value!.information).toBeGreaterThan(0.5);
  expect(telling).toMatchObject({ mark: 'best', regret: 0 });
  expect(empty!.value!.information).toBeLessThan(0.01);
  expect(empty!.value!.delay).toBeCloseTo(0.01, 12);
  expect(empty!.regret).toBeGreaterThan(0);
});

test('enough is where nothing on offer is worth its minutes; before it, what cannot be weighed is not judged', () => {
  const { enough, missed, steps } = path(
    [
      { command: CHANGES, minutes: 5 },
      { command: LOOK, minutes: 1, at: 0 },
      { command: WAIT, minutes: 10 },
    ],
    0.05,
  );
  expect(enough).toBe(pageTick + 6);
  expect(missed).toBeNull();
  expect(steps.map((s) => s.mark)).toEqual([null, 'best', 'inaccuracy']);
  expect(steps[0]!.regret).toBe(0);
});

test('who acts at once passes a look by; where nobody is hurt by waiting there is never enough', () => {
  const unread = path([{ command: WAIT, minutes: 1 }], 0.05);
  expect(unread.enough).toBeNull();
  expect(unread.missed).toMatchObject({ label: 'Saves' });
  expect(unread.missed!.gain).toBeGreaterThan(0.5);
  expect(path([{ command: LOOK, minutes: 1, at: 0 }], 0).enough).toBeNull();
});

test('looks that tell little by themselves may be worth taking together', () => {
  const vague = [offer('Saves', 2, 5), offer('Closeups', 0, 5, { metric: 'closeup_rate' })];
  const { missed } = path([{ command: WAIT, minutes: 1 }], 0.01, vague);
  expect(missed!.label).toMatch(/^all looks on offer/);
  const [one] = vague.map((look) => path([{ command: WAIT, minutes: 1 }], 0.01, [look]).missed);
  expect(missed!.gain).toBeGreaterThan(one!.gain);
});

test('a look of three minutes is an inaccuracy at worst; what many of them cost is marked once', () => {
  const looks = Array.from({ length: 8 }, () => ({ command: LOOK, minutes: 3, at: 1 }));
  const { steps } = path([{ command: LOOK, minutes: 1, at: 0 }, ...looks], 0.05);
  const marks = steps.map((s) => s.mark);
  expect(marks.filter((m) => m === 'mistake')).toHaveLength(1);
  expect(marks).not.toContain('blunder');
  expect(steps.filter((s) => s.delayed !== null)).toHaveLength(1);
  // The sum is what is marked: six of them come to a fifth.
  expect(marks.indexOf('mistake')).toBe(6);
  const dear = path([{ command: LOOK, minutes: 1, at: 0 }, ...looks.slice(0, 2)], 0.4);
  expect(dear.steps.map((s) => s.mark)).toEqual(['best', 'mistake', 'inaccuracy']);
});

test('a wait for nothing is judged before enough too; one for an answer is not', () => {
  const waiting = [{ command: WAIT, minutes: 30 }];
  expect(path(waiting, 0.05).steps[0]).toMatchObject({ mark: 'mistake' });
  const asking: Command = { kind: 'ask', who: 'somebody', about: 'it' };
  const asked = path([{ command: asking, minutes: 2 }, ...waiting], 0.05);
  expect(asked.steps[1]).toMatchObject({ mark: null, regret: 0 });
});

test('a long wait is marked by what it alone costs', () => {
  const { steps } = path(
    [
      { command: LOOK, minutes: 1, at: 0 },
      { command: WAIT, minutes: 30 },
    ],
    0.1,
  );
  expect(steps[1]).toMatchObject({ mark: 'blunder', value: null });
});
