/** Bands: edges, reasons, and what they refuse to say. */
import { expect, test } from 'vitest';
import { FIRST_CONFIDENCE } from '../../src/session/boardWords.ts';
import { bandsOf, confidenceBand, impactBand, processBand } from '../../src/scoring/bands.ts';
import { Case, findings, S12, S39 } from './caseBuilder.ts';

const back = { kind: 'rollback-model', to: 'v58', scope: [{}] } as const;

test('impact by where the harm lies', () => {
  const band = (impact: number): string => impactBand(findings({ impact })).band;
  expect([0.1, 0.25, 0.54, 0.55, 0.84, 0.85, 1.2].map(band)).toEqual([
    'poor',
    'fair',
    'fair',
    'good',
    'good',
    'strong',
    'strong',
  ]);
  expect(impactBand(findings({ impact: 1.2 })).because).toMatch(/better than under the best/);
  expect(impactBand(findings({ impact: -0.2 })).because).toMatch(
    /worse than if nothing had been done/,
  );
  expect(impactBand(findings({ impact: 0.6 })).because).toMatch(/60 % of the way/);
});

test('process is a band of what the moves gave away; unweighed it is none', () => {
  expect(processBand(null).band).toBe('not exercised');
  expect([0, 2.5, 4.9, 5, 7.9, 8, 10].map((score) => processBand(score).band)).toEqual([
    'poor',
    'fair',
    'fair',
    'good',
    'good',
    'strong',
    'strong',
  ]);
});

test('confidence before the first change and at closing', () => {
  const run = new Case(S12).suspect('s-v59', 70).act(back).close('diverged', 90);
  const { band, because } = confidenceBand(run);
  expect(band).toBe('strong');
  expect(because).toContain('70 % before the first change on what it was');
  expect(because).toContain('90 % at closing on what it was');
  expect(because).toContain('(Brier) 0.05');
  expect(because).toMatch(/One run is little evidence/);
});

test('an honest doubt beats a bluff', () => {
  const closing = (percent: number): string =>
    confidenceBand(new Case(S12).close('worse-ranker', percent)).band;
  expect(closing(60)).toBe('fair');
  expect(closing(99)).toBe('poor');
  expect(confidenceBand(new Case(S12).close('diverged', 60)).band).toBe('good');
});

test('the leading hypothesis is the one that led then, not later', () => {
  const run = new Case(S12).suspect('s-compaction', 70).suspect('s-v59', 55).act(back);
  run.confidence('h1', 95);
  expect(confidenceBand(run).because).toMatch(
    /70 % before the first change on something it was not/,
  );
});

test('a sentence is right where mechanism and place are', () => {
  const sentence = {
    mechanism: 'scores-not-finite',
    component: 'ranker',
    sinceTick: null,
    metric: 'save_rate',
    hits: [],
    spares: [],
  } as const;
  expect(confidenceBand(new Case(S12).hypothesise(sentence, 75).act(back)).because).toMatch(
    /75 % .* on what it was/,
  );
  expect(
    confidenceBand(new Case(S12).hypothesise({ ...sentence, component: 'index' }, 75).act(back))
      .because,
  ).toMatch(/something it was not/);
});

test('nothing stated, nothing scored', () => {
  expect(confidenceBand(new Case(S39).close(null)).band).toBe('not exercised');
  expect(bandsOf(new Case(S39), findings()).map((b) => b.id)).toEqual([
    'impact',
    'process',
    'confidence',
  ]);
});

test('where a suspect was put up and left, nobody said how sure they were', () => {
  const put = (): Case => new Case(S12).suspect('s-v59', FIRST_CONFIDENCE);
  const back = { kind: 'rollback-model', to: 'v58', scope: [{}] } as const;
  expect(confidenceBand(put().act(back)).band).toBe('not exercised');
  expect(confidenceBand(put().confidence('h0', FIRST_CONFIDENCE).act(back)).because).toContain(
    `You stated ${FIRST_CONFIDENCE} % before the first change`,
  );
});
