/** Chance for players that play by it: one stream a player and seed, drawn in order. */
import { intBelow, streamKey } from '../determinism/random.ts';

export interface Dice {
  /** One of a list that is not empty. */
  readonly of: <T>(list: readonly T[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

export function diceOf(seed: string, player: string): Dice {
  const key = streamKey(seed, `bot ${player}`);
  let draws = 0;
  const below = (n: number): number => intBelow(key, n, draws++, 0);
  return {
    of: (list) => list[below(list.length)]!,
    shuffled(list) {
      const order = [...list];
      for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j]!, order[i]!];
      }
      return order;
    },
  };
}
