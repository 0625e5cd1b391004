/** The first idea that stayed the last, and the list that closed too early: by rule from the board. */
import { describe, expect, test } from 'vitest';
import { detectionsOf, noticedWords } from '../../src/scoring/detections.ts';
import { Case, S39 } from './caseBuilder.ts';

const back = { kind: 'rollback-model', to: 'v41', scope: [{}] } as const;
const WRONG = ['s-store', 's-season', 's-split'] as const;
/** Three that are not so. */
const three = (): Case =>
  WRONG.reduce((run, suspect, k) => run.suspect(suspect, 70 - 10 * k), new Case(S39));
const of = (run: Case) => detectionsOf(run);

describe('anchored', () => {
  test('one idea from the first word to the last, with readings between', () => {
    expect(of(three().view('funnel').act(back).close(null)).anchored).toBe(true);
  });
  test('not where nothing was read after the first word', () => {
    expect(of(three().act(back).close(null)).anchored).toBe(false);
  });
  test('not where another came to lead', () => {
    const changed = three().view('funnel').confidence('h1', 90).act(back).close(null);
    expect(of(changed).anchored).toBe(false);
  });
  test('not where the cause was on the board, however low', () => {
    const wide = three().suspect('s-ranker', 20).view('funnel').act(back).close(null);
    expect(of(wide)).toEqual({ anchored: false, closedEarly: false });
  });
});

describe('closed early', () => {
  test('the same three at the first change and at the end', () => {
    expect(of(three().act(back).close(null)).closedEarly).toBe(true);
    // In whatever order.
    const turned = three().act(back).confidence('h2', 95).close(null);
    expect(of(turned).closedEarly).toBe(true);
  });
  test('not where one was added afterwards and came among them', () => {
    const open = three().act(back).view('funnel').suspect('s-store', 99).close(null);
    expect(of(open).closedEarly).toBe(false);
  });
  test('not of a list of two, nor where nothing was changed', () => {
    const two = new Case(S39).suspect('s-store', 60).suspect('s-season', 50);
    expect(of(two.act(back).close(null)).closedEarly).toBe(false);
    expect(of(three().close(null)).closedEarly).toBe(false);
  });
});

test('an empty board shows nothing, and what is noticed speaks of the board', () => {
  expect(of(new Case(S39).act(back).close(null))).toEqual({ anchored: false, closedEarly: false });
  const words = noticedWords(of(three().view('funnel').act(back).close(null)));
  expect(words).toHaveLength(2);
  for (const sentence of words) expect(sentence).not.toMatch(/\byou/i);
});
