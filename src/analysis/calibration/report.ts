/** From the figures of many fault-free worlds to what is off and by how much. */
import { intervalOf } from '../validation/interval.ts';
import { WANTED, type Baseline } from './baselines.ts';
import type { CalibrationFigures } from './calibrate.ts';
import { NOISE_HOURS } from './noise.ts';

/** A baseline may be off by so much. */
export const TOLERANCE = 0.1;
/** Shown noise may be off its statement by so much. */
export const NOISE_TOLERANCE = 0.2;
/** Declared for hourly saves, per cent. */
export const DECLARED: Readonly<Record<string, number>> = {
  global: 1.2,
  region: 2.5,
  build: 4,
  '10 % arm': 2,
};
const LEVEL = 0.05;
const PSI_LEVEL = 0.1;

export interface BaselineRow {
  readonly id: string;
  readonly wanted: number;
  readonly seen: number;
  readonly ratio: number;
  readonly within: boolean;
}

export interface NoiseRow {
  readonly cell: string;
  readonly hours: number;
  /** Root mean square deviation shown, and error stated beside it; per cent. */
  readonly shown: number;
  readonly stated: number;
  readonly ratio: number;
  /** For hourly values only. */
  readonly declared: number | null;
  readonly within: boolean;
}

export interface CalibrationReport {
  readonly seeds: number;
  readonly baselines: readonly BaselineRow[];
  readonly noise: readonly NoiseRow[];
  /** Shares of readings of a world without faults beyond two and three stated errors. */
  readonly beyondTwo: number;
  readonly beyondThree: number;
  readonly sampleRatio: { readonly level: number; readonly tests: number; readonly found: number };
  readonly drift: {
    readonly level: number;
    readonly tests: number;
    readonly found: number;
    readonly most: number;
  };
  readonly alerts: readonly {
    readonly scenario: string;
    readonly readings: number;
    readonly fired: number;
    readonly stated: number;
  }[];
}

export function reportOf(worlds: readonly CalibrationFigures[]): CalibrationReport {
  const ps = worlds.flatMap((w) => w.ratioPs);
  const psis = worlds.flatMap((w) => w.psis);
  const readings = worlds.flatMap((w) => w.noise);
  const total = (figure: (row: (typeof readings)[number]) => number): number =>
    readings.reduce((sum, row) => sum + figure(row), 0);
  return {
    seeds: worlds.length,
    baselines: (Object.keys(WANTED) as Baseline[]).map((id) => {
      const { mean } = intervalOf(worlds.map((w) => w.baselines[id]));
      const ratio = mean / WANTED[id];
      return {
        id,
        wanted: WANTED[id],
        seen: mean,
        ratio,
        within: Math.abs(ratio - 1) <= TOLERANCE,
      };
    }),
    noise: noiseRows(worlds),
    beyondTwo: total((r) => r.beyondTwo) / total((r) => r.readings),
    beyondThree: total((r) => r.beyondThree) / total((r) => r.readings),
    sampleRatio: { level: LEVEL, tests: ps.length, found: ps.filter((p) => p < LEVEL).length },
    drift: {
      level: PSI_LEVEL,
      tests: psis.length,
      found: psis.filter((v) => v > PSI_LEVEL).length,
      most: psis.reduce((most, v) => Math.max(most, v), 0),
    },
    alerts: (worlds[0]?.alerts ?? []).map(({ scenario }, k) => ({
      scenario,
      readings: worlds.reduce((sum, w) => sum + w.alerts[k]!.readings, 0),
      fired: worlds.reduce((sum, w) => sum + w.alerts[k]!.fired, 0),
      stated: worlds.reduce((sum, w) => sum + w.alerts[k]!.stated, 0),
    })),
  };
}

function noiseRows(worlds: readonly CalibrationFigures[]): NoiseRow[] {
  const rows: NoiseRow[] = [];
  for (const cell of Object.keys(DECLARED))
    for (const hours of NOISE_HOURS) {
      const own = worlds.flatMap((w) =>
        w.noise.filter((r) => r.cell === cell && r.hours === hours),
      );
      const n = own.reduce((sum, r) => sum + r.readings, 0);
      if (n === 0) continue;
      const shown = Math.sqrt(own.reduce((sum, r) => sum + r.shown, 0) / n);
      const stated = Math.sqrt(own.reduce((sum, r) => sum + r.stated, 0) / n);
      const declared = hours === 1 ? DECLARED[cell]! : null;
      // An hour is held to what is declared, the other windows to the error stated beside them.
      const ratio = shown / (declared ?? stated);
      rows.push({
        cell,
        hours,
        shown,
        stated,
        ratio,
        declared,
        within: Math.abs(ratio - 1) <= NOISE_TOLERANCE,
      });
    }
  return rows;
}
