/** The radius that what was read supports best: it follows the belief, and the player's is held against it. */
import { expect, test } from 'vitest';
import type { Layer } from '../../src/analysis/layers.ts';
import type { Radii, Touched } from '../../src/analysis/marks/radii.ts';
import { supportedIn, type Supported } from '../../src/analysis/marks/supported.ts';
import { supportedViewOf } from '../../src/scoring/supportedView.ts';
import { EVERYONE, type Scope } from '../../src/sim/segments.ts';
import type { Run } from '../../src/session/run.ts';
import { atThinPage } from '../session/cases.ts';

const thin = atThinPage();
const [first] = thin.scenario.hypotheses;
const run: Run = {
  ...thin,
  scenario: { ...thin.scenario, hypotheses: [{ ...first!, id: 'core', truth: true }] },
};
const CORE: Touched = { where: { activity: ['core'] }, loss: 0.3 };
const WEB: Touched = { where: { platform: ['web'] }, loss: 0.3 };
const alike = (groups: readonly Touched[]): Radii => ({
  reading: groups,
  hurtNow: groups,
  hurtLater: [],
});
const radii = new Map([
  ['core', alike([CORE])],
  ['web', alike([WEB])],
  ['nobody', alike([])],
]);

/** What is best supported of a layer under a belief, with a claim of it. */
function best(
  belief: Readonly<Record<string, number>>,
  layer: Layer,
  said: Scope | null = null,
): Supported {
  const radius = { ...run.desk.radius, [layer]: said };
  const declared = { ...run, desk: { ...run.desk, radius } };
  const all = new Map(Object.entries({ core: 0, web: 0, nobody: 0, elsewhere: 0, ...belief }));
  return supportedIn(declared, all, { radii }).find((s) => s.layer === layer)!;
}

test('is whom the believed explanation touches', () => {
  expect(best({ core: 1 }, 'hurtNow')).toEqual({
    layer: 'hurtNow',
    claim: [CORE.where],
    expected: 1,
    yours: null,
  });
  expect(best({ web: 1 }, 'hurtNow').claim).toEqual([WEB.where]);
  expect(best({ core: 0.2, web: 0.8 }, 'reading').claim).toEqual([WEB.where]);
});

test('is nobody where nothing is believed to be wrong, or nobody to come to harm', () => {
  expect(best({ nobody: 0.8, core: 0.2 }, 'hurtNow')).toMatchObject({ claim: [], expected: 0.8 });
  expect(best({ core: 1 }, 'hurtLater')).toMatchObject({ claim: [], expected: 1 });
});

test('counts what cannot be run for nothing', () => {
  expect(best({ core: 0.1, elsewhere: 0.9 }, 'hurtNow').expected).toBe(1);
  expect(
    supportedIn(
      run,
      new Map([
        ['core', 0],
        ['web', 0],
        ['nobody', 0],
      ]),
      { radii },
    ),
  ).toEqual([]);
});

test('holds a claim to what could be expected of it, and may be that claim', () => {
  expect(best({ core: 1 }, 'hurtNow', [CORE.where]).yours).toBe(1);
  const wide = best({ core: 1 }, 'hurtNow', EVERYONE);
  expect(wide.yours).toBeGreaterThan(0);
  expect(wide.yours).toBeLessThan(wide.expected);
  expect(best({ core: 1 }, 'hurtNow', []).yours).toBe(0);
  // Either of two: both together may fit better than each alone.
  const both = best({ core: 0.5, web: 0.5 }, 'hurtNow', [CORE.where, WEB.where]);
  expect(both.yours).toBeGreaterThan(best({ core: 0.5, web: 0.5 }, 'hurtNow').expected);
  expect(both.claim).toEqual([CORE.where, WEB.where]);
});

test('is said in a sentence: as good as any, or what would have been better', () => {
  const of = (claim: Scope | null): string =>
    supportedViewOf([best({ core: 1 }, 'hurtNow', claim)])[0]!.sentence;
  expect(of([CORE.where])).toMatch(/no radius could be expected to fit “Hurt now” better/);
  expect(of(EVERYONE)).toMatch(/“Hurt now” was best said of core people: .* 100 %, yours to \d+ %/);
  expect(of(null)).toMatch(/supported core people/);
});
