/**
 * Arms are drawn by lot: where the same groups are off in one arm and not in the others, it is what the arm is given. The
 * groups of a cut by arm are weighed by their precision, which is how strata of a trial are put together.
 */
import type { LensCell, LensView } from '../../session/view.ts';
import type { Scope } from '../../sim/segments.ts';
import { differenceError } from './difference.ts';

/** Standard errors of a difference between arms as a whole, and between them in groups chosen because they are off. */
const CLEAR = { whole: 3, chosen: 4 } as const;
/** Standard errors by which the arm is off itself: beside one that does better it may be as ever. */
const OFF = 2;
/** The others are not off as well, where they are by less than this part. */
const ALONGSIDE = 0.5;

interface Reading {
  readonly deviation: number;
  readonly error: number;
}

interface ArmOff {
  readonly arm: string;
  readonly scope: Scope;
  readonly witness: Scope;
}

const armIn = ({ scope }: LensCell): string | null => scope[0]?.arm?.[0] ?? null;

/** The group of a cell beside its arm, as a name. */
const groupOf = ({ scope }: LensCell): string =>
  JSON.stringify(scope.map((all) => ({ ...all, arm: undefined, surface: undefined })));

/** Cells together, each weighed by its precision; null where none is known. */
function pooled(cells: readonly LensCell[]): Reading | null {
  let [sum, weights] = [0, 0];
  for (const { deviation, error } of cells) {
    if (deviation === null || error === null || error <= 0) continue;
    const weight = 1 / (error * error);
    sum += weight * deviation;
    weights += weight;
  }
  return weights === 0 ? null : { deviation: sum / weights, error: 1 / Math.sqrt(weights) };
}

/**
 * The arm that is off in the bad direction (`sign`: 1 up, −1 down) where the others are not: in all groups of a cut by arm,
 * or in those of `chosen` cells. Null where none is, or the cut is not by arm.
 */
export function armOff(
  lens: LensView,
  sign: number,
  chosen: readonly LensCell[] | null = null,
): ArmOff | null {
  if (!lens.by.includes('arm')) return null;
  const groups = chosen === null ? null : new Set(chosen.map(groupOf));
  const cells = lens.cells.filter((cell) => groups === null || groups.has(groupOf(cell)));
  const arms = [...new Set(lens.cells.flatMap((cell) => armIn(cell) ?? []))];
  const clear = chosen === null ? CLEAR.whole : CLEAR.chosen;
  for (const arm of arms) {
    const own = pooled(cells.filter((cell) => armIn(cell) === arm));
    const others = pooled(cells.filter((cell) => armIn(cell) !== arm));
    if (own === null || others === null) continue;
    const error = differenceError(own.error, others.error);
    const isOff = sign * own.deviation > OFF * own.error;
    const isApart = sign * (own.deviation - others.deviation) > clear * error;
    const areCalm = sign * others.deviation < ALONGSIDE * sign * own.deviation;
    if (!isOff || !isApart || !areCalm) continue;
    const witness = arms.filter((other) => other !== arm).map((other) => ({ arm: [other] }));
    return { arm, scope: [{ arm: [arm] }], witness };
  }
  return null;
}
