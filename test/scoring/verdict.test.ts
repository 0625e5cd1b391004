/** Every shape of the verdict sentence is reached by a run, and says nothing unkind. */
import { expect, test } from 'vitest';
import type { Findings } from '../../src/scoring/findings.ts';
import { VERDICT_SHAPES, verdictOf } from '../../src/scoring/verdict.ts';
import { Case, findings, HANDED, layer, S12, S13, S28, S39 } from './caseBuilder.ts';

const back12 = { kind: 'rollback-model', to: 'v58', scope: [{}] } as const;
const routeCore = { kind: 'route-cohort', to: 'v41', scope: [{ activity: ['core'] }] } as const;
const release = { kind: 'pause-release', build: 'android 9.10' } as const;
const normalise = { kind: 'normalise-popularity' } as const;
const read39 = (): Case => new Case(S39).lens('activity', 'arm');
const read12 = (): Case => new Case(S12).lens('history').view('model');
const handed12 = (): Case => new Case(S12, HANDED).handOver(back12);
const training = 'Tonight’s training must not read the surplus rows';

type Shape = readonly [
  shape: string,
  run: () => Case,
  findings: Partial<Findings>,
  says: string | RegExp,
];

const SHAPES: readonly Shape[] = [
  [
    'called nothing',
    () => new Case(S13).close('nothing-wrong'),
    {},
    'You read it as a quiet day, and the broken meter went on underneath.',
  ],
  [
    'untouched',
    () => new Case(S28).close(null),
    {},
    'You changed nothing and named nothing; the loop had the field.',
  ],
  [
    'found and left',
    () => new Case(S12).close('diverged'),
    {},
    'You found the scores that were no numbers, and left them where they were.',
  ],
  [
    'found and only held',
    () => new Case(S13).act(release).close('counted-twice'),
    { repairsOpen: [training] },
    'You found the broken meter, then let tonight’s model learn from it.',
  ],
  [
    'taken back',
    () => new Case(S28).act(normalise).undo('o0').close('raw-counts'),
    {},
    'You had the remedy for the loop in place, and took it back.',
  ],
  [
    'found, mended elsewhere',
    () =>
      new Case(S13).act({ kind: 'rollback-model', to: 'v46', scope: [{}] }).close('counted-twice'),
    {},
    'You found the broken meter, and the order you gave mended something else.',
  ],
  [
    'wrong cause, wrong lever',
    () =>
      new Case(S13).act({ kind: 'rollback-model', to: 'v46', scope: [{}] }).close('ranker-worse'),
    {},
    'You followed “Ranker v47 serves Android people worse”, while it was the broken meter.',
  ],
  [
    'held, unnamed',
    () => new Case(S39).act({ kind: 'stop-ramp', rollout: 'ranker-v42' }).close(null),
    {},
    'You kept the ranker that forgets from growing without asking what it was.',
  ],
  [
    'left as found',
    () => new Case(S28, HANDED).handOver({ kind: 'diversity', factor: 3 }).close(null),
    {},
    'You left what had been ordered before you as it was, and the loop stayed.',
  ],
  [
    'changed before knowing',
    () => new Case(S28).act({ kind: 'diversity', factor: 3 }).close(null),
    {},
    /before it was clear what was wrong, and the loop stayed\.$/,
  ],
  [
    'relapse',
    () => read12().act(back12).close('diverged'),
    { relapsed: true },
    /found and stopped the scores that were no numbers, then the machinery brought them back/,
  ],
  [
    'already stopped, wrong name',
    () => handed12().close('lost-history'),
    {},
    'The scores that were no numbers had been stopped before you came, and you went home believing it had been something else.',
  ],
  [
    'already stopped, unnamed',
    () => handed12().close(null),
    {},
    /had been stopped before you came, and you left it there without saying what it was\.$/,
  ],
  [
    'right lever, wrong name',
    () => new Case(S12).act(back12).close('lost-history'),
    {},
    /believing it had been something else/,
  ],
  [
    'stopped, unnamed',
    () => new Case(S39).act(routeCore).close(null),
    {},
    'You stopped the ranker that forgets without saying what it was.',
  ],
  [
    'repair left',
    () => read39().act(routeCore).close('short-memory'),
    { repairsOpen: ['The ramp must not go on by itself'] },
    'You found the ranker that forgets, then left the ramp running.',
  ],
  [
    'too wide',
    () =>
      read39()
        .act({ ...routeCore, kind: 'rollback-model', scope: [{}] })
        .close('short-memory'),
    {},
    /undid it for people it had been good to/,
  ],
  [
    'late',
    () => read39().wait(50).act(routeCore).close('short-memory'),
    {},
    'You found the ranker that forgets, and stopped it 50 min after the evidence was in.',
  ],
  [
    'not seen to work',
    () => read39().act(routeCore).close('short-memory'),
    { recovered: false },
    /too late to see it help/,
  ],
  [
    'not seen to work',
    () => read39().act(routeCore).wait(120).close('short-memory'),
    { recovered: false },
    /did what helps, and closed before what was hurt had come back/,
  ],
  [
    'left alone',
    () => handed12().lens('history').view('model').close('diverged'),
    {},
    'You found the scores that were no numbers already stopped, saw that it held, and left it alone.',
  ],
  [
    'radius missed',
    () => read39().act(routeCore).close('short-memory'),
    { layers: [layer({ recall: 0.2 })] },
    /without having found those it hurt/,
  ],
  [
    'radius overdrawn',
    () => read39().act(routeCore).close('short-memory'),
    { layers: [layer({ precision: 0.2 })] },
    /a circle drawn wider than the harm/,
  ],
  [
    'ahead of the evidence',
    () => new Case(S39).act(routeCore).close('short-memory'),
    {},
    /on fewer readings than settle it/,
  ],
  [
    'clean, narrow',
    () => read39().act(routeCore).close('short-memory'),
    {},
    'You found the ranker that forgets, healed those it reached and left everyone else alone.',
  ],
  [
    'clean',
    () => read12().act(back12).close('diverged'),
    {},
    'You found the scores that were no numbers, stopped them and made it last.',
  ],
];

