/** Lines of play may go back to a night's snapshot of a version there is; nothing else may name one. */
import { expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { textOf } from './library.ts';

const ID = 'poisoned-retrain';

function codesWith(from: string, to: string): string[] {
  const text = textOf(ID);
  expect(text).toContain(from);
  const { diagnostics } = loadScenario(text.replace(from, to), `scenarios/${ID}/scenario.yaml`);
  return diagnostics.map(({ code }) => code);
}

it('a snapshot of a version that is listed', () => {
  expect(codesWith('to: v61.d14', 'to: v61.d9')).toEqual([]);
  expect(codesWith('to: v61.d14', 'to: v60.d14')).toEqual(['SCN023']);
  expect(codesWith('to: v61.d14', 'to: v61.dx')).toEqual(['SCN023']);
});

it('and only in a line of play', () => {
  expect(codesWith('arm-promotion, version: v61,', 'arm-promotion, version: v61.d14,')).toEqual([
    'SCN023',
  ]);
});
