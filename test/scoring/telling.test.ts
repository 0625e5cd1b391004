/** Interview answer, list of moves, index of principles, gates. */
import { expect, test } from 'vitest';
import { NEXT_TIME } from '../../src/scoring/adviceWords.ts';
import { enoughTick } from '../../src/scoring/enough.ts';
import type { Findings } from '../../src/scoring/findings.ts';
import { breachesOf } from '../../src/scoring/gates.ts';
import { countWords, interviewOf } from '../../src/scoring/interview.ts';
import { movesOf } from '../../src/scoring/moves.ts';
import { judgePrinciples, PRINCIPLES } from '../../src/scoring/principles/judge.ts';
import type { Look } from '../../src/session/commands.ts';
import { lookWords } from '../../src/session/words.ts';
import { Case, findings, S12, S13, S28, S39 } from './caseBuilder.ts';

const routeCore = { kind: 'route-cohort', to: 'v41', scope: [{ activity: ['core'] }] } as const;
const core = [{ activity: ['core'] }];

const careful = (): Case =>
  new Case(S39)
    .act({ kind: 'stop-ramp', rollout: 'ranker-v42' })
    .lens('activity', 'arm')
    .look({ view: 'changes' })
    .look({ view: 'experiments' })
    .view('sources')
    .pin()
    .declare({
      hurtNow: core,
      hurtLater: core,
      witness: [{ activity: ['casual'] }],
      severity: 'high',
    })
    .suspect('s-ranker', 60)
    .suspect('s-season', 40)
    .view('features')
    .strike('h1')
    .say({ claims: [{ offer: 'who', register: 'careful' }], nextUpdateMinutes: 30 })
    .act(routeCore)
    .say({ claims: [{ offer: 'doing', register: 'plain' }] })
    .wait(60)
    .lens('activity')
    .close('short-memory', 85, 'p-slices');

const RUNS: readonly (readonly [string, () => Case, Partial<Findings>])[] = [
  ['careful', careful, {}],
  ['nothing at all', () => new Case(S39).close(null), { recovered: false }],
  ['nothing at all, slow', () => new Case(S28).close(null), { recovered: false }],
  ['never closed', () => new Case(S13).lens('region'), { recovered: false }],
  [
    'wrong lever',
    () =>
      new Case(S13)
        .act({ kind: 'rollback-model', to: 'v46', scope: [{}] })
        .close('ranker-worse', 95, 'p-freeze'),
    {
      recovered: false,
      repairsOpen: [
        'Tonight’s training must not read the surplus rows',
        'The counting must be mended',
      ],
    },
  ],
  [
    'relapse',
    () =>
      new Case(S12)
        .lens('history')
        .view('model')
        .act({ kind: 'rollback-model', to: 'v58', scope: [{}] })
        .close('diverged'),
    { relapsed: true, repairsOpen: ['Tonight’s snapshot must not bring it back'] },
  ],
  [
    'everything, twice over',
    () => {
      const run = careful();
      const long = run.scenario.world.builds.flatMap((b) =>
        core.map((c) => ({ ...c, build: [b.build] })),
      );
      return new Case(S39)
        .lens('activity', 'arm')
        .declare({ reading: long, hurtNow: long, hurtLater: long, witness: long })
        .act({ ...routeCore, scope: long })
        .act({ ...routeCore, scope: [...long, {}] })
        .act({ kind: 'exposure-cap', perDay: 400 })
        .undo('o1')
        .close('season', 55, 'p-power');
    },
    { relapsed: true, repairsOpen: ['The ramp must not go on by itself'] },
  ],
];

test.each(RUNS)('interview answer: %s', (_, run, over) => {
  const played = run();
  const { yours, model } = interviewOf(played, findings(over));
  expect(countWords(yours), yours).toBeGreaterThanOrEqual(120);
  expect(countWords(yours), yours).toBeLessThanOrEqual(180);
  expect(yours).not.toMatch(/undefined|null|\.\.|You /);
  expect(model).toBe(played.scenario.postmortem.interview);
});

test('the answer tells what was done, in order, and what was missed', () => {
  const { yours } = interviewOf(careful(), findings());
  const order = [
    'I was paged',
    'I cut it by',
    'I wrote down',
    'My evidence',
    'My orders were',
    'took effect',
    'It recovered',
    'I closed',
    'For prevention',
  ];
  expect(order.map((words) => yours.indexOf(words))).toEqual(
    order.map((words) => yours.indexOf(words)).toSorted((a, b) => a - b),
  );
  expect(yours.indexOf('I was paged')).toBe(0);
  const blind = interviewOf(
    new Case(S13).act({ kind: 'rollback-model', to: 'v46', scope: [{}] }).close(null),
    findings(),
  ).yours;
  expect(blind).toContain(`I would now ${NEXT_TIME['P11']}`);
  expect(blind).toContain('I did not cut the population before I decided.');
});

