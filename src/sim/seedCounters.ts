/** Counters as a steady service would have them: exposure with a long tail, saves at a rate that follows quality. */
import { fastExp } from '../determinism/fastMath.ts';
import { normal, subKey } from '../determinism/random.ts';
import type { Counters } from './data/counters.ts';
import { COUNTER_DECAY } from './data/counters.ts';
import { C_APPEAL, C_QUALITY, CHARM, type Ideas } from './ideas/ideas.ts';
import type { Preset } from './presets.ts';

/** Impressions a session makes, over all surfaces. */
const IMPRESSIONS_PER_SESSION = 42;

export function seedCounters(key: number, preset: Preset, ideas: Ideas, counters: Counters): void {
  const steady =
    (preset.sessionsPerDay * IMPRESSIONS_PER_SESSION) / preset.ideas / (1 - COUNTER_DECAY);
  for (let i = 0; i < ideas.count; i++) {
    const mine = subKey(key, i);
    const quality = ideas.charm[i * CHARM + C_QUALITY]!;
    const age = -ideas.birthDay[i]!;
    const filled = 1 - fastExp(-0.0726 * age);
    const exposures = steady * filled * fastExp(0.45 * quality + 0.5 * normal(mine, 0, 0) - 0.226);
    counters.exposures[i] = exposures;
    ideas.shown[i] = exposures;
    counters.saves[i] =
      exposures * 0.018 * fastExp(0.4 * quality - 0.08) * fastExp(0.15 * normal(mine, 1, 0));
    counters.closeups[i] =
      exposures *
      0.08 *
      fastExp(0.4 * ideas.charm[i * CHARM + C_APPEAL]! - 0.08) *
      fastExp(0.1 * normal(mine, 2, 0));
  }
}
