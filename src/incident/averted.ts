/** A deadline nobody need watch any longer, since what the player has ordered stands in its way. */
import type { ChartSpec } from '../scenario/compiled.ts';
import type { Deadline } from './books.ts';
import type { Facts } from './facts.ts';
import { partsOf } from './vocabulary.ts';

/**
 * Of what the chart would do at that very tick, in whatever state, each asks for orders not to have been given, and one
 * of them has been. Where the chart does nothing at that tick, or would do it anyhow, nothing is averted.
 */
export function isAverted(chart: ChartSpec, { atTick }: Deadline, { acted }: Facts): boolean {
  const due = chart.states
    .flatMap(({ transitions }) => transitions.map(({ when }) => partsOf(when)))
    .filter((parts) => parts.some((part) => part.if === 'reached' && part.tick === atTick));
  return (
    due.length > 0 &&
    due.every((parts) =>
      parts.some(
        (part) => part.if === 'not-acted' && part.kinds.some((kind) => acted.includes(kind)),
      ),
    )
  );
}
