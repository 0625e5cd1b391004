/**
 * What is in force for one request: the sound values, changed by the faults that reach it and by what engineers have
 * set. Filled anew for every request that anything could touch, read by every stage of serving.
 */
import { uniform } from '../../determinism/random.ts';
import { minuteOfDay } from '../clock.ts';
import { baseVersion, beganAnew, type ModelLine } from '../delivery/registry.ts';
import { inScope } from '../delivery/scope.ts';
import { actingSize, factorAt, faultSize } from '../faultState.ts';
import { FEATURES, type Fault, type FaultOf } from '../faults.ts';
import { GENERATORS } from '../generators.ts';
import { CLOSEUP, CREATOR_TIERS, DWELL, HEADS, HIDE, SAVE, type Head } from '../presets.ts';
import { dayLoad } from '../people/visits.ts';
import { coldEdge } from '../infra/pictures.ts';
import { SURFACES } from '../segments.ts';
import type { World } from '../world.ts';
import {
  UTILITY,
  PRIOR_ACTIONS,
  AS_IT_IS,
  AT_DEFAULT,
  SCALED,
  NOISE,
  type Effects,
  CACHE_MINUTES,
} from './effectsShape.ts';
import { QUOTAS, withFactor, withoutSources } from './sources/quotas.ts';

function reset(e: Effects): void {
  e.priorActions = PRIOR_ACTIONS;
  e.brokenHead = -1;
  e.lostShards.fill(0);
  e.agreement.fill(1);
  e.utility[CLOSEUP] = UTILITY.closeup;
  e.utility[SAVE] = UTILITY.save;
  e.utility[DWELL] = UTILITY.dwell;
  e.utility[HIDE] = -UTILITY.hide;
  e.headShift.fill(0);
  e.tierShift.fill(0);
  e.topicShift.fill(0);
  e.shifted = false;
  e.featureMode.fill(AS_IT_IS);
  e.features = false;
  e.defaultShard = -1;
  e.topicSpacing = 1;
  e.lookSpacing = 1;
  e.reserved = 0;
  e.dropFresh = false;
  e.dropBest = false;
  e.blockedShare = 0;
  e.blockedTopics = 0;
  e.blockedLanguages = 0;
  e.blockedTiers = 0;
  e.missingVerdicts = 0;
  e.openShare = 0;
  e.closedShare = 0;
  e.cacheMinutes = CACHE_MINUTES;
  e.cacheSince = 0;
  e.latencyMs = 0;
  e.unpainted = 0;
  e.unremembered = false;
  e.clean = true;
}

/**
 * Fills the scratch's effects for a request. `model`: the line that serves it, null where none ranks; `historyCap` its
 * own; `salt` identifies the request, for faults that reach a share of requests.
 */
export function settle(
  world: World,
  person: number,
  surface: number,
  model: ModelLine | null,
  historyCap: number,
  salt: number,
  tick: number,
): Effects {
  const { control, faults } = world;
  const e = world.scratch.effects;
  if (!e.clean) reset(e);
  e.historyCap = historyCap;
  e.quotas = QUOTAS[surface]!;
  e.exploration = control.exploration;
  e.topicSpacing = control.diversity;
  e.lookSpacing = control.lookDiversity;
  for (let f = 0; f < faults.length; f++) {
    const fault = faults[f]!;
    const size = actingSize(control, fault, tick);
    if (size === 0) continue;
    if (fault.scope !== undefined && !inScope(world, fault.scope, person, surface, tick)) continue;
    if (apply(world, e, fault, size, person, surface, model, salt, f, tick)) e.clean = false;
  }
  for (const feature of control.fallbacks) {
    const f = FEATURES.indexOf(feature);
    e.featureMode[f] = AT_DEFAULT;
    e.featureValue[f] = 0;
    e.features = true;
    e.clean = false;
  }
  for (const head in control.recalibrated) {
    const h = HEADS.indexOf(head as Head);
    e.headShift[h] = e.headShift[h]! + control.recalibrated[head as Head]!;
    e.shifted = true;
    e.clean = false;
  }
  if (control.newcomerFloor !== 0) {
    e.tierShift[0] = Math.max(0, e.tierShift[0]!) + control.newcomerFloor;
    e.shifted = true;
    e.clean = false;
  }
  // The provider was at fault, so another one has nothing of it; but it begins cold.
  if (control.secondProvider !== null) {
    e.unpainted = coldEdge(control.secondProvider, tick);
    if (e.unpainted > 0) e.clean = false;
  }
  if (control.killed.length > 0) e.quotas = withoutSources(e.quotas, control.killed);
  return e;
}

