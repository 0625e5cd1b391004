/** Interventions carried out: ordered now, effective later, each with its own consequences in the control plane. */
import { measuredShift } from './data/calibration.ts';
import { evaluateOffline } from './data/offline.ts';
import { trainingPlan } from './data/plan.ts';
import { priorWeights } from './data/prior.ts';
import { train } from './data/train.ts';
import { debiasedWeigher, plainWeigher, randomWeigher } from './data/weigh.ts';
import { defaultControl, type Applied } from './delivery/control.ts';
import { lineageOf } from './delivery/lineage.ts';
import type { ModelLine, ModelSnapshot } from './delivery/registry.ts';
import { rolloutShare } from './delivery/routing.ts';
import { dayOf } from './clock.ts';
import { coolDown } from './infra/capacity.ts';
import { COLD_ALL, COLD_PART } from './infra/design.ts';
import { INTERVENTION_PRICES, type InterventionSpec } from './interventions.ts';
import { refresh } from './jobs.ts';
import { forgetBots } from './people/bots.ts';
import { askAgain } from './people/signups.ts';
import { larger } from './larger.ts';
import { ownColumns } from './ownColumns.ts';
import { HEAD_COUNT } from './presets.ts';
import { refreshItemPart } from './serving/rank.ts';
import type { World } from './world.ts';

/** Orders an intervention at the world's present minute. It takes effect after its cost and its lag. */
export function order(world: World, id: string, spec: InterventionSpec): Applied {
  const price = INTERVENTION_PRICES[spec.kind];
  const applied: Applied = {
    id,
    spec,
    orderedTick: world.tick,
    effectTick: world.tick + price.cost + price.lag,
    state: 'under way',
    note: '',
  };
  world.applied = [...world.applied, applied];
  return applied;
}

/** Takes back an intervention: the control plane is rebuilt from the orders that stand, so no undo is a special case. */
export function undo(world: World, id: string): void {
  world.applied = world.applied.map((a) => (a.id === id ? { ...a, state: 'undone' } : a));
  rebuild(world);
}

/** Puts orders that are due into effect. */
export function settleOrders(world: World, tick: number): void {
  for (const applied of world.applied) {
    if (applied.state !== 'under way' || applied.effectTick > tick) continue;
    const failure = refuse(world, applied.spec);
    const done: Applied = {
      ...applied,
      state: failure === null ? 'in effect' : 'failed',
      note: failure ?? '',
    };
    world.applied = world.applied.map((a) => (a.id === applied.id ? done : a));
    world.events.push({
      tick,
      kind: failure === null ? 'in effect' : 'failed',
      text: failure ?? applied.spec.kind,
    });
    if (failure === null) take(world, done, tick);
  }
}

/** Why an intervention cannot work here, found out when it is tried; null when it can. */
function refuse(world: World, spec: InterventionSpec): string | null {
  if (
    spec.kind === 'rollback-model' ||
    spec.kind === 'route-cohort' ||
    spec.kind === 'promote-model'
  ) {
    const to = spec.kind === 'promote-model' ? spec.version : spec.to;
    const model = world.spec.setup.models.find(
      (m) => to === m.version || to.startsWith(`${m.version}.d`),
    );
    if (model === undefined) return `there is no version ${to}`;
    if (!model.ready.artefact) return `the artefact of ${to} was not kept`;
    if (!model.ready.featuresServed) return `the features that ${to} reads are no longer served`;
  }
  return null;
}

function take(world: World, applied: Applied, tick: number): void {
  const before = featureInputs(world);
  const { spec } = applied;
  if (spec.kind === 'retrain') {
    retrain(world, spec.recipe, tick);
    return;
  }
  apply(world, applied);
  if (
    spec.kind === 'rollback-model' ||
    spec.kind === 'promote-model' ||
    spec.kind === 'route-cohort'
  )
    coolDown(world, coldShare(spec), tick);
  if (spec.kind === 'spam-rule') forgetBots(world);
  if (spec.kind === 'cold-start') askAgain(world, tick);
  refreshIfNeeded(world, tick, before);
  world.servingVersion++;
}

/** Capacity lost while hosts load other weights: most where everybody's do. */
function coldShare(spec: InterventionSpec): number {
  const all =
    spec.kind === 'rollback-model' && spec.scope.some((part) => Object.keys(part).length === 0);
  return all ? COLD_ALL : COLD_PART;
}

/** What of the control plane the features and the popular table are made of. */
function featureInputs(world: World): string {
  return `${world.control.cap}|${world.control.normalise}`;
}

