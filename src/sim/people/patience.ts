/** Waiting costs attention: what is left of examination after a request's latency. */
import { fastExp } from '../../determinism/fastMath.ts';
import { TIER_LATENCY } from '../infra/design.ts';
import type { World } from '../world.ts';

/** Milliseconds people with a middle device are used to, on average: baselines hold at this. */
export const USUAL_MS = 162;
/** Loss of examination per second of extra waiting, by device tier: a slow phone adds its own. Design values. */
const LOSS_PER_SECOND = [0.34, 0.22, 0.16] as const;

/** Factor on examination: 1 at what the device is used to, a little more for what comes sooner. */
export function patience(world: World, person: number, latencyMs: number): number {
  const tier = world.people.tier[person]!;
  return fastExp((-LOSS_PER_SECOND[tier]! * (latencyMs - USUAL_MS * TIER_LATENCY[tier]!)) / 1000);
}
