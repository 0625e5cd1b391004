/** What `scenarios:check --learn` proposes can be copied into a scenario as it stands. */
import { expect, it } from 'vitest';
import { proposalsInYaml } from '../../src/cli/proofs/proposalsYaml.ts';
import { proposals, readablesOf } from '../../src/proof/measure/learn.ts';
import { formatDiagnostics } from '../../src/scenario/diagnostics.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { ARCHETYPES, templateOf } from '../scenario/library.ts';

const TEMPLATE = templateOf('first');
const load = (text: string): ReturnType<typeof loadScenario> =>
  loadScenario(text, 'first.yaml', ARCHETYPES);
const scenario = load(TEMPLATE).scenario!;

/** A world in which all that is read of the page's group has fallen, and the rest has stayed. */
const read = (seed: string): Parameters<typeof proposals>[1][number] => ({
  seed,
  deviations: readablesOf(scenario).map(({ of }) => (of === 'group' ? -9 : 0.2)),
  errors: readablesOf(scenario).map(() => 0.5),
});

it('is read back as what was proposed', () => {
  const proposed = proposals(scenario, [read('ash'), read('oak')]);
  expect(proposed.filter((e) => e.expect === 'down').length).toBeGreaterThan(3);
  expect(proposed.some((e) => e.expect === 'flat')).toBe(true);
  const indented = proposalsInYaml(proposed).replace(/^(?=.)/gm, '  ');
  const { scenario: learnt, diagnostics } = load(`${TEMPLATE}\nexpectations:\n${indented}`);
  expect(formatDiagnostics(diagnostics)).toBe('');
  const known = new Set(scenario.expectations.map(({ id }) => id));
  expect(learnt?.expectations.filter(({ id }) => !known.has(id))).toEqual(proposed);
});
