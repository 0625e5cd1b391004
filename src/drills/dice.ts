/** Draws for the generator. Every subject has dice of its own, so that one more draw for one moves nothing of another. */
import { drawn, streamKey } from '../determinism/random.ts';

export interface Dice {
  /** A whole number from `least` to `most`. */
  readonly between: (least: number, most: number) => number;
  readonly chance: (p: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** So many different ones, in the order drawn; all of them where there are no more. */
  readonly some: <T>(list: readonly T[], count: number) => T[];
}

/** `seed`: the drill's id; `subject`: what is drawn. Throws a RangeError where there is nothing to pick from. */
export function diceOf(seed: string, subject: string): Dice {
  const key = streamKey(seed, subject);
  let draws = 0;
  const uniform = (): number => drawn(key, draws++);
  const between = (least: number, most: number): number =>
    least + Math.floor(uniform() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError(`Nothing to draw for ${subject}.`);
    return list[between(0, list.length - 1)]!;
  };
  const some = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list];
    const taken: T[] = [];
    while (left.length > 0 && taken.length < count)
      taken.push(...left.splice(between(0, left.length - 1), 1));
    return taken;
  };
  return { between, chance: (p) => uniform() < p, pick, some };
}
