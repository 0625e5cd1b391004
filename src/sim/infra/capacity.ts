/** What a pool's heavy ranker can do in a minute: hosts that are warm, faults, scaling, cold starts. */
import { actingSize, factorAt } from '../faultState.ts';
import { poolIndex, servedLine } from '../delivery/scope.ts';
import { HOME } from '../presets.ts';
import type { World } from '../world.ts';
import { WARM_UP_MINUTES, WORK_MS } from './design.ts';
import { FIELD_COUNT, FLEET, VERSION_WORK } from './state.ts';

/** Factor on the capacity a pool was given; hosts warm up over minutes and stop at once. */
export function capacityFactor(world: World, pool: number, tick: number): number {
  const { infra, control } = world;
  const id = infra.pools[pool]!;
  const at = pool * FIELD_COUNT;
  const wanted = control.scaled[id] ?? 1;
  const warm = infra.now[at + FLEET]!;
  infra.now[at + FLEET] =
    wanted > warm ? Math.min(wanted, warm + Math.max(0.1, wanted - 1) / WARM_UP_MINUTES) : wanted;
  let factor = infra.now[at + FLEET]!;
  if (tick < infra.coldUntil) factor *= 1 - infra.coldShare;
  for (const fault of world.faults) {
    if (fault.kind !== 'capacity' || fault.pool !== id) continue;
    factor *= factorAt(fault.factor, actingSize(control, fault, tick));
  }
  return Math.max(0.01, factor);
}

/** Hosts that got other weights reload them: for some minutes capacity is missing. */
export function coolDown(world: World, share: number, tick: number): void {
  world.infra.coldUntil = tick + WARM_UP_MINUTES;
  world.infra.coldShare = share;
}

const SAMPLE = 128;
const EVERY = 10;

/** Work of a request by the versions that serve, per pool; looked up every ten minutes, as slow as rollouts are. */
export function weighVersions(world: World, tick: number): void {
  const { infra, lines, people } = world;
  if (tick % EVERY !== 0) return;
  if (lines.every((line) => line.spec.latencyMs === 0)) return;
  const ms = new Float64Array(infra.pools.length);
  const asked = new Float64Array(infra.pools.length);
  const stride = Math.max(1, Math.floor(people.count / SAMPLE));
  for (let person = 0; person < people.count; person += stride) {
    const pool = poolIndex(world, person, tick);
    const rate = people.rate[person]!;
    asked[pool] = asked[pool]! + rate;
    ms[pool] = ms[pool]! + rate * lines[servedLine(world, person, HOME, tick)]!.spec.latencyMs;
  }
  for (let pool = 0; pool < ms.length; pool++)
    infra.now[pool * FIELD_COUNT + VERSION_WORK] =
      asked[pool] === 0 ? 1 : 1 + ms[pool]! / asked[pool]! / WORK_MS;
}
