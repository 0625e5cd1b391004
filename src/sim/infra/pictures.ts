/** Pictures come from a provider of their own; a newly chosen one has none of them near the people yet. */

/** Share of tiles a cold edge does not paint in time, at first, and minutes until it has what is asked for. Design values. */
const COLD_EDGE = 0.06;
export const COLD_EDGE_MINUTES = 10;

/** Share of tiles not painted `tick − since` minutes after a switch. */
export function coldEdge(since: number, tick: number): number {
  const age = tick - since;
  return age < 0 || age >= COLD_EDGE_MINUTES ? 0 : COLD_EDGE * (1 - age / COLD_EDGE_MINUTES);
}
