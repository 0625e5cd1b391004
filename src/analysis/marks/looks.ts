/**
 * Looks before the first change: what each was expected to be worth for the decision, and the minute from which no look
 * was worth its wait.
 */
import { sampledBeliefs, type Asked } from '../belief/sampled.ts';
import type { Foretold } from '../belief/foretold.ts';
import type { Belief, Mind } from '../belief/posterior.ts';
import type { Worth } from './worth.ts';

/** A look somebody takes or could take, in millions of saves. */
export interface LookValue {
  /** By how much its answer was expected to better the decision. */
  readonly information: number;
  /** What its minutes cost. */
  readonly delay: number;
}

/** A look begun at `tick` under a mind, of so many minutes. */
export function lookValue(
  mind: Mind,
  foretold: readonly Foretold[],
  look: readonly Asked[],
  tick: number,
  minutes: number,
  worth: Worth,
): LookValue {
  const read = tick + minutes;
  const without = worth(mind.belief, read);
  const samples = sampledBeliefs(mind, foretold, look);
  // Beliefs of before it, if the look were to tell what it is expected to tell; noise of few samples left out.
  const mean = meanOf(mind.belief, samples);
  const base = samples.length === 0 ? without : worth(mean, read);
  const informed = samples.reduce((sum, s) => sum + s.chance * worth(s.belief, read), 0);
  return {
    information: samples.length === 0 ? 0 : Math.max(0, base - informed),
    delay: Math.max(0, without - worth(mind.belief, tick)),
  };
}

/** Beliefs after a look are on average those before it; of few samples they are a little beside them. */
function meanOf(belief: Belief, samples: readonly { chance: number; belief: Belief }[]): Belief {
  return new Map(
    [...belief.keys()].map((id) => [
      id,
      samples.reduce((sum, s) => sum + s.chance * s.belief.get(id)!, 0),
    ]),
  );
}
