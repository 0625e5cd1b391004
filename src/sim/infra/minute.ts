/**
 * A minute of the machines at real traffic: a fluid queue in front of every pool's heavy ranker, the feature store that
 * all pools and the light ranker read, and clients that ask again. Rates are requests per second.
 *
 * One minute follows the last: how many attempts were lost then decides how many are made now. That is what makes an
 * overload feed itself, and what lets it stand after its cause has gone (Bronson et al., "Metastable failures in
 * distributed systems", HotOS 2021).
 */
import { poolShares } from '../delivery/pools.ts';
import { actingSize } from '../faultState.ts';
import type { World } from '../world.ts';
import { capacityFactor, weighVersions } from './capacity.ts';
import {
  COME_BACK,
  COME_BACK_MINUTES,
  DEADLINE_MS,
  HOME_REQUESTS,
  KEPT_WORK,
  LIGHT_CAPACITY,
  OVERFLOW_UTILISATION,
  PEAK_UTILISATION,
  RETRY_BUDGET,
  STORE_PEAK_UTILISATION,
  USUAL_RETRIES,
  WASTE,
} from './design.ts';
import { watchHotShard } from './hot.ts';
import { climb, type PoolMinute } from './ladder.ts';
import { reachOf } from './reach.ts';
import {
  BACKLOG,
  DELAY,
  FIELD_COUNT,
  LOST,
  RETRIES,
  RETURNING,
  RUNG,
  POPULAR,
  FAILED,
  VERSION_WORK,
  WAIT_CHANCE,
  WAIT_MEAN,
  MEAN_MS,
} from './state.ts';
import { meanMs, waitChance, waitMean } from './service.ts';
import { purgedAt, stampede } from './stampede.ts';
import { BUSIEST, requestsPerSecond } from './traffic.ts';

const shares = new Float64Array(16);
const minute: PoolMinute = {
  offered: 0,
  shed: 0,
  attempts: 0,
  utilisation: 0,
  store: 0,
  spilled: 0,
  lost: 0,
  lightOk: 1,
};

export function runMachines(world: World, tick: number): void {
  const { infra, control } = world;
  const { now, pools } = infra;
  if (control.purges.length > 0 && purgedAt(world, tick)) infra.hitShare = 0;
  weighVersions(world, tick);
  const first = requestsPerSecond(world, tick);
  const extra = control.purges.length === 0 ? 0 : stampede(world, tick);
  const again = usualRetries(world, tick);
  const kept = HOME_REQUESTS * infra.hitShare;
  poolShares(world, tick, shares);

  // The store is one for all pools, so its load comes first.
  let reads = 0;
  for (let p = 0; p < pools.length; p++) {
    const at = p * FIELD_COUNT;
    const offered =
      (first * (1 + extra) * shares[p]! + now[at + RETURNING]!) * (1 - control.shedShare);
    const attempts = offered * attemptsPer(now[at + LOST]!, again, control.retryBudget);
    // A kept slate needs no features; the light ranker reads them once more, unless it has its own.
    reads += attempts * (1 - kept + (control.overflow ? 0 : now[at + LOST]!));
  }
  const load = reads / BUSIEST;
  const store = STORE_PEAK_UTILISATION * load;
  const storeOk = Math.min(1, 1 / store);
  watchHotShard(world, load, tick);

  for (let p = 0; p < pools.length; p++) {
    const at = p * FIELD_COUNT;
    const bought = BUSIEST * poolCapacity(world, p);
    const offered = first * (1 + extra) * shares[p]! + now[at + RETURNING]!;
    const shed = offered * control.shedShare;
    const entering = offered - shed;
    const per = attemptsPer(now[at + LOST]!, again, control.retryBudget);
    const attempts = entering * per;
    const work = (1 - kept * (1 - KEPT_WORK)) * now[at + VERSION_WORK]!;
    const capacity = (bought / PEAK_UTILISATION) * capacityFactor(world, p, tick);
    let rho = (attempts * storeOk * work) / capacity;
    const spilled =
      control.overflow && rho > OVERFLOW_UTILISATION ? 1 - OVERFLOW_UTILISATION / rho : 0;
    rho *= 1 - spilled;
    // Work for clients who have gone is work lost.
    const heavyOk = rho <= 1 ? 1 : (1 - WASTE * (1 - 1 / rho)) / rho;
    const lost = 1 - storeOk * heavyOk;
    const toLight = attempts * (spilled + (1 - spilled) * lost);
    const lightRoom = toLight === 0 ? 1 : Math.min(1, (LIGHT_CAPACITY * bought) / toLight);
    // Nobody waits longer than the deadline, so no more than that is ever in the queue.
    const most = (capacity * DEADLINE_MS) / 1000;
    const backlog = Math.max(0, Math.min(most, now[at + BACKLOG]! + (rho - 1) * capacity * 60));

    minute.offered = offered;
    minute.shed = shed;
    minute.attempts = attempts;
    minute.utilisation = rho;
    minute.store = store;
    minute.spilled = spilled;
    minute.lost = lost;
    minute.lightOk = lightRoom * (control.overflow ? 1 : storeOk);

    now[at + BACKLOG] = backlog;
    now[at + LOST] = (1 - spilled) * lost;
    now[at + RETRIES] = again;
    now[at + WAIT_CHANCE] = waitChance(rho);
    now[at + WAIT_MEAN] = waitMean(rho);
    now[at + DELAY] = (1000 * backlog) / capacity;
    now[at + MEAN_MS] = meanMs(rho) + now[at + DELAY]!;
    climb(world, p, minute, tick);
    const unhappy = now[at + RUNG + POPULAR]! + now[at + RUNG + FAILED]!;
    // On an ordinary day these are too few to tell apart from the traffic.
    const back = unhappy < 0.005 ? 0 : COME_BACK * unhappy * entering;
    now[at + RETURNING] = now[at + RETURNING]! + (back - now[at + RETURNING]!) / COME_BACK_MINUTES;
  }
}

/** Share of the machines a pool was given: by the people the balancer was set up to send. */
function poolCapacity(world: World, p: number): number {
  const { pools } = world.spec.setup;
  return pools === undefined || pools.length === 0 ? 1 : pools[p]!.share;
}

/** Attempts per first one, when a share `lost` of them fails: Σ lostᵏ over as many retries, a fraction of one included. */
export function attemptsPer(lost: number, again: number, budget: boolean): number {
  if (lost === 0) return 1;
  let sum = 1;
  let power = 1;
  for (let left = again; left > 0; left--) {
    power *= lost;
    sum += power * Math.min(1, left);
  }
  return budget ? Math.min(RETRY_BUDGET, sum) : sum;
}

/** Retries a client makes at most; where a fault reaches some clients, the mean. */
function usualRetries(world: World, tick: number): number {
  let again = USUAL_RETRIES;
  for (const fault of world.faults) {
    if (fault.kind !== 'retries') continue;
    const size = actingSize(world.control, fault, tick);
    if (size > 0)
      again += Math.max(0, fault.times - USUAL_RETRIES) * size * reachOf(world, fault.scope, tick);
  }
  return again;
}
