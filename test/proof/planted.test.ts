/** Flaws planted in sound incidents: each is caught by its proof, with a witness that names it. */
import { describe, expect, it } from 'vitest';
import { transitionsMatter } from '../../src/proof/chart/matters.ts';
import { explore, soundChart } from '../../src/proof/chart/sound.ts';
import { untold } from '../../src/proof/givenAway.ts';
import { readable } from '../../src/proof/texts.ts';
import type { Condition } from '../../src/scenario/compiled.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { scenarioById, SCENARIO_IDS, textOf } from '../scenario/library.ts';
import { SOUND, withChart, withState } from './variants.ts';

const PAGED = SOUND.chart.states.find((s) => s.id === 'paged')!;
const rule: Condition = {
  if: 'metric',
  metric: 'save_rate',
  scope: [{}],
  surface: 'all',
  op: 'above',
  percent: 5,
  forMinutes: 30,
};

describe('of incidents as they are', () => {
  it.each(SCENARIO_IDS)('%s: what needs no world is proven', (id) => {
    const scenario = scenarioById(id);
    const explored = explore(scenario);
    const matters = transitionsMatter(scenario, explored, null);
    for (const proof of [soundChart(scenario, explored), readable(scenario), untold(scenario)])
      expect(proof.verdict, proof.witness).toBe('proven');
    expect(matters.verdict, matters.witness).toBe('budget exhausted');
  });
});

describe('the chart', () => {
  it('has a state that nothing can bring about', () => {
    const never: Condition = {
      if: 'all',
      of: [rule, { ...rule, op: 'below', percent: -5 }],
    };
    const broken = withChart((chart) => ({
      ...chart,
      states: [
        ...chart.states.map((s) =>
          s.id === 'paged'
            ? { ...s, transitions: [{ to: 'limbo', when: never, effects: [] }, ...s.transitions] }
            : s,
        ),
        {
          id: 'limbo',
          final: false,
          entry: [],
          transitions: [{ to: 'closed', when: { if: 'closed' }, effects: [] }],
        },
      ],
    }));
    const proof = soundChart(broken, explore(broken));
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('`limbo`');
    expect(proof.repair).toContain('conditions on the ways to `limbo`');
  });

  it('has a state that is entered and never left', () => {
    const never: Condition = { if: 'all', of: [rule, { ...rule, op: 'below', percent: -5 }] };
    const broken = withState('recovered', (state) => ({
      ...state,
      transitions: [{ to: 'closed', when: never, effects: [] }],
    }));
    const proof = soundChart(broken, explore(broken));
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('Nothing leads out of `recovered`');
  });

  it('is won before anything was done', () => {
    const broken = withState('paged', (state) => ({
      ...state,
      transitions: [
        { to: 'recovered', when: { if: 'not-acted', kinds: ['retrain'] }, effects: [] },
        ...state.transitions,
      ],
    }));
    const proof = soundChart(broken, explore(broken));
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('`recovered` at the page');
  });

  it('has a transition that is decoration', () => {
    const broken = withChart((chart) => ({
      ...chart,
      states: [
        ...chart.states.map((s) =>
          s.id === 'paged'
            ? {
                ...s,
                transitions: [
                  { to: 'noticed', when: { if: 'looked' as const, view: 'lens' }, effects: [] },
                  ...s.transitions,
                ],
              }
            : s,
        ),
        { ...PAGED, id: 'noticed', entry: [] },
      ],
    }));
    const proof = transitionsMatter(broken, explore(broken), null);
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('paged › noticed (way 1)');
    expect(proof.witness).toContain('nothing else happens');
  });

  it('has a transition that an earlier one always forestalls', () => {
    const broken = withState('paged', (state) => ({
      ...state,
      transitions: [...state.transitions, { to: 'relapsed', when: { if: 'closed' }, effects: [] }],
    }));
    const proof = transitionsMatter(broken, explore(broken), null);
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('paged › relapsed');
    expect(proof.witness).toContain('never taken');
  });

  it('has an effect that weakens a fault', () => {
    const text = textOf(SOUND.id).replace(
      '- { do: ramp, rollout: ranker-v42, share: 100 % }',
      '- { do: worsen, fault: short-memory, factor: 0.5 }',
    );
    const { scenario, diagnostics } = loadScenario(text, 'weakened.yaml');
    expect(scenario).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['SCN052']);
  });
});

describe('the texts', () => {
  const truth = SOUND.hypotheses.find((h) => h.truth)!;

  it('hold a message that says what is wrong', () => {
    const broken = withState('paged', (state) => ({
      ...state,
      entry: [
        { do: 'message', from: 'tomas', wants: false, text: `I think ${truth.label}.` },
        ...state.entry,
      ],
    }));
    const proof = untold(broken);
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('the message on entering or leaving `paged`');
  });

  it('hold a runbook that does', () => {
    const [first, ...rest] = SOUND.runbooks;
    const told = { ...first!, paragraphs: [...first!.paragraphs, truth.label] };
    const proof = untold({ ...SOUND, runbooks: [told, ...rest] });
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain(`the runbook ${first!.id}`);
  });

  it('may say as much of a rival as of the truth', () => {
    const label = truth.label;
    const alike = SOUND.hypotheses.map((h) => (h.truth ? h : { ...h, label }));
    const [first, ...rest] = SOUND.runbooks;
    const told = { ...first!, paragraphs: [label] };
    expect(untold({ ...SOUND, hypotheses: alike, runbooks: [told, ...rest] }).verdict).toBe(
      'proven',
    );
  });

  it('link to where nothing is', () => {
    const [first, ...rest] = SOUND.tickets;
    const linked = { ...first!, text: 'See https://example.org/help for what I mean.' };
    const proof = readable({ ...SOUND, tickets: [linked, ...rest] });
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('tickets[0].text');
  });

  it('name a real company', () => {
    const proof = readable({ ...SOUND, grounding: 'As it happened at Netflix.' });
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('grounding names “Netflix”');
  });

  it('have a clue without words', () => {
    const [truthful, ...rest] = SOUND.hypotheses;
    const proof = readable({ ...SOUND, hypotheses: [{ ...truthful!, tell: ' ' }, ...rest] });
    expect(proof.verdict).toBe('refuted');
    expect(proof.witness).toContain('the tell of');
  });
});
