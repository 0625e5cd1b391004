/** Scheduled work: the refresh of features and the turn of the day. Training is in `training.ts`. */
import { fastLog } from '../determinism/fastMath.ts';
import { tallyAlike } from './alike/tally.ts';
import { dayOf } from './clock.ts';
import { COUNTER_DECAY, decayCounters, refreshFeatures } from './data/counters.ts';
import { closeDiary } from './data/diary.ts';
import { createChunk, renewChunk } from './data/rows.ts';
import { activeFaults } from './faultState.ts';
import { uploadDay } from './ideas/catalogue.ts';
import { C_WEAR, CHARM } from './ideas/ideas.ts';
import { intakeOf, noteExposure } from './ideas/supply.ts';
import { isOwned, own } from './owned.ts';
import { runBots } from './people/bots.ts';
import { signUpDay } from './people/signups.ts';
import { scheduleDay } from './people/visits.ts';
import { visitsByRegion } from './season.ts';
import { buildIndex } from './serving/index.ts';
import { refreshPopular } from './serving/popular.ts';
import { judge } from './serving/verdicts.ts';
import { refreshItemPart } from './serving/rank.ts';
import { closeTally } from './telemetry/closeTally.ts';
import { emptyTally } from './telemetry/tally.ts';
import type { World } from './world.ts';

/** Minutes between refreshes of counters into features. */
export const REFRESH_MINUTES = 120;
/** Exposure at which an idea starts to wear out, relative to the mean. */
const WEAR_FROM = 4;
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
  if (tick % REFRESH_MINUTES === 0 && tick > 0) runBots(world, tick, REFRESH_MINUTES);
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
    ideas.charm[i * CHARM + C_WEAR] =
      ideas.shown[i]! > wearFrom ? fastLog(ideas.shown[i]! / wearFrom) : 0;
  if (activeFaults(world, 'stale-features', tick).length === 0)
    refreshFeatures(
      world.scratch.features,
      counters,
      n,
      ideas.birthDay,
      dayOf(tick),
      exponent === null,
      meanSaves,
    );
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
  closeDiary(world, tick);
  world.tallies = [...world.tallies, world.today];
  world.today = tallyAlike(emptyTally(day));
  noteExposure(world.ideas, world.counters.servedToday, day - 1);
  decayCounters(world.counters, world.ideas.count);
  for (let i = 0; i < world.ideas.count; i++)
    world.ideas.shown[i] = world.ideas.shown[i]! * COUNTER_DECAY;
  const before = world.ideas.count;
  uploadDay(
    world.keys.uploads,
    world.ideas,
    world.encoder,
    world.preset,
    day,
    intakeOf(world, tick),
  );
  judge(world.keys.verdicts, world.ideas, before);
  signUpDay(world, tick);
  if (activeFaults(world, 'stale-index', tick).length === 0)
    world.index = buildIndex(world.ideas, tick, day);
  world.schedule = scheduleDay(world.keys.visits, world.people, day, visitsByRegion(world, day));
  const kept = world.chunks.slice(-(CHUNKS_KEPT - 1));
  const [oldest] = world.chunks;
  const room = world.preset.sessionsPerDay * 14;
  const isDone = oldest !== undefined && !kept.includes(oldest) && isOwned(oldest);
  const fits = isDone && oldest.weight.length === room;
  world.chunks = [...kept, own(fits ? renewChunk(oldest, day) : createChunk(day, room))];
}