/** Luck of a fault on this request, in [0, 1). */
function luck(world: World, salt: number, fault: number): number {
  return uniform(world.keys.serving, salt, 100 + fault);
}

/** Share of an index embedded in the newer version; where the job was stopped, it stays at what it was. */
function agreementAt(fault: FaultOf<'embedding-skew'>, stopped: number, tick: number): number {
  if (fault.healMinutes === 0) return fault.agreement;
  const healed = Math.max(0, Math.min(stopped, tick) - fault.onset) / fault.healMinutes;
  return Math.min(1, fault.agreement + (1 - fault.agreement) * healed);
}

/** Of those whose history a job erased, so many had asked for it. Design value of the catalogue (S23): 0.4 in 5.2. */
const ASKED = 0.077;

/** Is the person's history erased at this minute? The job goes through people in a fixed order until it is stopped. */
function isErased(
  world: World,
  fault: FaultOf<'lost-history'>,
  person: number,
  nth: number,
  tick: number,
): boolean {
  const { control } = world;
  const stopped = control.stopped.deletion ?? tick;
  const reached = fault.share * faultSize(fault, Math.min(stopped, tick));
  if (uniform(world.keys.assignment, person, 200 + nth) >= reached) return false;
  if (control.restored === null) return true;
  const asked = uniform(world.keys.assignment, person, 300 + nth) < ASKED;
  return control.restored.honourErasures && asked;
}

function isOf(model: ModelLine | null, version: string): boolean {
  return model !== null && baseVersion(model.version) === version;
}

