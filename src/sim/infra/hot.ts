/**
 * A hot shard of the feature store. Reads of a shard go out in one batch per request; a batch that holds a hot key waits
 * for it, and where the wait is given up, all of that batch comes back as defaults: the hot idea's and its neighbours'.
 */
import { actingSize, factorAt } from '../faultState.ts';
import { HOME } from '../presets.ts';
import { gather } from '../serving/candidates.ts';
import { loadPerson } from '../serving/person.ts';
import { settle } from '../serving/effects.ts';
import { shardOf } from '../serving/sources/add.ts';
import type { World } from '../world.ts';
import { HOT_KEYS, REPLICAS, STORE_PEAK_UTILISATION } from './design.ts';

/** Minutes after which the share of requests that meet a hot key is measured anew. */
const RENEW = 30;
const SAMPLE = 200;

/** `load`: the store's load against the busiest minute's. */
export function watchHotShard(world: World, load: number, tick: number): void {
  const { infra, control } = world;
  let shard = -1;
  let factor = 1;
  for (const fault of world.faults) {
    if (fault.kind !== 'hot-shard') continue;
    const size = actingSize(control, fault, tick);
    if (size === 0) continue;
    shard = fault.shard;
    factor = Math.max(factor, factorAt(fault.factor, size));
  }
  if (shard !== infra.hotShard) {
    infra.hotVersion = -1;
    infra.hotIdeas = shard < 0 ? [] : hotKeys(world, shard);
  }
  infra.hotShard = shard;
  if (shard < 0) {
    infra.hotTimeout = 0;
    return;
  }
  if (control.replicated) factor = 1 + (factor - 1) / REPLICAS;
  const utilisation = STORE_PEAK_UTILISATION * load * factor;
  infra.hotUtilisation = utilisation;
  // A fluid queue with a deadline: what exceeds the capacity is given up.
  infra.hotTimeout = Math.max(0, 1 - 1 / utilisation);
  if (infra.hotVersion !== world.servingVersion || tick % RENEW === 0) {
    infra.hotVersion = world.servingVersion;
    infra.hotTouched = touchedShare(world, tick);
  }
}

/** The most shown live ideas of the shard. Whose keys are hot is settled when the shard becomes so. */
function hotKeys(world: World, shard: number): number[] {
  const { ideas, counters } = world;
  const keys: number[] = [];
  for (let i = 0; i < ideas.count; i++) {
    if (ideas.live[i] === 0 || shardOf(i) !== shard) continue;
    let at = keys.length;
    while (at > 0 && counters.exposures[keys[at - 1]!]! < counters.exposures[i]!) at--;
    if (at >= HOT_KEYS) continue;
    keys.splice(at, 0, i);
    if (keys.length > HOT_KEYS) keys.pop();
  }
  return keys;
}

/** Share of home requests that have a hot idea among their candidates: an idea at its exposure cap is in none. */
function touchedShare(world: World, tick: number): number {
  const { people, scratch } = world;
  let met = 0;
  let asked = 0;
  const stride = Math.max(1, Math.floor(people.count / SAMPLE));
  for (let person = 0; person < people.count; person += stride) {
    const { historyCap } = world.lines[0]!.spec;
    const effects = settle(world, person, HOME, null, historyCap, person, tick);
    loadPerson(world, person, effects.historyCap, effects.priorActions, false);
    gather(world, person, HOME, -1, -1, person, effects.quotas);
    asked++;
    if (meetsHotKey(world)) met++;
  }
  scratch.loadedPerson = -1;
  return asked === 0 ? 0 : met / asked;
}

/** Is a hot idea among the candidates gathered? */
export function meetsHotKey(world: World): boolean {
  const { candidate, candidates } = world.scratch;
  const { hotIdeas } = world.infra;
  for (let c = 0; c < candidates; c++) if (hotIdeas.includes(candidate[c]!)) return true;
  return false;
}
