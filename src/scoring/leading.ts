/** Which explanation led on a player's board at a minute, how sure they said to be, and whether it was so. */
import type { Judged } from './judged.ts';

export interface Leading {
  readonly percent: number;
  readonly truth: boolean;
}

export function leadingAt(run: Judged, tick: number): Leading | null {
  const then = run.desk.hypotheses.flatMap((h) => {
    const last = h.history.findLast((x) => x.tick <= tick);
    return last === undefined ? [] : [{ h, confidence: last.confidence }];
  });
  const [leading] = then.toSorted((a, b) => b.confidence - a.confidence);
  if (leading === undefined) return null;
  const { suspect, sentence } = leading.h;
  const named =
    suspect === null ? null : run.scenario.suspects.find((s) => s.id === suspect)?.hypothesis;
  const truth = run.scenario.hypotheses.some(
    (spec) =>
      spec.truth &&
      (spec.id === named ||
        (sentence !== null &&
          spec.mechanisms.includes(sentence.mechanism) &&
          spec.components.includes(sentence.component))),
  );
  return { percent: leading.confidence, truth };
}