/** Features wait for their own refresh unless what they are made of changed: a hold must not move what is shown. */
function refreshIfNeeded(world: World, tick: number, before: string): void {
  if (featureInputs(world) === before) return;
  ownColumns(world);
  refresh(world, tick);
}

/** The control plane as the standing orders make it. */
function rebuild(world: World): void {
  const before = featureInputs(world);
  world.control = { ...defaultControl(), staged: world.control.staged };
  for (const applied of world.applied)
    if (applied.state === 'in effect' && applied.spec.kind !== 'retrain') apply(world, applied);
  refreshIfNeeded(world, world.tick, before);
  world.servingVersion++;
}

function apply(world: World, applied: Applied): void {
  const { control } = world;
  const { spec, effectTick } = applied;
  switch (spec.kind) {
    case 'freeze-deploys':
      control.frozen = effectTick;
      return;
    case 'stop-ramp':
      holdRollout(world, spec.rollout, effectTick, null);
      return;
    case 'pause-arm':
      holdRollout(world, spec.rollout, effectTick, 0);
      return;
    case 'pin-model':
      control.pinned = spec.version;
      return;
    case 'stop-promotion':
      control.promotionStopped = true;
      return;
    case 'pause-release':
      control.pausedReleases[spec.build] = effectTick;
      return;
    case 'skip-training':
      control.skipTraining = true;
      return;
    case 'rollback-model':
    case 'route-cohort':
      ensureLine(world, spec.to);
      control.routes.push({ id: applied.id, scope: spec.scope, to: spec.to });
      return;
    case 'promote-model':
      ensureLine(world, spec.version);
      control.routes.push({ id: applied.id, scope: [{}], to: spec.version });
      return;
    case 'nonfinite-guard':
      control.guard = true;
      return;
    case 'kill-generator':
      control.killed.push(spec.generator);
      return;
    case 'dedupe-events':
      control.deduped.push({ event: spec.event, build: spec.build, since: effectTick });
      return;
    case 'quarantine-rows':
      control.quarantines.push({ id: applied.id, scope: spec.scope, sinceTick: spec.sinceTick });
      return;
    case 'exposure-cap':
      control.cap = spec.perDay;
      return;
    case 'exploration':
      control.exploration = spec.share;
      return;
    case 'diversity':
      if (spec.axis !== 'look') control.diversity = spec.factor;
      if (spec.axis !== 'topic') control.lookDiversity = spec.factor;
      return;
    case 'normalise-popularity':
      control.normalise = true;
      return;
    case 'fix-client':
      control.fixedBuilds[spec.build] = effectTick;
      return;
    case 'stop-job':
      control.stopped[spec.job] = effectTick;
      return;
    case 'suspend-robots':
      control.robotsSuspended = true;
      return;
    case 'revert-setting':
      control.reverted[spec.setting] = effectTick;
      return;
    case 'feature-fallback':
      control.fallbacks.push(spec.feature);
      return;
    case 'pin-consumer':
      control.pinnedConsumers.push(spec.surface);
      return;
    case 'index-alias':
      control.aliased.push(spec.source);
      return;
    case 'revert-tower':
      control.olderTower.push(spec.source);
      return;
    case 'rebuild-index':
      control.rebuilt.push(spec.source);
      return;
    case 'purge-cache':
      control.purges.push({ tick: effectTick, gradual: spec.gradual });
      return;
    case 'scale-up':
      control.scaled[spec.pool] = spec.factor;
      return;
    case 'shed-load':
      control.shedShare = spec.share;
      return;
    case 'retry-budget':
      control.retryBudget = true;
      return;
    case 'overflow-to-light':
      control.overflow = true;
      return;
    case 'replicate-keys':
      control.replicated = true;
      return;
    case 'image-provider':
      control.secondProvider = effectTick;
      return;
    case 'drain-pool':
      control.drained.push(spec.pool);
      return;
    case 'recalibrate':
      control.recalibrated[spec.head] = measuredShift(world, spec.head, effectTick);
      return;
    case 'restore-history':
      control.restored = { tick: effectTick, honourErasures: spec.honourErasures };
      return;
    case 'cold-start':
      control.coldStart = true;
      return;
    case 'fail-closed':
      control.failClosed = true;
      return;
    case 'filter-off':
      control.filterOff = true;
      return;
    case 'spam-rule':
      control.spamRule = spec.breadth;
      return;
    case 'newcomer-floor':
      control.newcomerFloor = spec.logit;
      return;
    case 'notification-bar':
      control.notificationBar = spec.factor;
      return;
    case 'exclusive-arms':
      control.exclusive.push({ rollout: spec.rollout, than: spec.than });
      return;
    case 'retrain':
      return;
  }
}