test('the answer names what was made evidence of, then what was read last, and no name breaks off', () => {
  const run = new Case(S39).view('sources').pin().lens('region').lens('platform').view('features');
  const { yours } = interviewOf(run.act(routeCore).close(null), findings());
  const pinned = new Case(S39).view('sources').desk.readings.at(0)!.label;
  const [evidence] = /My evidence was [^.]*/.exec(yours)!;
  expect(evidence).toContain(pinned);
  expect(evidence).toContain('by platform');
  expect(evidence).not.toContain('by region');
  const scope = [{ history: ['> 300' as const], activity: ['core' as const], arm: ['v42'] }];
  const wide = new Case(S39).declare({ hurtNow: [...scope, { platform: ['ios', 'android'] }] });
  const said = interviewOf(wide.act({ ...routeCore, scope }).close(null), findings()).yours;
  expect(said).not.toMatch(/…|\b(?:in|on|of|to|with|and)[;,.]/);
});

test('what left a prediction undecided is named as evidence only where there is room', () => {
  const undecided = {
    expect: 'down',
    verdict: 'undecided',
    what: 'the change of saves',
    value: -1,
    error: 2,
  } as const;
  const items: Look = { view: 'items', metric: 'impression_share', by: ['topic'], scope: [{}] };
  const evidenceOf = (run: Case): string =>
    /My evidence was [^.]*/.exec(interviewOf(run.close(null), findings()).yours)![0];
  const few = (): Case => new Case(S39).lens('region').look(items, 'It may be either.', undecided);
  const named = lookWords(items);
  expect(evidenceOf(few())).toContain(named);
  const more = (run: Case): Case => run.view('sources').view('features');
  expect(evidenceOf(more(few()))).not.toContain(named);
  expect(evidenceOf(more(few().pin()))).toContain(named);
});

test('moves: what a reading said, what an order led to', () => {
  const run = new Case(S12)
    .view('model', [{}])
    .suspect('s-v59', 70)
    .act({ kind: 'rollback-model', to: 'v58', scope: [{}] })
    .wait(60)
    .world('promoted', 'v59 in service for everybody')
    .act({ kind: 'pin-model', version: 'v58' })
    .undo('o1')
    .act({ kind: 'fix-client', build: 'web' })
    .close('diverged', 80);
  const moves = movesOf(run);
  expect(moves.map((m) => m.index)).toEqual(moves.map((_, i) => i));
  expect(moves[0]).toMatchObject({
    label: 'versions and calibration',
    minutes: 2,
    note: 'It reads as it reads.',
    retry: true,
  });
  expect(moves[1]).toMatchObject({
    note: 'The ranker that came in twelve minutes ago, at 70 %.',
    retry: false,
  });
  expect(moves[2]?.note).toMatch(
    /^In effect at Thu \d\d:\d\d, until v59 in service for everybody at/,
  );
  expect(moves[4]?.note).toMatch(/^Taken back at/);
  expect(moves[5]?.note).toBe('“pin v58” was taken back.');
  expect(moves[6]?.note).toBe('Not complete when the case ended.');
  expect(moves[7]?.note).toContain('80 %');
});

test('a failed order says why', () => {
  const run = new Case(S12).act({ kind: 'rollback-model', to: 'v58', scope: [{}] }).wait(10);
  run.world('failed', 'the artefact of v58 was not kept');
  expect(movesOf(run)[0]?.note).toBe('It failed: the artefact of v58 was not kept.');
});

test('the incident’s own principles come first, every other one after, each once', () => {
  for (const id of [S12, S13, S28, S39]) {
    const run = new Case(id);
    const ids = judgePrinciples(run, findings()).map((p) => p.id);
    const own = run.scenario.principles.filter((p) => p in PRINCIPLES);
    expect(ids.slice(0, own.length)).toEqual(own);
    expect(ids.toSorted()).toEqual(Object.keys(PRINCIPLES).toSorted());
  }
});

test('a run in which nothing happened exercises nothing', () => {
  for (const id of [S12, S13, S28, S39])
    for (const p of judgePrinciples(new Case(id), findings()))
      expect(p.verdict, p.id).toBe('not exercised');
});

test('a careful run keeps all it touches; every principle has a next time', () => {
  const broken = judgePrinciples(careful(), findings()).filter((p) => p.verdict === 'broken');
  expect(broken.map((p) => `${p.id}: ${p.because}`)).toEqual([]);
  expect(Object.keys(NEXT_TIME)).toEqual(Object.keys(PRINCIPLES));
});

test('enough is the last of the readings that were needed', () => {
  const run = new Case(S13).lens('build').wait(30).view('sources');
  expect(enoughTick(run)).toBe(run.tick);
  expect(enoughTick(new Case(S13).lens('region').view('sources'))).toBeNull();
});

test('a careful run breaches no gate', () => {
  expect(breachesOf(careful())).toEqual([]);
});
