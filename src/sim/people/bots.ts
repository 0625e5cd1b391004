/**
 * Automated accounts: young, on the web, day and night alike. They save ideas of a few creators without looking at
 * anything else. The platform counts what they do like anybody's; people meet the consequences.
 */
import { intBelow, uniform } from '../../determinism/random.ts';
import { dayOf, minuteOfDay, MINUTES_PER_DAY } from '../clock.ts';
import { FLAG_BOT, LABEL_SAVE, pushRow, R_OFFSET, ROW_FLOATS } from '../data/rows.ts';
import { inScope } from '../delivery/scope.ts';
import { actingSize } from '../faultState.ts';
import type { FaultOf } from '../faults.ts';
import { HOME } from '../presets.ts';
import { PLATFORMS } from '../segments.ts';
import type { World } from '../world.ts';
import { isMember } from './membership.ts';

/** Impressions and saves of `minutes`, where bots are at work. Call once for every such span. */
export function runBots(world: World, tick: number, minutes: number): void {
  if (world.faults.length === 0) return;
  for (const fault of world.faults) {
    if (fault.kind !== 'save-bots') continue;
    const size = actingSize(world.control, fault, tick);
    if (size === 0) continue;
    const ideas = targets(world, fault);
    const mean = (savesADay(world, fault, tick) * size * minutes) / MINUTES_PER_DAY;
    const n =
      Math.floor(mean) + (uniform(world.keys.logging, tick, 950) < mean - Math.floor(mean) ? 1 : 0);
    for (let k = 0; k < n && ideas.length > 0; k++)
      save(world, ideas[intBelow(world.keys.logging, ideas.length, tick, k, 951)]!, tick);
  }
}

/** Saves of an average visit. Design value. */
export const SAVES_PER_SESSION = 0.78;

/** Saves a simulated day at full size. */
function savesADay(world: World, fault: FaultOf<'save-bots'>, tick: number): number {
  if (fault.times === undefined) return fault.savesPerDay ?? 0;
  const own = world.preset.sessionsPerDay * SAVES_PER_SESSION * shareOnWeb(world, fault, tick);
  return fault.times * own;
}

/** Part of today's people that is in the fault's scope and on the web. */
function shareOnWeb(world: World, fault: FaultOf<'save-bots'>, tick: number): number {
  const { people } = world;
  const day = dayOf(tick);
  let all = 0;
  let there = 0;
  for (let i = 0; i < people.count; i++) {
    if (!isMember(people, i, day)) continue;
    all++;
    if (PLATFORMS[people.platform[i]!] !== 'web') continue;
    if (fault.scope === undefined || inScope(world, fault.scope, i, HOME, tick)) there++;
  }
  return all === 0 ? 0 : there / all;
}

/** Live ideas of the creators they push: the same few from first to last. */
function targets(world: World, fault: FaultOf<'save-bots'>): number[] {
  const { ideas } = world;
  const total = ideas.creatorTier.length;
  const wanted =
    fault.times === undefined
      ? fault.creators
      : Math.max(1, Math.round((fault.creators * total) / 1_000));
  const chosen = new Set<number>();
  for (let k = 0; chosen.size < Math.min(wanted, total) && k < 50 * total; k++)
    chosen.add(intBelow(world.keys.uploads, total, 952, k));
  const found: number[] = [];
  for (let i = 0; i < ideas.count; i++)
    if (ideas.live[i] === 1 && chosen.has(ideas.creator[i]!)) found.push(i);
  return found;
}

function save(world: World, idea: number, tick: number): void {
  const { counters, ideas, today } = world;
  today.botSaves++;
  if (world.control.spamRule !== null) return;
  counters.saves[idea] = counters.saves[idea]! + 1;
  counters.exposures[idea] = counters.exposures[idea]! + 1;
  counters.botSaves[idea] = counters.botSaves[idea]! + 1;
  const chunk = world.chunks[world.chunks.length - 1]!;
  const r = pushRow(chunk);
  chunk.idea[r] = idea;
  chunk.minute[r] = minuteOfDay(tick);
  const f = r * ROW_FLOATS;
  chunk.features.fill(0, f, f + ROW_FLOATS);
  chunk.features[f + 4] = counters.logRate[idea]!;
  chunk.features[f + 5] = counters.logCloseup[idea]!;
  chunk.features[f + 6] = counters.freshness[idea]!;
  chunk.features[f + 7] = counters.logExposure[idea]!;
  chunk.features[f + R_OFFSET] = 0;
  chunk.weight[r] = 1;
  // Nothing was stated for it; NaN keeps it out of every calibration.
  chunk.predicted[r] = NaN;
  chunk.topic[r] = ideas.topic[idea]!;
  chunk.tier[r] = ideas.creatorTier[ideas.creator[idea]!]!;
  chunk.build[r] = Math.max(
    0,
    world.spec.setup.builds.findIndex((b) => b.platform === PLATFORMS[2]),
  );
  chunk.labels[r] = LABEL_SAVE;
  chunk.delay[r] = 0;
  chunk.flags[r] = FLAG_BOT;
}

/** Takes what bots did out of the live counters, once a rule names them. */
export function forgetBots(world: World): void {
  const { counters } = world;
  for (let i = 0; i < world.ideas.count; i++) {
    const n = counters.botSaves[i]!;
    if (n === 0) continue;
    counters.saves[i] = Math.max(0, counters.saves[i]! - n);
    counters.exposures[i] = Math.max(0, counters.exposures[i]! - n);
    counters.botSaves[i] = 0;
  }
}