/** Whether the fault changed anything that serving reads. */
function apply(
  world: World,
  e: Effects,
  fault: Fault,
  size: number,
  person: number,
  surface: number,
  model: ModelLine | null,
  salt: number,
  nth: number,
  tick: number,
): boolean {
  const { control } = world;
  switch (fault.kind) {
    case 'history-truncation':
      if (!isOf(model, fault.version)) return false;
      e.historyCap = Math.min(e.historyCap, fault.keep);
      return true;
    case 'non-finite-scores':
      if (!isOf(model, fault.version) || world.people.historyLength[person]! <= fault.aboveActions)
        return false;
      e.brokenHead = HEADS.indexOf(fault.head);
      return true;
    case 'lost-shards':
      if (control.aliased.includes(fault.source) || control.rebuilt.includes(fault.source))
        return false;
      e.lostShards[GENERATORS.indexOf(fault.source)] = Math.round(fault.shards * size);
      return true;
    case 'embedding-skew': {
      if (control.rebuilt.includes(fault.source)) return false;
      const share = agreementAt(fault, control.stopped['re-embedding'] ?? tick, tick);
      // The older tower agrees with what has not been embedded anew; an older index is all of that kind.
      const aliased = control.aliased.includes(fault.source);
      const newer = aliased ? 0 : share;
      e.agreement[GENERATORS.indexOf(fault.source)] = control.olderTower.includes(fault.source)
        ? 1 - newer
        : newer;
      return true;
    }
    case 'quota':
      e.quotas = withFactor(e.quotas, fault.source, factorAt(fault.factor, size));
      return true;
    case 'unnormalised-popularity':
      if (control.normalise) return false;
      e.quotas = withFactor(e.quotas, 'popular', factorAt(fault.quotaFactor, size));
      return true;
    case 'feature': {
      const f = FEATURES.indexOf(fault.feature);
      if (control.fallbacks.includes(fault.feature)) return false;
      if (fault.feature === 'embedding' && control.pinnedConsumers.includes(SURFACES[surface]!))
        return false;
      if (luck(world, salt, nth) >= fault.share * size) return false;
      e.featureMode[f] =
        fault.becomes === 'default' ? AT_DEFAULT : fault.becomes === 'scaled' ? SCALED : NOISE;
      e.featureValue[f] = fault.value;
      e.features = true;
      return true;
    }
    case 'shard-defaults':
      e.defaultShard = fault.shard;
      e.features = true;
      return true;
    case 'lost-history':
      // Belongs to the person, not to the request: what is erased is erased.
      if (!isErased(world, fault, person, nth, tick)) return false;
      e.historyCap = 0;
      return true;
    case 'stale-histories':
      if (uniform(world.keys.assignment, person, 200 + nth) >= fault.share * size) return false;
      e.unremembered = true;
      return true;
    case 'cold-start-prior':
      e.priorActions = fault.pseudoCounts;
      return true;
    case 'utility-weight': {
      const head = HEADS.indexOf(fault.head);
      e.utility[head] = e.utility[head]! * factorAt(fault.factor, size);
      return true;
    }
    case 'score-shift':
      e.headShift[HEADS.indexOf(fault.head)] = fault.logit * size;
      e.shifted = true;
      return true;
    case 'tier-shift':
      e.tierShift[CREATOR_TIERS.indexOf(fault.tier)] = fault.logit * size;
      e.shifted = true;
      return true;
    case 'topic-shift':
      if (fault.learned === true && model !== null && beganAnew(model, fault.onset)) return false;
      for (const topic of fault.topics) e.topicShift[topic] = fault.logit * size;
      e.shifted = true;
      return true;
    case 'dropped-best':
      e.dropBest = luck(world, salt, nth) < fault.share * size;
      return e.dropBest;
    case 'diversity':
      e.topicSpacing *= factorAt(fault.topic, size);
      e.lookSpacing *= factorAt(fault.look, size);
      return true;
    case 'exploration':
      e.exploration *= factorAt(fault.factor, size);
      return true;
    case 'reserved-slots':
      for (const slot of fault.slots) e.reserved |= 1 << slot;
      return true;
    case 'unhashed-dropped':
      e.dropFresh = true;
      return true;
    case 'over-blocking':
      e.blockedShare = fault.share * size;
      for (const topic of fault.topics) e.blockedTopics |= 1 << topic;
      for (const language of fault.languages) e.blockedLanguages |= 1 << language;
      if (fault.tier !== undefined) e.blockedTiers |= 1 << CREATOR_TIERS.indexOf(fault.tier);
      return true;
    case 'fails-open':
      // Calls time out where the load is: in proportion to the day's curve above its middle.
      e.missingVerdicts = fault.share * size * dayLoad(minuteOfDay(tick));
      e.openShare = control.failClosed ? 0 : e.missingVerdicts;
      e.closedShare = control.failClosed ? e.missingVerdicts : 0;
      return true;
    case 'slate-cache':
      e.cacheMinutes = fault.minutes;
      e.cacheSince = fault.onset;
      return true;
    case 'latency':
      e.latencyMs += fault.ms * size;
      return true;
    case 'unpainted':
      e.unpainted = Math.max(e.unpainted, fault.share * size);
      return true;
    case 'arm-leak':
    case 'stale-index':
    case 'stale-features':
    case 'traffic':
    case 'capacity':
    case 'retries':
    case 'hot-shard':
    case 'pool-share':
    case 'crash':
    case 'duplicate-events':
    case 'lost-events':
    case 'aggregator-loss':
    case 'late-events':
    case 'misaligned-panels':
    case 'label-window':
    case 'shallow-labels':
    case 'label-leak':
    case 'stalled-training':
    case 'online-training':
    case 'negative-weight':
    case 'join-loss':
    case 'season':
    case 'campaign':
    case 'lost-onboarding':
    case 'save-bots':
    case 'clickbait-uploads':
    case 'supply':
      return false;
  }
}
