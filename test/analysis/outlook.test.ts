/** Moves done again in worlds of other explanations: what is right for one is not for another. */
import { expect, test } from 'vitest';
import type { Outlook, Plan } from '../../src/analysis/marks/outlook.ts';
import type { Deed, Point } from '../../src/analysis/marks/points.ts';
import { validation } from '../validation/compiled.ts';
import { scenarioById } from '../scenario/library.ts';

const scenario = scenarioById('nan-in-the-scores');
const { pageTick } = scenario.world;
const reference = scenario.references[0]!;
const act = reference.steps[0]!.act;
const deeds: readonly Deed[] = [
  { kind: 'act', act },
  { kind: 'undo', intervention: 'o0' },
  { kind: 'close', cause: null, confidence: 50, prevention: null },
];
const points = deeds.map((deed, k): Point => ({
  move: k,
  tick: pageTick + 10 + 10 * k,
  deed,
  order: deed.kind === 'act' ? 'o0' : null,
}));
const plan: Plan = {
  points,
  lines: [reference],
  departures: points.map((_, k) => ({ instead: k < 2 ? [0] : [], after: [] })),
  reads: [],
};

test('harms by explanation, of all that leaves the run', { timeout: 300_000 }, () => {
  const outlooks = validation.createOutlooks();
  const plans = [{ hypotheses: ['diverged', 'lost-history'], plan }];
  const task = { scenario, seed: 'seed-1', plans };
  const [[diverged, lost]] = outlooks(task) as [[Outlook, Outlook]];
  expect([diverged.hypothesis, lost.hypothesis]).toEqual(['diverged', 'lost-history']);
  const [nothing, acted, undone, closed] = diverged.stay as [number, number, number, number];
  expect(acted).toBeLessThan(0.7 * nothing);
  // Taken back ten minutes later, it is much as if nothing had been done.
  expect(undone).toBeGreaterThan(0.8 * nothing);
  expect(closed).toBe(undone);
  // Taken up later it saves less.
  const [[soon], [later]] = diverged.instead as [[number], [number]];
  expect(soon).toBeLessThan(0.6 * nothing);
  expect(later).toBeGreaterThan(soon);
  // A store that loses histories is not mended by another ranker.
  expect(lost.stay[1]).toBeGreaterThan(0.8 * lost.stay[0]!);
  const again = (of: Plan): Outlook[] =>
    outlooks({ ...task, plans: [{ ...plans[0]!, plan: of }] })[0]!;
  // Part of it, of the same worlds: nothing that was done in them stays done.
  const part = again({ ...plan, departures: plan.departures.slice(0, 1) });
  expect(part.map((o) => o.stay)).toEqual([diverged, lost].map((o) => o.stay.slice(0, 2)));
  // The same after more looks is not run again; a minute later it is another case.
  const shifted = (by: Partial<Point>): Plan => ({
    ...plan,
    points: points.map((point) => ({ ...point, ...by })),
  });
  expect(again(shifted({ move: 9 }))[0]).toBe(diverged);
  expect(again(shifted({ tick: pageTick + 31 }))[0]!.stay).not.toEqual(diverged.stay);
});
