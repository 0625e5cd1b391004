/** Scripted players in drills of the pool: none may throw, and each case has to come to an end. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  readonly players: number;
  /** By player: what was thrown, or that the case stayed open. */
  readonly errors: Readonly<Record<string, string>>;
}

export function playDrill({ id, stamp }: Pick<PoolDrill, 'id' | 'stamp'>): PlayedDrill {
  const name = drillNamed(id);
  const scenario = name === null ? null : loadDrill(name).scenario;
  if (scenario === null) return { id, stamp, players: 0, errors: { nobody: 'cannot be loaded' } };
  const page = startRun(scenario, scenario.defaultSeed);
  const errors: Record<string, string> = {};
  let players = 0;
  for (const bot of roster(scenario.references[0]!)) {
    try {
      const run = forkRun(page);
      playOut(run, bot, scenario.defaultSeed);
      if (run.desk.closed === null) errors[bot.id] = 'the case stays open';
      else players++;
    } catch (error) {
      errors[bot.id] = error instanceof Error ? error.message : String(error);
    }
  }
  return { id, stamp, players, errors };
}

/** Plays the first `count` of the pool, every difficulty in turn; what was played is kept. Gives the exit code. */
export function playDrills(
  pool: Pool,
  count: number,
  minutes: number,
  folder: string,
  json: boolean,
): number {
  const kept = join(folder, 'played');
  mkdirSync(kept, { recursive: true });
  const until = Date.now() + 60_000 * minutes;
  const played: PlayedDrill[] = [];
  for (const drill of pool.drills.slice(0, count)) {
    const file = join(kept, `${drill.id}.json`);
    const before = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as PlayedDrill)
      : null;
    if (before?.stamp !== drill.stamp && Date.now() >= until) break;
    const now = before?.stamp === drill.stamp ? before : playDrill(drill);
    if (now !== before) writeFileSync(file, `${JSON.stringify(now)}\n`);
    played.push(now);
    console.error(`${played.length} of ${count}: ${drill.id}, ${now.players} players`);
  }
  const wrong = played.filter(({ errors }) => Object.keys(errors).length > 0);
  for (const { id, errors } of wrong) console.log(`${id}: ${JSON.stringify(errors)}`);
  const plays = played.reduce((sum, p) => sum + p.players, 0);
  console.log(
    `${played.length} drills played by ${plays} scripted players to the end, ${wrong.length} drills with errors`,
  );
  if (json)
    console.log(JSON.stringify({ played: { drills: played.length, plays, errors: wrong.length } }));
  return wrong.length > 0 || played.length < Math.min(count, pool.drills.length) ? 1 : 0;
}
