/**
 * Explanations of unknown size. A player knows what a mechanism does and not how much of it there is, so a panel gives a case
 * away only where no explanation of another size would read as it does.
 */
import type { Foretold } from '../../analysis/belief/foretold.ts';
import type { Belief } from '../../analysis/belief/posterior.ts';

/** Times what the author wrote, all as likely as one another: from half to twice. */
const SIZES = [0.5, Math.SQRT1_2, 1, Math.SQRT2, 2] as const;

const nameOf = (hypothesis: string, size: number): string => `${hypothesis}\u0000${size}`;

/**
 * Every explanation in every size. What its worlds foretell on average grows with it; what they differ by is their noise and
 * stays.
 */
export function inSizes(foretold: readonly Foretold[]): Foretold[] {
  const means = new Map<string, Foretold['deviations']>();
  for (const { hypothesis } of foretold)
    if (!means.has(hypothesis))
      means.set(hypothesis, meanOf(foretold.filter((f) => f.hypothesis === hypothesis)));
  return SIZES.flatMap((size) =>
    foretold.map(({ hypothesis, seed, deviations }) => ({
      hypothesis: nameOf(hypothesis, size),
      seed,
      deviations: deviations.map((own, q) => {
        const mean = means.get(hypothesis)![q]!;
        return new Map([...own].map(([key, d]) => [key, d + (size - 1) * (mean.get(key) ?? d)]));
      }),
    })),
  );
}

function meanOf(worlds: readonly Foretold[]): Foretold['deviations'] {
  return worlds[0]!.deviations.map((_, q) => {
    const sums = new Map<string, { sum: number; of: number }>();
    for (const { deviations } of worlds)
      for (const [key, d] of deviations[q]!) {
        const { sum, of } = sums.get(key) ?? { sum: 0, of: 0 };
        sums.set(key, { sum: sum + d, of: of + 1 });
      }
    return new Map([...sums].map(([key, { sum, of }]) => [key, sum / of]));
  });
}

/** `runnable`: those that have worlds; the others have no size. */
export function priorInSizes(prior: Belief, runnable: ReadonlySet<string>): Belief {
  return new Map(
    [...prior].flatMap(([id, p]): [string, number][] =>
      runnable.has(id) ? SIZES.map((size) => [nameOf(id, size), p / SIZES.length]) : [[id, p]],
    ),
  );
}

/** By explanation, whatever its size. */
export function ofAnySize(belief: Belief): Belief {
  const all = new Map<string, number>();
  for (const [name, p] of belief) {
    const [id] = name.split('\u0000') as [string];
    all.set(id, (all.get(id) ?? 0) + p);
  }
  return all;
}
