/** Scheduled work: the refresh of features, the turn of the day, the nightly training and what follows from it. */
import { log } from '../determinism/math.ts';
import { dayOf, MINUTES_PER_DAY } from './clock.ts';
import { COUNTER_DECAY, decayCounters, refreshFeatures } from './data/counters.ts';
import { createChunk } from './data/rows.ts';
import { train } from './data/train.ts';
import { plainWeigher } from './data/weigh.ts';
import { servedLine } from './delivery/scope.ts';
import type { ModelLine, ModelSnapshot } from './delivery/registry.ts';
import { activeFaults } from './faultState.ts';
import { uploadDay } from './ideas/catalogue.ts';
import { SURFACE_COUNT } from './presets.ts';
import { scheduleDay } from './people/visits.ts';
import { buildIndex } from './serving/index.ts';
import { refreshPopular } from './serving/popular.ts';
import { refreshItemPart } from './serving/rank.ts';
import { fitTrees } from './serving/treesFit.ts';
import { closeTally } from './telemetry/closeTally.ts';
import { emptyTally } from './telemetry/tally.ts';
import type { World } from './world.ts';

/** Minutes between refreshes of counters into features. */
export const REFRESH_MINUTES = 120;
/** Exposure at which an idea starts to wear out, relative to the mean. */
const WEAR_FROM = 4;
/** Days of rows one training reads. */
const TRAINING_WINDOW_DAYS = 2;
/** Days of chunks kept. */
const CHUNKS_KEPT = 4;

/** Is a popularity fault in force, and with what exponent? Null: counts are normalised. */
export function popularityExponent(world: World, tick: number): number | null {
  if (world.control.normalise) return null;
  const active = activeFaults(world, 'unnormalised-popularity', tick);
  return active.length === 0 ? null : Math.max(...active.map((f) => f.exponent));
}

/** Counters → features → item parts and the popular table. */
export function refresh(world: World, tick: number): void {
  const { counters, ideas } = world;
  const n = ideas.count;
  const exponent = popularityExponent(world, tick);
  let saves = 0;
  let shown = 0;
  let live = 0;
  for (let i = 0; i < n; i++) {
    if (ideas.live[i] === 0) continue;
    live++;
    saves += counters.saves[i]!;
    shown += ideas.shown[i]!;
  }
  const meanSaves = saves / Math.max(1, live);
  const wearFrom = (WEAR_FROM * shown) / Math.max(1, live);
  for (let i = 0; i < n; i++)
    ideas.wear[i] = ideas.shown[i]! > wearFrom ? log(ideas.shown[i]! / wearFrom) : 0;
  if (activeFaults(world, 'stale-features', tick).length === 0)
    refreshFeatures(counters, n, ideas.birthDay, dayOf(tick), exponent === null, meanSaves);
  refreshPopular(
    world.popular,
    ideas,
    counters,
    exponent,
    world.control.cap ?? Infinity,
    world.scratch.weight,
  );
  for (let l = 0; l < world.lines.length; l++) refreshItemPart(world, l);
}

/** Midnight UTC: the day's figures are closed, counters decay, uploads arrive, the index is rebuilt, visits are drawn. */
export function turnDay(world: World, tick: number): void {
  const day = dayOf(tick);
  closeTally(world, world.today);
  world.tallies = [...world.tallies, world.today];
  world.today = emptyTally(day);
  decayCounters(world.counters, world.ideas.count);
  for (let i = 0; i < world.ideas.count; i++)
    world.ideas.shown[i] = world.ideas.shown[i]! * COUNTER_DECAY;
  uploadDay(world.keys.uploads, world.ideas, world.encoder, world.preset, day);
  if (activeFaults(world, 'stale-index', tick).length === 0)
    world.index = buildIndex(world.ideas, tick, day);
  world.schedule = scheduleDay(world.keys.visits, world.people, day);
  world.chunks = [
    ...world.chunks.slice(-(CHUNKS_KEPT - 1)),
    createChunk(day, world.preset.sessionsPerDay * 14),
  ];
}

/** Lines that serve anyone now: only those train. */
function inService(world: World, tick: number): boolean[] {
  const used = world.lines.map(() => false);
  // A stride over people is enough: a line that serves fewer than one in some hundred has no rows to learn from.
  for (let i = 0; i < world.people.count; i += 7) {
    for (let s = 0; s < SURFACE_COUNT; s++) used[servedLine(world, i, s, tick)] = true;
  }
  return used;
}

/** The nightly run: every line in service learns from yesterday's rows and, unless held, goes into service. */
export function nightlyTraining(world: World, tick: number): void {
  if (world.control.skipTraining) {
    world.events.push({ tick, kind: 'not promoted', text: 'nightly training skipped' });
    return;
  }
  const today = dayOf(tick);
  const chunks = world.chunks.filter((c) => c.day < today && c.day >= today - TRAINING_WINDOW_DAYS);
  const weigh = plainWeigher(world);
  const used = inService(world, tick);
  for (let l = 0; l < world.lines.length; l++) {
    const line = world.lines[l]!;
    if (line.frozen) continue;
    if (!used[l]) {
      waitingCopy(world, l);
      continue;
    }
    const newest = line.snapshots[line.snapshots.length - 1]!;
    const weights = train(newest.weights, chunks, { weigh, speed: 1 });
    const rows = chunks.reduce((sum, c) => sum + c.length, 0);
    const snapshot: ModelSnapshot = {
      id: `${line.version}.d${today}`,
      trainedTick: tick,
      weights,
      fromDay: today - TRAINING_WINDOW_DAYS,
      toDay: today - 1,
      rows,
      recipe: 'daily',
    };
    line.snapshots.push(snapshot);
    world.events.push({ tick, kind: 'trained', text: `${snapshot.id} trained on ${rows} rows` });
    promote(world, l, snapshot, tick);
  }
}

/** Days between fits of the light ranker, and days of rows one of them reads. */
const LIGHT_EVERY_DAYS = 7;

/** The light ranker's own job: a fit on the first rows there are, then one a week. */
export function lightTraining(world: World, tick: number): void {
  const today = dayOf(tick);
  const { fittedDay } = world.light;
  if (fittedDay >= 0 && today - fittedDay < LIGHT_EVERY_DAYS) return;
  const fitted = fitTrees(
    world.chunks.filter((chunk) => chunk.day < today),
    today,
  );
  if (fitted === null) return;
  world.light = fitted;
  world.servingVersion++;
  world.events.push({ tick, kind: 'trained', text: `light ranker fitted on ${fitted.rows} rows` });
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
