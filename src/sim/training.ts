/** Training as it runs by itself: every night, or every few minutes where somebody set it so; and promotion after it. */
import { dayOf, MINUTES_PER_DAY } from './clock.ts';
import { evaluateOffline } from './data/offline.ts';
import { firstSince, trainingPlan } from './data/plan.ts';
import { train } from './data/train.ts';
import { plainWeigher } from './data/weigh.ts';
import { lineageOf } from './delivery/lineage.ts';
import type { ModelLine, ModelSnapshot } from './delivery/registry.ts';
import { servedLine } from './delivery/scope.ts';
import { activeFaults } from './faultState.ts';
import type { FaultOf } from './faults.ts';
import { SURFACE_COUNT } from './presets.ts';
import type { Scope } from './segments.ts';
import { refreshItemPart } from './serving/rank.ts';
import type { World } from './world.ts';

/** Days of rows one training reads. */
const TRAINING_WINDOW_DAYS = 2;

/** Lines that serve anyone now: only those train. */
function inService(world: World, tick: number): boolean[] {
  const used = world.lines.map(() => false);
  if (world.spec.setup.rollouts.length === 0 && world.control.routes.length === 0) {
    used[0] = true;
    return used;
  }
  // A stride over people is enough: a line that serves fewer than one in some hundred has no rows to learn from.
  for (let i = 0; i < world.people.count; i += 7) {
    for (let s = 0; s < SURFACE_COUNT; s++) used[servedLine(world, i, s, tick)] = true;
  }
  return used;
}

/** A version whose recipe differs from the first one's is trained on the shared log before it serves anybody. */
function hasOwnRecipe(world: World, version: string): boolean {
  return world.faults.some(
    (f) => (f.kind === 'shallow-labels' || f.kind === 'label-leak') && f.version === version,
  );
}

/** Does a fault of the training path concern a version? Of a scope only its versions do; others are of people. */
function concerns(scope: Scope | undefined, version: string): boolean {
  return (
    scope === undefined ||
    scope.some((part) => part.model === undefined || part.model.includes(version))
  );
}

/** The nightly run: every line in service learns from yesterday's rows and, unless held, goes into service. */
export function nightlyTraining(world: World, tick: number): void {
  if (world.control.skipTraining) {
    world.events.push({ tick, kind: 'not promoted', text: 'nightly training skipped' });
    return;
  }
  const today = dayOf(tick);
  const chunks = world.chunks.filter((c) => c.day < today && c.day >= today - TRAINING_WINDOW_DAYS);
  const used = inService(world, tick);
  const stalled = activeFaults(world, 'stalled-training', tick);
  for (let l = 0; l < world.lines.length; l++) {
    const line = world.lines[l]!;
    if (line.frozen) continue;
    if (!used[l] && !hasOwnRecipe(world, line.version)) {
      waitingCopy(world, l);
      continue;
    }
    const { version } = line;
    const newest = line.snapshots[line.snapshots.length - 1]!;
    const plan = trainingPlan(world, version, tick, plainWeigher(world), 1);
    // The job succeeds, on a partition it has read before: there is nothing new in it to learn.
    const stuck = stalled.some((f) => concerns(f.scope, version));
    const weights = stuck ? newest.weights : train(newest.weights, chunks, plan);
    const heldOut = chunks[chunks.length - 1];
    const snapshot: ModelSnapshot = {
      id: `${version}.d${today}`,
      trainedTick: tick,
      weights,
      fromDay: stuck ? newest.fromDay : today - TRAINING_WINDOW_DAYS,
      toDay: stuck ? newest.toDay : today - 1,
      rows: chunks.reduce((sum, c) => sum + c.length, 0),
      recipe: 'daily',
      lineage: lineageOf(world, version, weights, tick),
      offline:
        heldOut === undefined
          ? null
          : evaluateOffline(world, version, newest.weights, heldOut, tick),
    };
    line.snapshots.push(snapshot);
    world.events.push({
      tick,
      kind: 'trained',
      text: `${snapshot.id} trained on ${snapshot.rows} rows`,
    });
    promote(world, l, snapshot, tick);
  }
}

/** A version waiting for its launch is trained offline on the same rows: until it serves, it has the first line's weights. */
function waitingCopy(world: World, l: number): void {
  const from = world.lines[0]!;
  if (l === 0) return;
  const line = world.lines[l]!;
  const newest = from.snapshots[from.snapshots.length - 1]!;
  const snapshot: ModelSnapshot = { ...newest, id: newest.id.replace(from.version, line.version) };
  line.snapshots.push(snapshot);
  line.served = snapshot;
  refreshItemPart(world, l);
}

/** Puts a snapshot into service unless promotion is held or the line pinned. */
export function promote(world: World, l: number, snapshot: ModelSnapshot, tick: number): void {
  const line: ModelLine = world.lines[l]!;
  const { control } = world;
  if (!world.spec.setup.autoPromote || control.promotionStopped || control.pinned !== null) {
    world.events.push({ tick, kind: 'not promoted', text: `${snapshot.id} kept out of service` });
    return;
  }
  line.served = snapshot;
  refreshItemPart(world, l);
  world.servingVersion++;
  world.events.push({ tick, kind: 'promoted', text: `${snapshot.id} in service` });
}

/** Minutes after midnight at which the first version of the world trains; a world without rows keeps its priors. */
export function isTrainingMinute(world: World, tick: number): boolean {
  return tick % MINUTES_PER_DAY === world.spec.setup.trainingMinute && tick >= MINUTES_PER_DAY;
}

/** Trains between the nights where a fault has it so. */
export function onlineTraining(world: World, tick: number): void {
  if (world.faults.length === 0 || world.control.skipTraining) return;
  for (const fault of activeFaults(world, 'online-training', tick))
    if ((tick - fault.onset) % fault.minutes === 0) updateOnline(world, fault, tick);
}

/** On the rows of the last window alone, without replay: what is not awake now is not remembered. */
function updateOnline(world: World, fault: FaultOf<'online-training'>, tick: number): void {
  const from = tick - fault.window;
  const chunks = world.chunks.filter((c) => (c.day + 1) * MINUTES_PER_DAY > from);
  const used = inService(world, tick);
  for (let l = 0; l < world.lines.length; l++) {
    const line = world.lines[l]!;
    if (line.frozen || !used[l] || !concerns(fault.scope, line.version)) continue;
    const newest = line.snapshots[line.snapshots.length - 1]!;
    const plan = trainingPlan(world, line.version, tick, plainWeigher(world), fault.speed);
    const first = (chunk: (typeof chunks)[number]): number => firstSince(chunk, from);
    const weights = train(newest.weights, chunks, { ...plan, from: first });
    const snapshot: ModelSnapshot = {
      id: `${line.version}.t${tick}`,
      trainedTick: tick,
      weights,
      fromDay: dayOf(from),
      toDay: dayOf(tick),
      rows: chunks.reduce((sum, c) => sum + c.length - first(c), 0),
      recipe: 'online',
      lineage: lineageOf(world, line.version, weights, tick),
      offline: null,
    };
    line.snapshots.push(snapshot);
    promote(world, l, snapshot, tick);
  }
}
