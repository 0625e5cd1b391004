/** Who is touched is asked in two ways, and the two part where a meter breaks. */
import { expect, test } from 'vitest';
import type { Scope } from '../../src/sim/segments.ts';
import { scenarioById } from '../scenario/library.ts';
import { session } from '../session/compiled.ts';
import { warmPage } from '../session/warmPage.ts';

/** Truth of each layer at the page of an incident, in the small world. */
function truths(id: string): Record<string, Scope> {
  const scenario = scenarioById(id);
  const page = warmPage({ ...scenario, world: { ...scenario.world, preset: 'check' } }, 'ash');
  const { live, twin } = page.pair;
  const layers = session.layersOf(page, page, live, twin ?? live);
  return Object.fromEntries(layers.map(({ layer, census }) => [layer, census.truth]));
}

const EVERYONE = [{}];

test('what the metric job drops is a wrong reading of everyone, and nobody’s harm', () => {
  expect(truths('utc-midnight-cliff')).toEqual({ reading: EVERYONE, hurtNow: [], hurtLater: [] });
});

test('where every group is touched, the truth is everyone, however the tree cut them', () => {
  expect(truths('config-weight-units').hurtNow).toEqual(EVERYONE);
});

test('where two experiments meet, those who are in both are named, and nobody else', () => {
  const [hurt, ...others] = truths('experiment-collision')['hurtNow']!;
  expect(others).toEqual([]);
  expect(hurt?.overlap).toEqual(['rows:grouped+drawing:late']);
});
