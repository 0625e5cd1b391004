/** Does the small world say what the world that is played says? Row by row, with what would count as agreement. */
import { WANTED, type Baseline } from '../calibration/baselines.ts';
import { intervalOf, type Interval } from '../validation/interval.ts';
import { EFFECT_CASES } from './effects.ts';
import { effectId, quantitiesAt, type AgreementFigures } from './measure.ts';

/** A level of the small world may be off by so much of the standard one's. */
export const LEVEL_TOLERANCE = 0.15;
/** An effect may be off by so much of the standard one's, or by so many points, whichever is more. */
export const EFFECT_TOLERANCE = 0.5;
export const EFFECT_POINTS = 2;

export interface AgreementRow {
  readonly id: string;
  readonly what: string;
  readonly unit: 'level' | '%';
  readonly standard: Interval;
  readonly check: Interval;
  /** Whether the means are within the tolerance. */
  readonly agrees: boolean;
}

export function agreementRows(
  standard: readonly AgreementFigures[],
  check: readonly AgreementFigures[],
): AgreementRow[] {
  return [
    ...(Object.keys(WANTED) as Baseline[]).map((id) =>
      row(id, id, 'level', standard, check, (f) => f.levels[id], levelTolerance),
    ),
    ...EFFECT_CASES.flatMap(({ id, entry, what, after }) =>
      after.flatMap((minutes) =>
        quantitiesAt(minutes).map((quantity) => {
          const key = effectId(id, minutes, quantity);
          const label = `${entry === null ? '' : `${entry}, `}${what}: ${quantity} after ${span(minutes)}`;
          return row(key, label, '%', standard, check, (f) => f.effects[key]!, effectTolerance);
        }),
      ),
    ),
  ];
}

const levelTolerance = (level: number): number => LEVEL_TOLERANCE * level;
const effectTolerance = (effect: number): number =>
  Math.max(EFFECT_POINTS, EFFECT_TOLERANCE * Math.abs(effect));

function row(
  id: string,
  what: string,
  unit: AgreementRow['unit'],
  standard: readonly AgreementFigures[],
  check: readonly AgreementFigures[],
  figure: (f: AgreementFigures) => number,
  tolerance: (value: number) => number,
): AgreementRow {
  const s = intervalOf(standard.map(figure));
  const c = intervalOf(check.map(figure));
  return {
    id,
    what,
    unit,
    standard: s,
    check: c,
    agrees: Math.abs(s.mean - c.mean) <= tolerance(s.mean),
  };
}

function span(minutes: number): string {
  return minutes < 1440 ? `${minutes} min` : `${minutes / 1440} days`;
}
