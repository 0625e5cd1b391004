/** Sample ratio of an experiment: how many people report from each arm, and whether that may be chance. */
import { normal } from '../../determinism/random.ts';
import { chiSquareUpper } from '../../determinism/special.ts';
import { dayOf } from '../clock.ts';
import { POPULATION_MILLIONS } from '../presets.ts';
import type { World } from '../world.ts';
import { crashShare } from './crash.ts';
import { armIndex } from './experiments.ts';

/** Below this a ratio is not chance; the usual strict level, since every read-out is checked. */
export const RATIO_LEVEL = 0.0005;
/** Share of monthly people who come on a day. Design value. */
const DAILY = 0.3;

/** p-value of counts against expected shares (any positive scale): Pearson's chi-square, arms − 1 degrees of freedom. */
export function sampleRatioP(counts: readonly number[], shares: readonly number[]): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const whole = shares.reduce((sum, s) => sum + s, 0);
  let x = 0;
  for (let a = 0; a < counts.length; a++) {
    const expected = (total * shares[a]!) / whole;
    if (expected > 0) x += ((counts[a]! - expected) * (counts[a]! - expected)) / expected;
  }
  return chiSquareUpper(x, counts.length - 1);
}

export interface SampleRatio {
  /** People who reported from each arm that day, in the order of the arms. */
  readonly counts: readonly number[];
  readonly p: number;
}

/**
 * Reporting people by arm on the day of a minute. The real Corkboard is far larger than what is simulated: an arm has
 * its nominal share of it, less the part of the arm's own people whose app dies before it says anything, with counting
 * noise. `select`: a slice of people; `nth`: its place among the slices of a day, each with luck of its own.
 */
export function sampleRatio(
  world: World,
  experiment: string,
  tick: number,
  select: (person: number) => boolean = () => true,
  nth = 0,
): SampleRatio {
  const e = (world.spec.setup.experiments ?? []).findIndex((spec) => spec.id === experiment);
  if (e < 0) return { counts: [], p: 1 };
  const { arms } = world.spec.setup.experiments![e]!;
  const inArm = new Float64Array(arms.length);
  const reporting = new Float64Array(arms.length);
  let sliced = 0;
  for (let i = 0; i < world.people.count; i++) {
    if (!select(i)) continue;
    sliced++;
    const arm = armIndex(world, e, i, tick);
    if (arm < 0) continue;
    inArm[arm] = inArm[arm]! + 1;
    reporting[arm] = reporting[arm]! + 1 - crashShare(world, i, tick);
  }
  const real = (POPULATION_MILLIONS * 1e6 * DAILY * sliced) / world.people.count;
  const counts = arms.map((arm, a) => {
    if (inArm[a] === 0) return 0;
    const mean = (real * arm.share * reporting[a]!) / inArm[a]!;
    const noise = normal(world.keys.noise, 7000 + e + 100 * nth, dayOf(tick), a);
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * noise));
  });
  return {
    counts,
    p: sampleRatioP(
      counts,
      arms.map((arm) => arm.share),
    ),
  };
}
