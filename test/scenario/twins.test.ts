/** One page and two causes: what a twin may say, what it shares, and who chooses between the two. */
import { describe, expect, it } from 'vitest';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { loadNamed, variantOn, variantsOf } from '../../src/scenario/variants.ts';
import { loadById, scenarioById, textOf } from './library.ts';

const ID = 'holiday-hangover';
const incident = scenarioById(ID);
const [plain, twin] = variantsOf(incident) as [CompiledScenario, CompiledScenario];
const truthOf = ({ hypotheses }: CompiledScenario): string | undefined =>
  hypotheses.find((hypothesis) => hypothesis.truth)?.id;

describe('an incident with a twin', () => {
  it('has two of everything that is told at the debrief', () => {
    expect(plain.faults).toEqual([]);
    expect(twin.faults.map(({ id }) => id)).toEqual(['still-gifts']);
    expect([truthOf(plain), truthOf(twin)]).toEqual(['season-over', 'ranker-gifts']);
    expect(twin.title).not.toBe(plain.title);
  });

  it('shows the same page, people, changes and questions in both', () => {
    const seen = ({
      page,
      cast,
      changes,
      runbooks,
      tickets,
      chart,
      ...rest
    }: CompiledScenario) => ({
      page,
      cast,
      runbooks,
      tickets,
      chart,
      world: rest.world,
      offers: rest.offers,
      suspects: rest.suspects,
      changes: changes.map(({ guilty: _guilty, ...change }) => change),
      hypotheses: rest.hypotheses.map(({ id, label, prior }) => ({ id, label, prior })),
    });
    expect(seen(twin)).toEqual(seen(plain));
    const guilty = (scenario: CompiledScenario): string[] =>
      scenario.changes.filter((change) => change.guilty).map(({ id }) => id);
    expect([guilty(plain), guilty(twin)]).toEqual([[], ['v53']]);
  });
});

describe('the choice', () => {
  const seeds = Array.from({ length: 400 }, (_, k) => `seed-${k}`);

  it('is drawn from the seed, about as often for the one as for the other', () => {
    const twins = seeds.filter((seed) => truthOf(variantOn(incident, seed)) === truthOf(twin));
    expect(twins.length).toBeGreaterThan(160);
    expect(twins.length).toBeLessThan(240);
    for (const seed of seeds) expect(variantOn(incident, seed)).toEqual(variantOn(incident, seed));
  });

  it('goes by the name of the incident, and is made once', () => {
    for (const seed of seeds.slice(0, 8)) {
      const played = variantOn(incident, seed);
      expect(played.id).toBe(ID);
      expect(played.twin).toBeUndefined();
      for (const other of seeds.slice(0, 8)) expect(variantOn(played, other)).toBe(played);
    }
  });

  it('leaves an incident without a twin as it is', () => {
    const alone = scenarioById('utc-midnight-cliff');
    expect(variantOn(alone, 'oak')).toBe(alone);
    expect(variantsOf(alone)).toEqual([alone]);
  });

  it('can be made by name', async () => {
    const load = (folder: string): Promise<CompiledScenario | null> =>
      Promise.resolve(folder === ID ? incident : null);
    expect(await loadNamed(load, ID)).toBe(incident);
    expect(await loadNamed(load, `${ID}~twin`)).toEqual(twin);
    expect(await loadNamed(load, 'elsewhere~twin')).toBeNull();
    const alone = scenarioById('utc-midnight-cliff');
    expect(await loadNamed(() => Promise.resolve(alone), `${alone.id}~twin`)).toBeNull();
  });
});

describe('what is wrong in a twin', () => {
  const told = (from: string, to: string): string[] => {
    const text = textOf(ID);
    expect(text.split(from).length).toBe(2);
    const { diagnostics } = loadScenario(text.replace(from, to), `scenarios/${ID}/scenario.yaml`);
    return diagnostics.map(({ code, line }) => {
      const written = text.replace(from, to).split('\n')[line - 1] ?? '';
      return `${code} ${written.trim()}`;
    });
  };

  it('is told at the place where it stands', () => {
    expect(loadById(ID).diagnostics).toEqual([]);
    expect(told('guilty: [v53]', 'guilty: [v54]')).toEqual(['SCN062 guilty: [v54]']);
    expect(
      told(
        'act: { kind: pause-arm, rollout: ranker-v53 }',
        'act: { kind: pause-arm, rollout: v53 }',
      ),
    ).toEqual(['SCN024 - { after: 30m, act: { kind: pause-arm, rollout: v53 } }']);
  });

  it('is as much of an error as anywhere', () => {
    expect(told('  guilty: [v53]\n', '')).toEqual(['SCN010 twin:']);
    expect(told('  guilty: [v53]\n', '  guilty: [v53]\n  cast: []\n')).toEqual(['SCN012 cast: []']);
  });
});