test.each(SHAPES)('%s', (shape, run, over, says) => {
  const found = verdictOf(run(), findings(over));
  expect(found.shape).toBe(shape);
  if (typeof says === 'string') expect(found.verdict).toBe(says);
  else expect(found.verdict).toMatch(says);
  expect(found.verdict).not.toMatch(/fail|wrongly|should have|careless|mistake|undefined/i);
});

test('the table above covers every rule', () => {
  expect([...new Set(SHAPES.map(([shape]) => shape))]).toEqual(VERDICT_SHAPES);
});

test('what was ordered before is told as somebody else’s', () => {
  const said = (run: Case, over: Partial<Findings> = {}): string =>
    verdictOf(run, findings(over)).verdict;
  const wide = { kind: 'rollback-model', to: 'v41', scope: [{}] } as const;
  expect(said(handed12().close('diverged'), { relapsed: true })).toMatch(
    /had been stopped before you came, then the machinery brought them back/,
  );
  expect(said(handed12().close('diverged'), { recovered: false })).toMatch(
    /already stopped, and closed before it was seen to hold/,
  );
  expect(said(new Case(S39, HANDED).handOver(wide).close('short-memory'))).toMatch(
    /left it undone for people it had been good to/,
  );
  const other = { kind: 'rollback-model', to: 'v46', scope: [{}] } as const;
  expect(said(new Case(S13, HANDED).handOver(other).close('counted-twice'))).toMatch(
    /the order you left standing mended something else/,
  );
  const narrowed = new Case(S39, HANDED).handOver(wide).lens('activity', 'arm').undo('o0');
  expect(said(narrowed.act(routeCore).close('short-memory'))).toMatch(/healed those it reached/);
  expect(verdictOf(handed12().close(null), findings()).subline).toMatch(/leaving it as you found/);
});

test('things in the plural act in the plural', () => {
  const run = new Case('config-weight-units')
    .act({ kind: 'revert-setting', setting: 'utility-weights' })
    .close('wrong-weights');
  expect(verdictOf(run, findings({ layers: [layer({ recall: 0.2 })] })).verdict).toBe(
    'You stopped the wrong weights without having found those they hurt.',
  );
});

test('the repair left behind is named by what would have seen to it', () => {
  const left = (run: Case, label: string): string =>
    verdictOf(run, findings({ repairsOpen: [label] })).verdict;
  expect(
    left(read12().act(back12).close('diverged'), 'Tonight’s snapshot must not bring it back'),
  ).toMatch(/left the door open for the night/);
  const repairs = new Case(S28).scenario.recovery.repairs.map((r) => r.label);
  const held = new Case(S28).act({ kind: 'exposure-cap', perDay: 250 }).close('raw-counts');
  expect(left(held, repairs[0] ?? '')).toMatch(/held it without cutting it/);
  expect(left(held, repairs[1] ?? '')).toMatch(/left the model with what it had learnt/);
});

test('the subline carries one number, and its direction', () => {
  const line = (nothing: number, you: number): string =>
    verdictOf(new Case(S12).close(null), findings({ harm: { ...findings().harm, nothing, you } }))
      .subline;
  expect(line(2, 0.5)).toMatch(/spared 75 %/);
  expect(line(2, -0.4)).toMatch(/came out ahead.*and more/);
  expect(line(1, 2)).toMatch(/more than doing nothing would have: 50 %/);
  expect(line(2, 2.01)).toMatch(/^Within 2 %/);
  expect(line(0, 0)).toMatch(/: 0\.$/);
});
