/**
 * Is belief deserved? Class-wise expected calibration error in ten bins (Kull et al. 2019), and the log score beside that
 * of the prior and of naive Bayes. A case counts as often as its incident's prior says its truth is met.
 */
import { log } from '../../determinism/math.ts';
import type { BeliefCase } from './cases.ts';
import type { Belief } from './posterior.ts';

const BINS = 10;
/** No probability is scored as less. */
const FLOOR = 1e-4;

export interface ReliabilityBin {
  readonly from: number;
  readonly weight: number;
  /** Mean stated probability, and share of cases in which it was so. */
  readonly stated: number;
  readonly seen: number;
}

export interface Reliability {
  readonly cases: number;
  readonly ece: number;
  readonly bins: readonly ReliabilityBin[];
  readonly scenarios: readonly {
    readonly id: string;
    /** Mean logarithm of what the truth was given, after the last look; higher is better. */
    readonly logScore: number;
    readonly priorLogScore: number;
    readonly naiveLogScore: number;
  }[];
}

/** `priors`: by scenario. */
export function reliabilityOf(
  cases: readonly BeliefCase[],
  priors: ReadonlyMap<string, Belief>,
): Reliability {
  const weightOf = (c: BeliefCase): number => priors.get(c.scenario)!.get(c.truth)!;
  const sums = Array.from({ length: BINS }, () => ({ weight: 0, stated: 0, seen: 0 }));
  let all = 0;
  for (const c of cases) {
    const w = weightOf(c);
    for (const [id, p] of Object.entries(c.belief)) {
      const bin = sums[Math.min(BINS - 1, Math.floor(p * BINS))]!;
      bin.weight += w;
      bin.stated += w * p;
      if (id === c.truth) bin.seen += w;
      all += w;
    }
  }
  return {
    cases: cases.length,
    ece: sums.reduce((sum, b) => sum + Math.abs(b.stated - b.seen), 0) / all,
    bins: sums.map((b, k) => ({
      from: k / BINS,
      weight: b.weight / all,
      stated: b.weight === 0 ? 0 : b.stated / b.weight,
      seen: b.weight === 0 ? 0 : b.seen / b.weight,
    })),
    scenarios: [...priors].map(([id, prior]) => {
      const own = cases.filter((c) => c.scenario === id);
      const most = new Map<string, number>();
      for (const c of own) most.set(c.looker, Math.max(most.get(c.looker) ?? 0, c.looks));
      const last = own.filter((c) => c.looks === most.get(c.looker));
      const scoreOf = (belief: Readonly<Record<string, number>>, truth: string): number =>
        log(Math.max(FLOOR, belief[truth] ?? 0));
      const mean = (score: (c: BeliefCase) => number): number =>
        last.reduce((sum, c) => sum + weightOf(c) * score(c), 0) /
        last.reduce((sum, c) => sum + weightOf(c), 0);
      return {
        id,
        logScore: mean((c) => scoreOf(c.belief, c.truth)),
        naiveLogScore: mean((c) => scoreOf(c.naive, c.truth)),
        priorLogScore: mean((c) => log(prior.get(c.truth)!)),
      };
    }),
  };
}
