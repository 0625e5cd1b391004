/**
 * What creators upload in a day: how many ideas, of what mix, and who still bothers. Creators answer to exposure with a
 * lag: a tier that is shown less than it used to be uploads less some weeks on.
 */
import { activeFaults, actingSize, factorAt } from '../faultState.ts';
import type { Control } from '../delivery/control.ts';
import type { Fault } from '../faults.ts';
import { CREATOR_TIERS } from '../presets.ts';
import type { Ideas } from './ideas.ts';

export const TIER_COUNT = CREATOR_TIERS.length;

export interface Intake {
  /** Factor on the number of uploads. */
  readonly factor: number;
  /** Shifts of appeal and of quality, standard deviations. */
  readonly appeal: number;
  readonly quality: number;
  /** Share of its usual uploads that a tier still makes. */
  readonly willing: Float64Array;
}

/** Days that settle what a tier is used to, and days over which creators notice a change. Design values. */
const SETTLING_DAYS = 7;
const NOTICE_DAYS = 10;

/** Closes a day: notes the share of exposure each tier received. `served`: impressions of the day by idea. */
export function noteExposure(ideas: Ideas, served: Float32Array, day: number): void {
  const shares = new Float64Array(TIER_COUNT);
  let total = 0;
  for (let i = 0; i < ideas.count; i++) {
    const tier = ideas.creatorTier[ideas.creator[i]!]!;
    shares[tier] = shares[tier]! + served[i]!;
    total += served[i]!;
  }
  if (total === 0) return;
  for (let t = 0; t < TIER_COUNT; t++) {
    const share = shares[t]! / total;
    if (day < SETTLING_DAYS) {
      ideas.tierNorm[t] = (ideas.tierNorm[t]! * day + share) / (day + 1);
      ideas.tierShare[t] = ideas.tierNorm[t]!;
    } else ideas.tierShare[t] = ideas.tierShare[t]! + (share - ideas.tierShare[t]!) / NOTICE_DAYS;
  }
}

/** Uploads go with the fourth root of exposure: half the exposure, a sixth fewer uploads. Design value. */
function willingness(ideas: Ideas): Float64Array {
  return Float64Array.from(ideas.tierNorm, (norm, t) =>
    norm <= 0 ? 1 : Math.min(1, Math.sqrt(Math.sqrt(ideas.tierShare[t]! / norm))),
  );
}

export function intakeOf(
  world: { readonly faults: readonly Fault[]; readonly control: Control; readonly ideas: Ideas },
  tick: number,
): Intake {
  let factor = 1;
  let appeal = 0;
  let quality = 0;
  if (world.faults.length > 0) {
    for (const fault of activeFaults(world, 'supply', tick))
      factor *= factorAt(fault.factor, actingSize(world.control, fault, tick));
    for (const fault of activeFaults(world, 'clickbait-uploads', tick)) {
      const size = actingSize(world.control, fault, tick);
      appeal += fault.appeal * size;
      quality += fault.quality * size;
    }
  }
  return { factor, appeal, quality, willing: willingness(world.ideas) };
}
