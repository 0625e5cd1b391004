import { describe, expect, it } from 'vitest';
import { INTERVENTION_PRICES } from '../../src/sim/interventions.ts';
import { formatDiagnostics } from '../../src/scenario/diagnostics.ts';
import { folderOf } from '../../src/scenario/variants.ts';
import { loadById, SCENARIO_IDS, scenarioById, VARIANT_IDS, variantById } from './library.ts';

describe('the library', () => {
  it('holds the campaign, in order', () => {
    const cards = SCENARIO_IDS.map((id) => loadById(id).card);
    const order = cards
      .toSorted((a, b) => (a?.order ?? 0) - (b?.order ?? 0))
      .map((card) => card?.id);
    expect(order).toEqual([
      'cohort-canary-regression',
      'nan-in-the-scores',
      'android-double-impression',
      'runaway-popular',
      'config-weight-units',
      'utc-midnight-cliff',
      'holiday-hangover',
      'half-built-index',
      'image-cdn-brownout',
      'srm-mirage',
      'clickbait-champion',
      'poisoned-retrain',
      'two-fires',
      'overzealous-filter',
      'newcomer-creators-squeezed',
      'leaky-miracle',
      'experiment-collision',
      'viral-hot-shard',
      'gpu-cold-herd',
      'three-overlapping',
      'blend-out-of-balance',
      'tower-index-skew',
      'silent-retrain-stall',
      'safety-fails-open',
      'sticky-feed-cache',
      'save-bots',
      'deep-model-latency-tax',
      'trend-hangover',
      'hourly-oscillator',
      'your-own-launch',
      'impatient-labels',
    ]);
  });

  it('opens with the page of Tuesday afternoon', () => {
    const { world, faults } = scenarioById('cohort-canary-regression');
    expect(world.pageTick).toBe(15 * 1440 + 14 * 60 + 5);
    expect(world.rollouts[0]?.stages).toEqual([
      { tick: 14 * 1440 + 10 * 60, share: 0.05 },
      { tick: 15 * 1440 + 5 * 60, share: 0.5 },
    ]);
    expect(world.builds[2]?.adoption.map(({ share }) => share)).toEqual([0, 0.18]);
    expect(world.models.map(({ version, lift }) => [version, lift])).toEqual([
      ['v41', 0],
      ['v42', 0.09],
    ]);
    expect(faults).toEqual([
      {
        id: 'short-memory',
        onset: 14 * 1440 + 600,
        form: { shape: 'step' },
        kind: 'history-truncation',
        version: 'v42',
        keep: 60,
      },
    ]);
  });
});

describe.each(VARIANT_IDS)('%s', (id) => {
  it('compiles without a word', () => {
    expect(formatDiagnostics(loadById(folderOf(id)).diagnostics)).toBe('');
  });

  it('is plain JSON, so that it can travel to a worker and back', () => {
    const scenario = variantById(id);
    expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
  });

  it('shows nothing on its card that title, id or truth would', () => {
    const { card } = loadById(folderOf(id));
    const scenario = variantById(id);
    const shown = JSON.stringify({ ...card, id: '' }).toLowerCase();
    expect(shown).not.toContain(scenario.title.toLowerCase());
    for (const fault of scenario.faults) expect(shown).not.toContain(fault.kind);
  });

  it('has rivals whose priors add up, and a tell for each', () => {
    const { hypotheses } = variantById(id);
    expect(hypotheses.filter(({ truth }) => truth)).toHaveLength(1);
    expect(hypotheses.length).toBeGreaterThanOrEqual(4);
    expect(hypotheses.reduce((sum, { prior }) => sum + prior, 0)).toBeCloseTo(1, 6);
    for (const { tell } of hypotheses) expect(tell.length).toBeGreaterThan(20);
  });

  it('offers several good lines, and orders them in time that can be lived', () => {
    const { references, wrong } = variantById(id);
    expect(references.length).toBeGreaterThanOrEqual(2);
    expect(wrong.length).toBeGreaterThanOrEqual(2);
    for (const { steps } of [...references, ...wrong]) {
      let free = 0;
      for (const { afterMinutes, act } of steps) {
        expect(afterMinutes).toBeGreaterThanOrEqual(free);
        free = afterMinutes + INTERVENTION_PRICES[act.kind].cost;
      }
    }
  });

  it('ends every reference line with what recovery asks to be repaired', () => {
    const { references, recovery } = variantById(id);
    for (const { steps } of references) {
      const done = new Set(steps.map(({ act }) => act.kind));
      for (const { anyOf } of recovery.repairs)
        expect(anyOf.some((kind) => done.has(kind))).toBe(true);
    }
  });

  it('lets every offered claim be made honestly, and over-claimed', () => {
    for (const { registers } of variantById(id).offers) {
      const never = registers.filter(({ needs }) => needs.some(({ need }) => need === 'never'));
      expect(never).toHaveLength(1);
      expect(registers.length).toBe(3);
    }
  });

  it('has causes and preventions of both kinds', () => {
    const { causes, preventions } = variantById(id).postmortem;
    expect(new Set(causes.map((cause) => cause.true)).size).toBe(2);
    expect(new Set(preventions.map((prevention) => prevention.helps)).size).toBe(2);
  });

  it('lists changes and tickets in the order of time', () => {
    const { changes, tickets } = variantById(id);
    for (const list of [changes, tickets]) {
      const ticks = list.map(({ tick }) => tick);
      expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
    }
  });
});
