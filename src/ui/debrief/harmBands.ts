/** Bands around harm curves: how far the same lines of play went under other luck. */
import type { BandedLine, BranchCurves } from '../../analysis/branches.ts';
import type { HarmChart } from '../../scoring/debrief.ts';

/** A chart with its bands: from the least to the most of the branches and of the line itself, point by point. */
export function withBands(chart: HarmChart, branches: readonly BranchCurves[]): HarmChart {
  return {
    ...chart,
    lines: chart.lines.map((line) => {
      const others = branches.flatMap((b) => {
        const values = b[line.id as BandedLine];
        return values === undefined ? [] : [values];
      });
      if (others.length === 0) return line;
      const at = (k: number): number[] => [
        line.values[k]!,
        ...others.map((values) => values[k]! * chart.perMillion),
      ];
      return {
        ...line,
        low: line.values.map((_, k) => Math.min(...at(k))),
        high: line.values.map((_, k) => Math.max(...at(k))),
      };
    }),
  };
}
