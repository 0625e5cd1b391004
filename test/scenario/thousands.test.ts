/** Ten thousand texts that are nearly scenarios: what mutation.test.ts says of some hundreds, of many; the short check takes a part of them. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Archetypes } from '../../src/scenario/archetype.ts';
import { countOfDay } from '../partOfDay.ts';
import { ARCHETYPES, templateOf } from './library.ts';
import { alteredOf, load, tornOf } from './torn.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const ALONE = [readFileSync(at('test/diagnostics/nothing-wrong.yaml'), 'utf8')];
const EXTENDING = [templateOf('one')];
const ARCHETYPE = ARCHETYPES.names.map((name) => ARCHETYPES.read(name).text);
const LONG = 600_000;

it.each([
  ['torn', tornOf(ALONE), 3000],
  ['altered', alteredOf(ALONE), 3000],
  ['torn, over an archetype', tornOf(EXTENDING), 1750],
  ['altered, over an archetype', alteredOf(EXTENDING), 1750],
] as const)('%s', { timeout: LONG }, (_, texts, many) => {
  fc.assert(
    fc.property(texts, (text) => void load(text, ARCHETYPES)),
    { numRuns: countOfDay(many) },
  );
});

it('over an archetype that is torn or altered', { timeout: LONG }, () => {
  const broken = fc.oneof(tornOf(ARCHETYPE), alteredOf(ARCHETYPE));
  fc.assert(
    fc.property(broken, (text) => {
      const archetypes: Archetypes = { ...ARCHETYPES, read: () => ({ file: 'torn.yaml', text }) };
      const { diagnostics } = load(EXTENDING[0]!, archetypes);
      for (const { file } of diagnostics) expect(['torn.yaml', 'fuzzed.yaml']).toContain(file);
    }),
    { numRuns: countOfDay(500) },
  );
});
