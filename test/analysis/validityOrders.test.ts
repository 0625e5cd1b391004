/** Orders judged on figures made up so that the answer is known. */
import { expect, test } from 'vitest';
import { REWEIGHED } from '../../src/analysis/reweighed.ts';
import { BOT_IDS, type BotId } from '../../src/bots/bot.ts';
import type { SeedProcess } from '../../src/cli/measureProcess.ts';
import type { SeedValidity } from '../../src/cli/measureValidity.ts';
import {
  judgeOrders,
  ALL_INCIDENTS,
  judgeProcess,
  MARGIN,
  PROCESS_MARGIN,
  requiredOrders,
} from '../../src/cli/validityOrders.ts';
import { validityReport } from '../../src/cli/validityReport.ts';
import { validityText, withValidity } from '../../src/cli/validityText.ts';
import { scenarioById, variantById } from '../scenario/library.ts';

const HARMFUL = scenarioById('runaway-popular');
const SEEDS = 8;

/** Impacts as given, 0 for the others, give or take a little by seed; everybody the same. */
function world(impacts: Partial<Record<BotId, number>>): SeedValidity[] {
  return Array.from({ length: SEEDS }, (_, k) => {
    const bots = Object.fromEntries(
      BOT_IDS.map((id, b) => [
        id,
        11 - 10 * ((impacts[id] ?? 0) + 0.004 * (((7 * b + 3 * k) % 5) - 2)),
      ]),
    );
    const harms = { nothing: 10, rollback: 11, reference: 1, bots };
    const reweighed = Object.fromEntries([...REWEIGHED.keys()].map((name) => [name, harms]));
    return { scenario: HARMFUL.id, seed: `seed-${k + 1}`, ...harms, reweighed };
  });
}

const verdicts = (impacts: Partial<Record<BotId, number>>): Record<string, string> =>
  Object.fromEntries(
    judgeOrders([HARMFUL], world(impacts)).map(({ order, verdict }) => [order, verdict]),
  );

const SOUND = { oracle: 1, 'careful-novice': 0.9, waiter: 0.1, shotgun: -3, 'roller-back': 0 };

test('sound figures hold every order', () => {
  expect(requiredOrders(HARMFUL).length).toBeGreaterThan(3);
  expect(new Set(Object.values(verdicts(SOUND)))).toEqual(new Set(['held']));
});

test('equal is as good as not worse, and not as good as better', () => {
  const equal = verdicts({ ...SOUND, oracle: 0.9, 'careful-novice': 0.9 });
  expect(equal['oracle ≥ careful-novice']).toBe('held');
  const nearly = verdicts({ ...SOUND, oracle: 0.9 - MARGIN / 2 });
  expect(nearly['oracle ≥ careful-novice']).toBe('held');
  const level = verdicts({ ...SOUND, 'careful-novice': 0, 'roller-back': 0 });
  expect(level['careful-novice > roller-back']).toBe('not shown');
});

test.each<[string, Partial<Record<BotId, number>>]>([
  ['oracle ≥ careful-novice', { oracle: 0.7 }],
  ['careful-novice ≥ shotgun', { shotgun: 1 }],
  ['careful-novice > roller-back', { 'roller-back': 0.95 }],
  ['waiter ≥ roller-back', { 'roller-back': 0.2 }],
])('%s is refuted where the figures say the contrary', (order, wrong) => {
  expect(verdicts({ ...SOUND, ...wrong })[order]).toBe('refuted');
});

test('two seeds show nothing that a bad day could bring about', () => {
  const two = world({ ...SOUND, 'careful-novice': 0.02 }).slice(0, 2);
  const judged = judgeOrders([HARMFUL], two);
  expect(judged.find((j) => j.order === 'careful-novice > roller-back')?.verdict).toBe('not shown');
});

test('the report has a row a player, and its tables name every order', () => {
  const report = validityReport([HARMFUL], world(SOUND));
  expect(report.rows.map(({ bot }) => bot)).toEqual(BOT_IDS);
  expect(report.rows.every(({ process }) => process === null)).toBe(true);
  expect(report.rows.find(({ bot }) => bot === 'careful-novice')?.impact).toBeCloseTo(0.9, 1);
  expect(report.ordersBroken).toEqual([]);
  for (const { order } of report.ordersHeld) expect(validityText(report)).toContain(order);
});

test('an order that only one weight bears is named, and one that another refutes', () => {
  const rows = world(SOUND).map((row) => {
    const under = (impacts: Partial<Record<BotId, number>>): SeedValidity => ({
      ...row,
      bots: { ...row.bots, ...world({ ...SOUND, ...impacts })[0]!.bots },
    });
    const reweighed = {
      ...row.reweighed,
      'gain halved': under({ 'careful-novice': 0, 'roller-back': 0 }),
      'hide doubled': under({ 'roller-back': 0.95 }),
    };
    return { ...row, reweighed };
  });
  const report = validityReport([HARMFUL], rows);
  const of = (name: string) => report.reweighed.find(({ weights }) => weights === name)!;
  expect(report.reweighed).toHaveLength(8);
  expect(of('hide halved').held).toHaveLength(report.ordersHeld.length);
  expect(of('gain halved').lost.map(({ order }) => order)).toContain(
    'careful-novice > roller-back',
  );
  expect(of('hide doubled').refuted.map(({ order }) => order)).toContain('waiter ≥ roller-back');
  expect(validityText(report)).toMatch(
    /Refuted with hide doubled: runaway-popular, waiter ≥ roller-back\./,
  );
});

