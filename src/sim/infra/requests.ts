/** What the machines mean for one request: the rung that answers it and the time it takes. Counter-based, so changes no state. */
import { fastExp } from '../../determinism/fastMath.ts';
import { log } from '../../determinism/math.ts';
import { normalQuantile } from '../../determinism/special.ts';
import { uniform } from '../../determinism/random.ts';
import type { World } from '../world.ts';
import {
  CLIENT_TIMEOUT_MS,
  LIGHT_MS,
  POPULAR_MS,
  SERVICE_MEDIAN_MS,
  SERVICE_SIGMA,
  TIER_LATENCY,
} from './design.ts';
import {
  DELAY,
  FAILED,
  FALLBACK_MS,
  FIELD_COUNT,
  HEAVY,
  LIGHT,
  LOST,
  LOST_MS,
  MEAN_MS,
  POPULAR,
  RETRIES,
  RUNG,
  SHED,
  WAIT_CHANCE,
  WAIT_MEAN,
} from './state.ts';

/** e^(σ²/2): mean over median of a service time. */
const MEAN_OVER_MEDIAN = fastExp((SERVICE_SIGMA * SERVICE_SIGMA) / 2);
/**
 * Fallbacks rarer than this are left out of expectations: a panel of frozen requests could not tell them, and an ordinary
 * week's busiest minute, at 0.9 %, is to cost nothing.
 */
const NEGLIGIBLE = 0.01;
/** A kept slate takes this share of a ranked one's time. */
const KEPT_TIME = 0.4;

/**
 * Rung of a request of a pool. `expected`: for a member of the panel, whose number is frozen; where fallbacks are rare
 * every member is answered by the heavy ranker.
 */
export function rungOf(
  world: World,
  pool: number,
  salt: number,
  surface: number,
  expected: boolean,
): number {
  const { now } = world.infra;
  const at = pool * FIELD_COUNT + RUNG;
  const heavy = now[at + HEAVY]!;
  if (expected && 1 - heavy < NEGLIGIBLE) return HEAVY;
  let u = uniform(world.keys.serving, salt, surface, 6);
  for (let rung = HEAVY; rung < FAILED; rung++) {
    u -= now[at + rung]!;
    if (u < 0) return rung;
  }
  // Rounding may leave a sliver: only a pool that has errors gives one.
  return now[at + FAILED]! > 0 ? FAILED : HEAVY;
}

/**
 * Milliseconds of a request on a device of a tier. `own`: what its version and its faults add at the median, `wait`: what
 * the feature store makes it wait. Drawn, or for the panel the mean.
 */
export function latencyOf(
  world: World,
  pool: number,
  rung: number,
  own: number,
  wait: number,
  kept: boolean,
  tier: number,
  salt: number,
  surface: number,
  expected: boolean,
): number {
  const { now } = world.infra;
  const at = pool * FIELD_COUNT;
  const device = TIER_LATENCY[tier]!;
  if (rung === SHED) return device * POPULAR_MS;
  if (rung !== HEAVY)
    return device * (rung === LIGHT ? LIGHT_MS : POPULAR_MS) + now[at + FALLBACK_MS]!;
  const part = kept ? KEPT_TIME : 1;
  if (expected)
    return (
      device * part * (now[at + MEAN_MS]! + own * MEAN_OVER_MEDIAN) + wait + now[at + LOST_MS]!
    );
  const u = uniform(world.keys.serving, salt, surface, 7);
  const chance = now[at + WAIT_CHANCE]!;
  const queue = 1 - u >= chance ? 0 : now[at + WAIT_MEAN]! * log(chance / (1 - u));
  const service = (SERVICE_MEDIAN_MS + own) * fastExp(SERVICE_SIGMA * normalQuantile(u));
  const before = now[at + LOST]! > 0 ? failedBefore(world, at, salt, surface) : 0;
  return device * part * (service + queue + now[at + DELAY]!) + wait + before * CLIENT_TIMEOUT_MS;
}

/** Attempts lost before the one that was answered: geometric, cut off at the retries a client makes. */
function failedBefore(world: World, at: number, salt: number, surface: number): number {
  const { now } = world.infra;
  const u = uniform(world.keys.serving, salt, surface, 8);
  const lost = now[at + LOST]!;
  const most = Math.round(now[at + RETRIES]!);
  let sum = 0;
  for (let k = 0, power = 1; k <= most; k++, power *= lost) sum += power;
  let below = 0;
  for (let k = 0, power = 1; k < most; k++, power *= lost) {
    below += power / sum;
    if (u < below) return k;
  }
  return most;
}

/** Is a rung answered with ideas that are popular in the place, unranked? */
export function isPopular(rung: number): boolean {
  return rung === POPULAR || rung === SHED;
}
