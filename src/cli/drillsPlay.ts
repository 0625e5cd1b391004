/** Scripted players in drills of the pool: none may throw, and each case has to come to an end. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BOT_IDS, type BotId } from '../bots/bot.ts';
import { playOut } from '../bots/playOut.ts';
import { roster } from '../bots/roster.ts';
import { loadDrill } from '../drills/loadDrill.ts';
import { drillNamed } from '../drills/nameFormat.ts';
import type { Pool, PoolDrill } from '../drills/pool.ts';
import { startRun } from '../session/replay.ts';
import { forkRun } from '../session/run.ts';

/** What came of the players in one drill. */
export interface PlayedDrill {
  readonly id: string;
  readonly stamp: string;
  /** Players who played it to its closing. */
  readonly players: readonly BotId[];
  /** By player: what was thrown, or that the case stayed open. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Of all players so many, others for the drill at another place: going round, everybody plays as many as anybody. */
export function playersAt(place: number, count: number): BotId[] {
  return Array.from(
    { length: Math.min(count, BOT_IDS.length) },
    (_, k) => BOT_IDS[(place * count + k) % BOT_IDS.length]!,
  );
}

export function playDrill(
  { id, stamp }: Pick<PoolDrill, 'id' | 'stamp'>,
  who: readonly BotId[],
): PlayedDrill {
  const name = drillNamed(id);
  const scenario = name === null ? null : loadDrill(name).scenario;
  if (scenario === null) return { id, stamp, players: [], errors: { nobody: 'cannot be loaded' } };
  const page = startRun(scenario, scenario.defaultSeed);
  const errors: Record<string, string> = {};
  const players: BotId[] = [];
  for (const bot of roster(scenario.references[0]!)) {
    if (!who.includes(bot.id)) continue;
    try {
      const run = forkRun(page);
      playOut(run, bot, scenario.defaultSeed);
      if (run.desk.closed === null) errors[bot.id] = 'the case stays open';
      else players.push(bot.id);
    } catch (error) {
      errors[bot.id] = error instanceof Error ? error.message : String(error);
    }
  }
  return { id, stamp, players, errors };
}

export interface Playing {
  /** Drills, from the first of the pool. */
  readonly count: number;
  /** Players of each. */
  readonly players: number;
  readonly minutes: number;
  readonly folder: string;
}

/** What was played is kept, and not played again. Gives the exit code. */
export function playDrills(pool: Pool, playing: Playing, json: boolean): number {
  const { count, players, minutes, folder } = playing;
  const kept = join(folder, 'played');
  mkdirSync(kept, { recursive: true });
  const until = Date.now() + 60_000 * minutes;
  const played: PlayedDrill[] = [];
  for (const [place, drill] of pool.drills.slice(0, count).entries()) {
    const who = playersAt(place, players);
    const known = keptPlay(join(kept, `${drill.id}.json`), drill.stamp);
    const missing = who.filter((id) => known?.players.includes(id) !== true);
    if (missing.length > 0 && Date.now() >= until) break;
    const found = missing.length === 0 ? known! : playDrill(drill, missing);
    const all = { ...found, players: [...new Set([...(known?.players ?? []), ...found.players])] };
    if (missing.length > 0)
      writeFileSync(join(kept, `${drill.id}.json`), `${JSON.stringify(all)}\n`);
    played.push({ ...all, players: all.players.filter((id) => who.includes(id)) });
    console.error(`${played.length} of ${count}: ${drill.id} by ${who.join(', ')}`);
  }
  const wrong = played.filter(({ errors }) => Object.keys(errors).length > 0);
  for (const { id, errors } of wrong) console.log(`${id}: ${JSON.stringify(errors)}`);
  const plays = played.reduce((sum, p) => sum + p.players.length, 0);
  console.log(
    `${played.length} drills, ${plays} plays by scripted players to their end, errors in ${wrong.length} drills`,
  );
  if (json)
    console.log(JSON.stringify({ played: { drills: played.length, plays, errors: wrong.length } }));
  return wrong.length > 0 || played.length < Math.min(count, pool.drills.length) ? 1 : 0;
}

function keptPlay(file: string, stamp: string): PlayedDrill | null {
  if (!existsSync(file)) return null;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as PlayedDrill;
  // What went wrong is tried again.
  return kept.stamp === stamp && Object.keys(kept.errors).length === 0 ? kept : null;
}