test('a page keeps all but what stands between its marks', () => {
  const report = validityReport([HARMFUL], world(SOUND));
  const page = 'before\n\n<!-- generated: validity -->\nof last year\n<!-- end -->\n\nafter\n';
  const renewed = withValidity(page, report);
  expect(renewed).toMatch(/^before\n\n<!-- generated: validity -->\n[^]*<!-- end -->\n\nafter\n$/);
  expect(renewed).not.toContain('of last year');
  expect(withValidity(renewed, report)).toBe(renewed);
  expect(() => withValidity('no marks', report)).toThrow('no marks');
});

test('where nothing is right to do, whoever waits must be as good as anybody', () => {
  const orders = requiredOrders(variantById('holiday-hangover'));
  const ofWaiter = orders.filter(({ better }) => better === 'waiter');
  expect(ofWaiter.map(({ worse }) => worse).toSorted()).toEqual(
    BOT_IDS.filter((bot) => bot !== 'waiter').toSorted(),
  );
  expect(new Set(ofWaiter.map(({ by }) => by))).toEqual(new Set(['≥']));
  const twin = requiredOrders(variantById('holiday-hangover~twin'));
  expect(twin.some(({ better }) => better === 'waiter')).toBe(false);
});

const of = (scenario: string, novice: readonly number[]): SeedProcess[] =>
  novice.map((worth, k) => ({
    scenario,
    seed: `seed-${k + 1}`,
    process: { 'careful-novice': worth, 'lucky-guesser': 5, tourist: 2 },
    guess: 0.05,
  }));

test('an incident of which many worlds were measured is judged by its own spread', () => {
  const wild = of('wild', [0, 10]);
  const near = (worlds: number): SeedProcess[] =>
    of(
      'near',
      Array.from({ length: worlds }, (_, k) => 3.2 + 0.01 * (k % 2)),
    );
  const verdictOn = (worlds: number): string =>
    judgeProcess([...wild, ...near(worlds)]).find((j) => j.scenario === 'near')!.verdict;
  expect([2, 9, 10].map(verdictOn)).toEqual(['not shown', 'not shown', 'held']);
});

test('orders of process have one spread for all incidents, and one of the library', () => {
  const calm = ['b', 'c', 'd', 'e'].flatMap((id) => of(id, [8, 8.1]));
  const judged = judgeProcess([...of('a', [7, 9.4]), ...calm]);
  const verdicts = new Map(judged.map((j) => [j.scenario, j.verdict]));
  // By itself, two worlds so far apart would show nothing.
  expect(verdicts.get('a')).toBe('held');
  expect(judgeProcess(of('a', [7, 9.4]))[0]!.verdict).toBe('not shown');
  expect(verdicts.get(ALL_INCIDENTS)).toBe('held');
  // An incident counts once, however often it was measured.
  const library = judged.find((j) => j.scenario === ALL_INCIDENTS)!;
  expect(library.difference).toBeCloseTo((6.2 + 4 * 6.05) / 5, 12);
});

test('process is ordered by a margin, and stands beside impact where it was measured', () => {
  const measured = (novice: number, guess = 0.3): SeedProcess[] =>
    Array.from({ length: SEEDS }, (_, k) => ({
      scenario: HARMFUL.id,
      seed: `seed-${k + 1}`,
      process: {
        'careful-novice': novice + 0.1 * (k % 3),
        'lucky-guesser': 5 + 0.1 * (k % 2),
        tourist: 2,
      },
      guess,
    }));
  const of = (novice: number, guess?: number): Record<string, string> =>
    Object.fromEntries(judgeProcess(measured(novice, guess)).map((j) => [j.order, j.verdict]));
  const lucky = 'process: careful-novice > lucky-guesser';
  expect(of(5 + 2 * PROCESS_MARGIN)[lucky]).toBe('held');
  expect(of(5 + PROCESS_MARGIN / 2)[lucky]).toBe('refuted');
  expect(of(4)['process: careful-novice > tourist']).toBe('held');
  // Where no look is worth its minutes, to act at once is no guess.
  expect(of(4, 0.05)).toEqual({ 'process: careful-novice > tourist': 'held' });
  // One world of an incident says nothing of another, and one incident nothing of the library.
  expect(judgeProcess(measured(8).slice(0, 1))).toEqual([]);
  const report = validityReport([HARMFUL], world(SOUND), measured(8));
  expect(report.rows.find(({ bot }) => bot === 'careful-novice')?.process).toBeCloseTo(8.1, 1);
  expect(report.rows.find(({ bot }) => bot === 'waiter')?.process).toBeNull();
  expect(validityText(report)).toMatch(/runaway-popular +2\.00 +5\.05 +8\.09/);
});
