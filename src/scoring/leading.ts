/** Which explanation led on a player's board at a minute, how sure they said to be, and whether it was so. */
import { FIRST_CONFIDENCE } from '../session/boardWords.ts';
import type { Hypothesis } from '../session/desk.ts';
import type { Judged } from './judged.ts';

export interface Leading {
  readonly percent: number;
  readonly truth: boolean;
}

/** Null: nothing was on the board, or how sure they were of what led there had not been said. */
export function leadingAt(run: Judged, tick: number): Leading | null {
  const [leading] = rankedAt(run, tick);
  if (leading === undefined || !isSaid(leading, tick)) return null;
  return { percent: leading.confidence, truth: isTruth(run, leading.h) };
}

/** Was it moved from where everything is put up? */
const isSaid = ({ h, confidence }: Standing, tick: number): boolean =>
  confidence !== FIRST_CONFIDENCE || h.history.filter((x) => x.tick <= tick).length > 1;

/** An explanation on the board with the confidence it had at a minute. */
export interface Standing {
  readonly h: Hypothesis;
  readonly confidence: number;
}

/** What stood on the board by a minute, the surest first; of equal ones the earlier. */
export function rankedAt({ desk }: Judged, tick: number): Standing[] {
  return desk.hypotheses
    .flatMap((h): Standing[] => {
      const last = h.history.findLast((x) => x.tick <= tick);
      return last === undefined ? [] : [{ h, confidence: last.confidence }];
    })
    .toSorted((a, b) => b.confidence - a.confidence);
}

/** Hypotheses of the incident that an explanation on the board stands for. */
export function meantBy({ scenario }: Judged, { suspect, sentence }: Hypothesis): string[] {
  const named =
    suspect === null ? null : scenario.suspects.find((s) => s.id === suspect)?.hypothesis;
  return scenario.hypotheses
    .filter(
      (spec) =>
        spec.id === named ||
        (sentence !== null &&
          spec.mechanisms.includes(sentence.mechanism) &&
          spec.components.includes(sentence.component)),
    )
    .map(({ id }) => id);
}

export function isTruth(run: Judged, h: Hypothesis): boolean {
  const meant = new Set(meantBy(run, h));
  return run.scenario.hypotheses.some(({ id, truth }) => truth && meant.has(id));
}
