/** What an author begins with is a sound incident as it stands, in the world that the check lives through. */
import { expect, it } from 'vitest';
import { necessary, solvable } from '../../src/proof/judge/lines.ts';
import { noPanic } from '../../src/proof/judge/shortcut.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { ARCHETYPES, templateOf } from '../scenario/library.ts';
import { session } from '../session/compiled.ts';

const { scenario } = loadScenario(templateOf('first'), 'first.yaml', ARCHETYPES);

it(
  'can be won, only by what mends it, not blindly, and shows who is hurt',
  { timeout: 240_000 },
  () => {
    const lines = [
      session.measureLines(scenario!, 'seed-1'),
      session.measureLines(scenario!, 'seed-2'),
    ];
    for (const proof of [
      solvable(scenario!, lines),
      necessary(scenario!, lines),
      noPanic(scenario!, lines, []),
    ])
      expect(proof.verdict, proof.witness).toBe('proven');
    for (const { radius } of lines) expect(radius.reading).not.toBeNull();
  },
);