function holdRollout(world: World, id: string, tick: number, share: number | null): void {
  const rollout = world.spec.setup.rollouts.find((r) => r.id === id);
  if (rollout === undefined) {
    // An experiment of a layer: paused, all its people get control.
    if (share === 0 && world.spec.setup.experiments?.some((e) => e.id === id) === true)
      world.control.held[id] = 0;
    return;
  }
  world.control.held[id] = share ?? rolloutShare(rollout, tick, world.control);
}

/** Brings back a snapshot by name as a line of its own that never trains. A plain version is its line as it stands. */
function ensureLine(world: World, version: string): void {
  if (world.lines.some((l) => l.version === version)) return;
  for (const line of world.lines) {
    const snapshot = line.snapshots.find((s) => s.id === version);
    if (snapshot === undefined) continue;
    const back: ModelLine = {
      version,
      spec: line.spec,
      snapshots: [snapshot],
      served: snapshot,
      frozen: true,
    };
    world.lines = [...world.lines, back];
    world.itemParts = [...world.itemParts, new Float32Array(HEAD_COUNT * world.ideas.capacity)];
    refreshItemPart(world, world.lines.length - 1);
    return;
  }
}

/** Days of rows an ordered retraining reads. */
const RETRAIN_DAYS = 3;

/** An ordered retraining of every line that is not frozen; its result goes into service at once. */
function retrain(world: World, recipe: 'plain' | 'debiased' | 'random-slice', tick: number): void {
  const today = dayOf(tick);
  const chunks = world.chunks.filter((c) => c.day >= today - RETRAIN_DAYS);
  const weigh =
    recipe === 'plain'
      ? plainWeigher(world)
      : recipe === 'debiased'
        ? debiasedWeigher(world)
        : randomWeigher(world);
  for (let l = 0; l < world.lines.length; l++) {
    const line = world.lines[l]!;
    if (line.frozen) continue;
    const newest = line.snapshots[line.snapshots.length - 1]!;
    // What debiasing is for is unlearning: it starts from the prior, not from the tainted weights.
    const start = recipe === 'plain' ? newest.weights : priorWeights();
    const speed = recipe === 'plain' ? 1 : 3;
    const weights = train(start, chunks, trainingPlan(world, line.version, tick, weigh, speed));
    const snapshot: ModelSnapshot = {
      id: `${line.version}.r${tick}`,
      trainedTick: tick,
      weights,
      fromDay: today - RETRAIN_DAYS,
      toDay: today,
      rows: chunks.reduce((sum, c) => sum + c.length, 0),
      recipe,
      lineage: lineageOf(world, line.version, weights, tick),
      offline: evaluateOffline(
        world,
        line.version,
        newest.weights,
        chunks[chunks.length - 1]!,
        tick,
      ),
    };
    line.snapshots.push(snapshot);
    line.served = snapshot;
    refreshItemPart(world, l);
    world.events.push({ tick, kind: 'promoted', text: `${snapshot.id} in service` });
  }
  world.servingVersion++;
}

/** A rollout's next stage, set by the incident and not by the player. A held or frozen rollout does not move. */
export function stageRollout(world: World, rollout: string, share: number): void {
  world.control.staged = [...world.control.staged, { rollout, tick: world.tick, share }];
  world.events.push({
    tick: world.tick,
    kind: 'stage',
    text: `${rollout} at ${Math.round(share * 100)} %`,
  });
  world.servingVersion++;
}

/**
 * The nightly machinery promotes a version for everybody. Where nothing is pinned, frozen or stopped, it overrides
 * rollbacks that stand: what was undone by hand comes back by itself. Returns whether it did.
 */
export function promoteByMachine(world: World, version: string): boolean {
  const { control } = world;
  if (control.pinned !== null || control.promotionStopped || control.frozen !== null) {
    world.events.push({
      tick: world.tick,
      kind: 'not promoted',
      text: `${version} kept out of service`,
    });
    return false;
  }
  world.applied = world.applied.map((a) =>
    a.state === 'in effect' && (a.spec.kind === 'rollback-model' || a.spec.kind === 'route-cohort')
      ? { ...a, state: 'undone', note: `${version} was promoted by the nightly job` }
      : a,
  );
  rebuild(world);
  world.events.push({
    tick: world.tick,
    kind: 'promoted',
    text: `${version} in service for everybody`,
  });
  return true;
}

/** The same fault, larger: an incident may grow while nobody acts. */
export function worsenFault(world: World, id: string, factor: number): void {
  world.faults = world.faults.map((fault) => (fault.id === id ? larger(fault, factor) : fault));
  world.servingVersion++;
}
