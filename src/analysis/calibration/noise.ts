/** The noise of shown numbers in a world where nothing differs, against what is declared for them. */
import type { Observer } from '../../sim/telemetry/observer.ts';
import { groupBy, readGroups } from '../../sim/telemetry/readings.ts';
import { EVERYONE, type Dimension } from '../../sim/segments.ts';
import { MINUTES_PER_DAY } from '../../sim/clock.ts';

/** Groups of about the size a declaration is made for, as shares of all sessions. */
const CELLS: readonly {
  readonly name: string;
  readonly by: readonly Dimension[];
  readonly from: number;
  readonly to: number;
}[] = [
  { name: 'global', by: [], from: 0.99, to: 1.01 },
  { name: 'region', by: ['region'], from: 0.05, to: 0.3 },
  { name: 'build', by: ['build'], from: 0.02, to: 0.08 },
  { name: '10 % arm', by: ['overlap'], from: 0.08, to: 0.12 },
];
export const NOISE_HOURS = [0.5, 1, 24] as const;

export interface NoiseSquares {
  readonly cell: string;
  readonly hours: number;
  /** Sums over readings: the deviation squared, the stated error squared, and how many. */
  readonly shown: number;
  readonly stated: number;
  readonly readings: number;
  /** Readings further from nothing than two and than three stated errors. */
  readonly beyondTwo: number;
  readonly beyondThree: number;
}

/** Deviations of hourly saves by size of cell and length of window over the `days` before `end`. */
export function noiseSquares(observer: Observer, end: number, days: number): NoiseSquares[] {
  const found: NoiseSquares[] = [];
  for (const { name, by, from, to } of CELLS) {
    const grouping = groupBy(observer, by, EVERYONE, 'all', end);
    for (const hours of NOISE_HOURS) {
      let shown = 0;
      let stated = 0;
      let readings = 0;
      let beyondTwo = 0;
      let beyondThree = 0;
      const apart = hours === 24 ? MINUTES_PER_DAY : 240;
      for (let tick = end; tick > end - days * MINUTES_PER_DAY; tick -= apart)
        for (const reading of readGroups(observer, 'saves', grouping, tick, hours)) {
          if (reading.share < from || reading.share > to) continue;
          const { error } = reading;
          shown += reading.deviation * reading.deviation;
          stated += error * error;
          readings++;
          if (Math.abs(reading.deviation) > 2 * error) beyondTwo++;
          if (Math.abs(reading.deviation) > 3 * error) beyondThree++;
        }
      found.push({ cell: name, hours, shown, stated, readings, beyondTwo, beyondThree });
    }
  }
  return found;
}
