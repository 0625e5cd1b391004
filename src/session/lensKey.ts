/** What tells one view of the lens from another: the order of two dimensions does not. */
import { DIMENSIONS, type Dimension } from '../sim/segments.ts';
import type { Look } from './commands.ts';

type LensLook = Extract<Look, { view: 'lens' }>;

const prefix = ({ metric, surface }: Pick<LensLook, 'metric' | 'surface'>): string =>
  `${metric}|${surface}|`;

export function lensKey(look: LensLook): string {
  return prefix(look) + [...look.by].sort().join('+');
}

/** Of the views with these keys, the cuts of one number on one surface. */
export function openedCuts(
  keys: readonly string[],
  metric: LensLook['metric'],
  surface: LensLook['surface'],
): readonly (readonly Dimension[])[] {
  const start = prefix({ metric, surface });
  return keys
    .filter((key) => key.startsWith(start))
    .map((key) => {
      const named = key.slice(start.length).split('+');
      return DIMENSIONS.filter((d) => named.includes(d));
    });
}
