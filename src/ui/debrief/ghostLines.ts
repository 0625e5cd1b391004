/** Scripted players' curves in the chart's own unit. */
import type { HarmChart } from '../../scoring/debrief.ts';
import type { GhostCurve } from '../../scoring/ghosts.ts';

export interface Ghost {
  readonly id: string;
  readonly label: string;
  /** At each tick of the chart. */
  readonly values: readonly number[];
  readonly total: number;
}

/** By place among the ghosts; thinner than any line of the chart, so that dashes alone tell them apart. */
export const GHOST_DASH = ['1 3', '6 3 1 3', '10 6'] as const;

/** What a player does, without what kind of player it is. */
const nameOf = (label: string): string => label.split(':')[0]!;

export function ghostsOn(chart: HarmChart, curves: readonly GhostCurve[]): Ghost[] {
  return curves.map(({ id, label, values }) => {
    const scaled = values.map((v) => v * chart.perMillion);
    return { id, label: nameOf(label), values: scaled, total: scaled.at(-1) ?? 0 };
  });
}
