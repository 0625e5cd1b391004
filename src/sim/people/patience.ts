/** Waiting costs attention: what is left of examination after a request's latency. */
import { fastExp } from '../../determinism/fastMath.ts';
import type { World } from '../world.ts';

/** Milliseconds at the median that people are used to: baselines hold at this. Design value. */
export const USUAL_MS = 140;
/** Loss of examination per second of extra waiting, by device tier: a slow phone adds its own. Design values. */
const LOSS_PER_SECOND = [0.34, 0.22, 0.16] as const;

/** Factor on examination, 1 at the usual latency or below. */
export function patience(world: World, person: number, latencyMs: number): number {
  if (latencyMs <= USUAL_MS) return 1;
  const tier = world.people.tier[person]!;
  return fastExp((-LOSS_PER_SECOND[tier]! * (latencyMs - USUAL_MS)) / 1000);
}
