/** What the moves of scripted players were worth given what they had seen, in worlds of an incident. */
import type { BotId } from '../bots/bot.ts';
import { playOut } from '../bots/playOut.ts';
import { roster } from '../bots/roster.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Weighed } from '../analysis/marks/weighing.ts';
import { createWeigher, type Weigher } from '../scoring/decisions.ts';
import { processOf } from '../scoring/process.ts';
import { startRun } from '../session/replay.ts';
import { forkRun } from '../session/run.ts';
import type { MeasuredRow } from './measuredTable.ts';
import { inWorld } from '../scenario/inWorld.ts';

/** Those whose order is required. */
export const PROCESS_BOTS = ['careful-novice', 'lucky-guesser', 'tourist'] as const;

/** 0 to 10, as on the board. */
export interface SeedProcess extends MeasuredRow {
  readonly process: Readonly<Partial<Record<BotId, number>>>;
  /**
   * What the lucky guesser gave away of the stakes by not looking first; 0: of nothing that could be looked at was it
   * worth the minutes.
   */
  readonly guess: number;
}

/**
 * In the small world, a row a seed: what each line costs under each explanation takes a minute to work out, once for all of
 * them. The oracle's line is the first reference: the lucky guesser hits upon that.
 */
export function measureProcess(
  scenario: CompiledScenario,
  seeds: readonly string[],
): SeedProcess[] {
  const { weigh } = createWeigher();
  return seeds.map((seed) => rowOf(scenario, seed, weigh));
}

function rowOf(scenario: CompiledScenario, seed: string, weigh: Weigher['weigh']): SeedProcess {
  const page = startRun(inWorld(scenario, 'check'), seed);
  const [line] = scenario.references;
  if (line === undefined) throw new Error(`${scenario.id} has no reference line.`);
  const process: Partial<Record<BotId, number>> = {};
  let guess = 0;
  for (const id of PROCESS_BOTS) {
    const run = forkRun(page);
    playOut(
      run,
      roster(line).find((bot) => bot.id === id)!,
      seed,
    );
    const weighed = weigh(run);
    process[id] = processOf(weighed);
    if (id === 'lucky-guesser') guess = givenByGuessing(weighed);
  }
  return { scenario: scenario.id, seed, process, guess };
}

function givenByGuessing({ points }: Weighed): number {
  return points.reduce((sum, { best, regret }) => (best === 'look' ? sum + regret : sum), 0);
}
