/** How an idea fits a person in place and price, as one small code: local or not × distance of price from budget. */
import type { Ideas } from '../ideas/ideas.ts';
import type { People } from '../people/people.ts';
import { PRICE_TIERS } from '../presets.ts';

export const MATCH_CODES = 2 * PRICE_TIERS;

/** `local · PRICE_TIERS + |price − budget|`. */
export function matchCode(people: People, ideas: Ideas, person: number, idea: number): number {
  const local = ideas.region[idea] === people.region[person] ? PRICE_TIERS : 0;
  const apart = ideas.price[idea]! - people.budget[person]!;
  return local + (apart < 0 ? -apart : apart);
}
