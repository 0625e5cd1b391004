import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { verdictOf } from '../../src/session/prediction.ts';
import {
  answerWords,
  predictedFigure,
  shortAnswerWords,
} from '../../src/session/predictionWords.ts';
import { atPage } from './cases.ts';
import { session } from './compiled.ts';

const reading = (value: number, margin: number) => ({ value, error: margin / 2, margin });

describe('the rule', () => {
  test.each([
    ['down', reading(-9, 2), 'agreed'],
    ['up', reading(-9, 2), 'disagreed'],
    ['flat', reading(-9, 2), 'disagreed'],
    ['down', reading(-3, 4), 'undecided'],
    ['flat', reading(-3, 4), 'undecided'],
    // Known so well that its sign is no noise, and still as good as nothing.
    ['flat', reading(0.5, 0.2), 'agreed'],
    ['up', reading(0.5, 0.2), 'disagreed'],
    ['up', reading(2.5, 0.2), 'agreed'],
  ] as const)('expected %s, read %o: %s', (expectation, read, verdict) => {
    expect(verdictOf(expectation, read)).toBe(verdict);
  });

  test('a test that counts has no noise to hide in', () => {
    expect(verdictOf('flat', reading(0, 0))).toBe('agreed');
    expect(verdictOf('up', reading(62, 0))).toBe('agreed');
  });
});

test('an answer is said with its numbers', () => {
  const answer = {
    expect: 'down',
    verdict: 'agreed',
    what: 'save rate',
    value: -9.14,
    error: 1.2,
  } as const;
  expect(answerWords(answer)).toBe(
    'You expected save rate: down; it read −9.1 ± 1.2 %: the world agreed.',
  );
  expect(shortAnswerWords(answer)).toBe('down expected, −9.1 ± 1.2 % read');
});

const HURT = [{ activity: ['core'], arm: ['v42'] }];
const RATE: Command = {
  kind: 'look',
  look: { view: 'metric', metric: 'dwell_rate', by: null, scope: HURT },
};

describe('in a run', () => {
  test('a view is answered once, when it is opened, on the panel and on the board', () => {
    const run = atPage();
    session.dispatch(run, { ...RATE, predict: { expect: 'down' } });
    const [panel] = session.viewOf(run).panels;
    expect(panel?.answer).toMatchObject({ expect: 'down', verdict: 'agreed' });
    expect(panel?.answer?.value).toBeLessThan(-2);
    const before = panel?.answer;
    session.dispatch(run, { kind: 'wait', minutes: 90 });
    session.dispatch(run, { ...RATE, predict: { expect: 'up' } });
    const view = session.viewOf(run);
    expect(view.panels[0]?.answer).toEqual(before);
    expect(view.board.readings.filter((r) => r.answer !== null).map((r) => r.answer)).toEqual([
      before,
    ]);
  });

  test('a test answers when it ends', () => {
    const run = atPage();
    session.dispatch(run, {
      kind: 'test',
      test: { test: 'replay', swap: 'history', to: '500', scope: HURT },
      predict: { expect: 'flat' },
    });
    session.dispatch(run, { kind: 'wait', minutes: 30 });
    expect(session.viewOf(run).panels[0]?.answer).toMatchObject({
      verdict: 'disagreed',
      what: 'saves once swapped',
    });
  });

  test('no prediction, no answer; and none is offered where there is no number to hold it against', () => {
    const run = atPage();
    session.dispatch(run, RATE);
    expect(session.viewOf(run).panels[0]?.answer).toBeNull();
    expect(predictedFigure({ kind: 'look', look: { view: 'changes' } })).toBeNull();
    expect(predictedFigure({ kind: 'wait', minutes: 5 })).toBeNull();
    expect(predictedFigure(RATE)).not.toBeNull();
  });
});

test('what hardly moved where a move was expected is said to be no change', () => {
  const still = {
    expect: 'up',
    verdict: 'disagreed',
    what: 'saves',
    value: -0.8,
    error: 0.6,
  } as const;
  expect(answerWords(still)).toBe(
    'You expected saves: up; it read −0.8 ± 0.6 %, and less than 2 % is no change: the world disagreed.',
  );
  expect(answerWords({ ...still, value: -9 })).not.toContain('no change:');
  expect(answerWords({ ...still, expect: 'flat', value: -9 })).not.toContain('less than');
});
