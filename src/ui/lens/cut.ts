/** Cutting the lens: by what, and for how many minutes. Pure. */
import type { Command } from '../../session/commands.ts';
import type { LensView } from '../../session/view.ts';
import type { Dimension } from '../../sim/segments.ts';

/** Two dimensions at most: a third takes the place of the second. */
export const toggled = (by: readonly Dimension[], dimension: Dimension): readonly Dimension[] => {
  if (by.includes(dimension)) return by.filter((kept) => kept !== dimension);
  return by.length < 2 ? [...by, dimension] : [...by.slice(0, 1), dimension];
};

/** Minutes a cut costs now: nothing where it is open already. */
export const cutPrice = (
  lens: Pick<LensView, 'opened' | 'price'>,
  by: readonly Dimension[],
): number =>
  lens.opened.some((cut) => cut.length === by.length && by.every((d) => cut.includes(d)))
    ? 0
    : lens.price;

/**
 * The number and the surface of the lens as it is, cut in another way. A number of the whole service cannot be cut: the
 * first that can takes its place, instead of a minute for nothing.
 */
export const cutBy = (
  { metric, metrics, surface }: Pick<LensView, 'metric' | 'metrics' | 'surface'>,
  by: readonly Dimension[],
): Command => {
  const cuttable = metrics.some(({ id }) => id === metric);
  return {
    kind: 'look',
    look: { view: 'lens', metric: cuttable ? metric : (metrics[0]?.id ?? metric), by, surface },
  };
};
