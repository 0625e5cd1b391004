/** Could a look have spoken against some explanations? The chance, before it is taken, that it does. */
import type { Foretold } from './foretold.ts';
import type { Mind } from './posterior.ts';
import { sampledBeliefs, type Asked } from './sampled.ts';

/** An answer speaks against what it leaves less than this share of its belief. */
const LEFT = 0.75;

/** `explanations`: believed in together. 0 where the look can be foretold in no world. */
export function chanceAgainst(
  mind: Mind,
  foretold: readonly Foretold[],
  look: readonly Asked[],
  explanations: readonly string[],
): number {
  const of = (belief: Mind['belief']): number =>
    explanations.reduce((sum, id) => sum + (belief.get(id) ?? 0), 0);
  const before = of(mind.belief);
  return sampledBeliefs(mind, foretold, look)
    .filter(({ belief }) => of(belief) < LEFT * before)
    .reduce((sum, { chance }) => sum + chance, 0);
}
