/** The proofs of an incident from what was measured of it, and that of the library from all of them. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Reversed } from './balance.ts';
import { transitionsMatter } from './chart/matters.ts';
import { explore, soundChart } from './chart/sound.ts';
import type { Evidence } from './evidence.ts';
import { untold } from './givenAway.ts';
import { expected } from './judge/expected.ts';
import { beliefsOf, identifiable, noGiveaway } from './judge/identifiable.ts';
import { necessary, solvable } from './judge/lines.ts';
import { isAsGood, noPanic } from './judge/shortcut.ts';
import { readable } from './texts.ts';
import { together, type Proof } from './verdict.ts';

/** In the order of the proofs; all but that of the library. */
export function proveScenario(scenario: CompiledScenario, evidence: Evidence): Proof[] {
  const { lines, belief, players } = evidence;
  const explored = explore(scenario);
  const beliefs = beliefsOf(scenario, belief);
  const seen = lines.length === 0 ? null : lines.flatMap((l) => l.needs);
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

/** Plays in which reversing the nearest change was tried. */
export function reversalsOf({ id }: CompiledScenario, { lines }: Evidence): Reversed[] {
  return lines.map((world) => ({
    scenario: id,
    seed: world.seed,
    best: isAsGood({ seed: world.seed, harm: world.rollback.harm }, lines),
  }));
}
