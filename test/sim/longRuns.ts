/** Figures of whole fortnights, over several seeds. */
import { stateHash } from '../../src/sim/stateHash.ts';
import { advance } from '../../src/sim/step.ts';
import { createWorld } from '../../src/sim/world.ts';
import { calibrationToday, DAY, spec, sumDays, worldAt } from './worlds.ts';

/** State hash at the end of each of `days` days. */
export function dailyHashes(seed: string, days: number): string[] {
  const world = createWorld(spec(seed));
  return Array.from({ length: days }, (_, day) => {
    advance(world, (day + 1) * DAY);
    return stateHash(world);
  });
}

export interface Baselines {
  readonly savesPerImpression: number;
  readonly closeupRate: number;
  readonly hideRate: number;
  readonly impressionsPerSession: number;
  readonly gini: number;
  readonly headShare: number;
  readonly entropy: number;
  readonly newCreatorShare: number;
  /** Predicted over logged saves, days 8–14. */
  readonly calibration: number;
}

/** Days 8–14 of a world where nothing goes wrong. */
export function baselines(seed: string): Baselines {
  const world = worldAt(7 * DAY, seed);
  let predicted = 0;
  let saved = 0;
  for (let day = 8; day <= 14; day++) {
    advance(world, day * DAY);
    const today = calibrationToday(world);
    predicted += today.predicted;
    saved += today.saved;
  }
  advance(world, 14 * DAY + 1);
  const days = 7;
  const impressions = sumDays(world, (d) => d.impressions, 7);
  return {
    savesPerImpression: sumDays(world, (d) => d.saves, 7) / impressions,
    closeupRate: sumDays(world, (d) => d.closeups, 7) / impressions,
    hideRate: sumDays(world, (d) => d.hides, 7) / impressions,
    impressionsPerSession: impressions / sumDays(world, (d) => d.sessions, 7),
    gini: sumDays(world, (d) => d.gini, 7) / days,
    headShare: sumDays(world, (d) => d.headShare, 7) / days,
    entropy: sumDays(world, (d) => d.entropySum, 7) / sumDays(world, (d) => d.homeSlates, 7),
    newCreatorShare: sumDays(world, (d) => d.newCreatorShare, 7) / days,
    calibration: predicted / saved,
  };
}
