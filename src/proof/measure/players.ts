/** The scripted players who need not look: what panic comes to in one world, and what care does beside it. */
import { nothingLine, yourLine } from '../../analysis/lines.ts';
import { recordTwin } from '../../analysis/stage.ts';
import type { BotId } from '../../bots/bot.ts';
import { playOut } from '../../bots/playOut.ts';
import { roster } from '../../bots/roster.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { startRun } from '../../session/replay.ts';
import { forkRun } from '../../session/run.ts';
import { inWorld } from '../../scenario/inWorld.ts';

/** Players whose moves do not depend on what they see. */
export const PANICKED = [
  'waiter',
  'roller-back',
  'shotgun',
  'random',
] as const satisfies readonly BotId[];

export interface PlayersEvidence {
  readonly seed: string;
  /** Harm from the page to the horizon, millions of saves, by player. */
  readonly harms: Readonly<Record<string, number>>;
}

/** In the small world. */
export function measurePlayers(scenario: CompiledScenario, seed: string): PlayersEvidence {
  const page = startRun(inWorld(scenario, 'check'), seed);
  const { stage } = recordTwin(page);
  const [line] = scenario.references;
  if (line === undefined) throw new Error(`${scenario.id} has no reference line.`);
  const harms: Record<string, number> = {};
  for (const bot of roster(line)) {
    if (![...PANICKED, 'careful-novice'].includes(bot.id)) continue;
    const run = forkRun(page);
    playOut(run, bot, seed);
    harms[bot.id] = (
      run.pair.live.applied.length === 0 ? nothingLine(page, stage) : yourLine(run, stage)
    ).curve.total;
  }
  return { seed, harms };
}
