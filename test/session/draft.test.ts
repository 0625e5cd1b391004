/** A colleague's draft: made by rule, the same again, and telling nothing of what is true. */
import { describe, expect, test } from 'vitest';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { tickLabel } from '../../src/sim/clock.ts';
import { emptyDesk, type Desk } from '../../src/session/desk.ts';
import { draftOf, type DraftSentence } from '../../src/session/draft.ts';
import { loadDrill } from '../../src/drills/loadDrill.ts';
import { Case, S39 } from '../scoring/caseBuilder.ts';
import { VARIANTS } from '../scenario/library.ts';

const drillsOf = ([1, 2, 3] as const).flatMap((difficulty) =>
  [1, 2, 3].flatMap((number) => loadDrill({ difficulty, number }).scenario ?? []),
);
const ALL = [...VARIANTS, ...drillsOf];

const desk: Desk = emptyDesk('save_rate', 'all');
const sentences = (scenario: CompiledScenario): readonly DraftSentence[] =>
  draftOf({ scenario, desk }).sentences;
const texts = (scenario: CompiledScenario): string[] => sentences(scenario).map((s) => s.text);

const tooMuch = ({ basis }: DraftSentence): boolean =>
  basis.kind === 'claim' && basis.needs.some(({ need }) => need === 'never');

describe.each(ALL.map((scenario) => [scenario.id, scenario] as const))('%s', (_, scenario) => {
  test('has a draft: claims, one or two of them too much, two findings, a beginning', () => {
    const draft = sentences(scenario);
    expect(draft.length).toBeGreaterThanOrEqual(6);
    expect(draft.length).toBeLessThanOrEqual(8);
    expect(new Set(texts(scenario)).size).toBe(draft.length);
    const over = draft.filter(tooMuch).length;
    expect(over).toBeGreaterThanOrEqual(1);
    expect(over).toBeLessThanOrEqual(2);
    const kinds = draft.map(({ basis }) => basis.kind);
    expect(kinds.filter((kind) => kind === 'claim').length).toBeGreaterThan(over);
    expect(kinds.filter((kind) => kind === 'finding')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'onset')).toHaveLength(1);
  });

  test('by somebody who was awake, and the same again', () => {
    const { author } = draftOf({ scenario, desk });
    expect(author.answersIn).not.toBeNull();
    expect(draftOf({ scenario, desk })).toEqual(draftOf({ scenario, desk }));
  });

  test('whatever is true, it is the same draft', () => {
    const draft = texts(scenario);
    const { hypotheses } = scenario;
    for (const { id } of hypotheses) {
      const other = hypotheses
        .map((h) => ({ ...h, truth: h.id === id }))
        .toSorted((a, b) => Number(b.truth) - Number(a.truth));
      expect(texts({ ...scenario, hypotheses: other, faults: [] })).toEqual(draft);
    }
  });
});

/** Incidents of many names: which sentences are drawn, and where they stand. */
const NAMES = 60;
const MANY = VARIANTS.flatMap((scenario) =>
  Array.from({ length: NAMES }, (_, n) => sentences({ ...scenario, id: `${scenario.id}-${n}` })),
);

/** Four standard errors about what chance gives. */
function byChance(count: number, of: number, share: number): void {
  const error = Math.sqrt(of * share * (1 - share));
  expect(Math.abs(count - of * share)).toBeLessThan(4 * error);
}

test('no place in the draft is more often that of a claim too much', () => {
  const all = MANY.flatMap((draft) => draft.filter(tooMuch)).length;
  for (const place of [0, 1, 2, 3, 4, 5])
    byChance(MANY.filter((draft) => tooMuch(draft[place]!)).length, all, 1 / 6);
});

test('the truth is named no oftener than any other explanation', () => {
  const named = MANY.flatMap((draft, i) => {
    const scenario = VARIANTS[Math.floor(i / NAMES)]!;
    const truth = scenario.hypotheses.find((h) => h.truth)?.id;
    return draft.flatMap(({ basis }) =>
      basis.kind === 'finding'
        ? [{ truth: basis.hypothesis === truth, share: 1 / scenario.hypotheses.length }]
        : [],
    );
  });
  const share = named.reduce((sum, n) => sum + n.share, 0) / named.length;
  byChance(named.filter((n) => n.truth).length, named.length, share);
});

test('what leads on the board stands in the draft in its own words, and nothing struck', () => {
  const run = new Case(S39).suspect('s-season', 40).suspect('s-ranker', 70).suspect('s-store', 60);
  const [season, ranker] = run.desk.hypotheses;
  expect(drafted(run)).toContain(`Finding: ${ranker!.label}.`);
  expect(drafted(run)).not.toContain(`Finding: ${season!.label}.`);
  expect(drafted(run)).toHaveLength(sentences(run.scenario).length);
  run.strike('h1').strike('h2');
  expect(drafted(run)).toContain(`Finding: ${season!.label}.`);
});

test('it began when the radius says, or with the page; which of them, the name decides', () => {
  const beginnings = new Set(
    Array.from({ length: 20 }, (_, n) => {
      const run = new Case(S39, { id: `one-${n}` });
      const since = run.scenario.world.pageTick - 545;
      run.declare({ sinceTick: since });
      const said = drafted(run).find((text) => text.startsWith('It began'));
      const { pageTick } = run.scenario.world;
      const known = [since, pageTick].map((tick) => `It began at ${tickLabel(tick)}.`);
      expect(known).toContain(said);
      return said;
    }),
  );
  expect(beginnings.size).toBe(2);
});

test('an incident may name who drafts and add sentences', () => {
  const { postmortem } = new Case(S39).scenario;
  const own = { author: 'mei', sentences: [{ text: 'Nobody was paged by night.', needs: [] }] };
  const { scenario } = new Case(S39, { postmortem: { ...postmortem, draft: own } });
  const draft = draftOf({ scenario, desk });
  expect(draft.author.name).toBe('Mei');
  expect(draft.sentences.map((s) => s.text)).toContain('Nobody was paged by night.');
});

function drafted(run: Case): string[] {
  return draftOf(run).sentences.map((s) => s.text);
}
