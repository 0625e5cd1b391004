/** The proofs of an incident from what was measured of it, and that of the library from all of them. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Reversed } from './balance.ts';
import { transitionsMatter } from './chart/matters.ts';
import { explore, soundChart } from './chart/sound.ts';
import type { Evidence, LinesHarm } from './evidence.ts';
import { untold } from './givenAway.ts';
import { expected } from './judge/expected.ts';
import { beliefsOf, identifiable, noGiveaway } from './judge/identifiable.ts';
import { necessary, solvable } from './judge/lines.ts';
import { isAsGood, noPanic } from './judge/shortcut.ts';
import { undoesNearest } from './reversal.ts';
import { readable } from './texts.ts';
import { together, type Proof } from './verdict.ts';

/** In the order of the proofs; all but that of the library. */
export function proveScenario(scenario: CompiledScenario, evidence: Evidence): Proof[] {
  const { lines, belief, players, ways } = evidence;
  const explored = explore(scenario);
  const beliefs = beliefsOf(scenario, belief);
  const lived = [...lines, ...ways];
  const seen = lived.length === 0 ? null : lived.flatMap(({ needs }) => needs);
  return [
    soundChart(scenario, explored),
    solvable(scenario, lines),
    necessary(scenario, lines),
    identifiable(scenario, beliefs, lines),
    together('shortcut', [
      untold(scenario),
      noPanic(scenario, lines, players),
      noGiveaway(scenario, beliefs),
    ]),
    expected(scenario, lines),
    readable(scenario),
    transitionsMatter(scenario, explored, seen),
  ];
}

/**
 * Plays in which reversing the nearest change was tried. A move is worth what the best that can follow it is worth, so it is
 * best where it is as good by itself or where a line as good as the best makes it.
 */
export function reversalsOf(scenario: CompiledScenario, lines: readonly LinesHarm[]): Reversed[] {
  const making = new Set(
    scenario.references.filter((line) => undoesNearest(scenario, line)).map(({ id }) => id),
  );
  return lines.map(({ seed, rollback, references }) => ({
    scenario: scenario.id,
    seed,
    best: [rollback, ...references.filter(({ line }) => making.has(line))].some(({ harm }) =>
      isAsGood({ seed, harm }, lines),
    ),
  }));
}
