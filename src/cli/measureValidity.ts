/** The harm that every scripted player leaves behind in one world of an incident. */
import { impactOf, type ScaleHarms } from '../analysis/impact.ts';
import { nothingLine, referenceLine, rollbackLine, yourLine } from '../analysis/lines.ts';
import { recordTwin } from '../analysis/stage.ts';
import type { BotId } from '../bots/bot.ts';
import { playOut } from '../bots/playOut.ts';
import { roster } from '../bots/roster.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { startRun } from '../session/replay.ts';
import { forkRun } from '../session/run.ts';
import type { MeasuredRow } from './measuredTable.ts';
import { inWorld } from '../scenario/inWorld.ts';

/** Harm from the page to the horizon, millions of saves. */
export interface SeedValidity extends MeasuredRow, ScaleHarms {
  readonly bots: Readonly<Partial<Record<BotId, number>>>;
}

/** `only`: not everybody. In the small world; the seed is that of the world and of whoever plays by chance. */
export function measureValidity(
  scenario: CompiledScenario,
  seed: string,
  only?: readonly BotId[],
): SeedValidity {
  const page = startRun(inWorld(scenario, 'check'), seed);
  const { stage } = recordTwin(page);
  const nothing = nothingLine(page, stage).curve.total;
  const rollback = rollbackLine(page, stage).curve.total;
  const [best] = scenario.references
    .map((line) => ({ line, harm: referenceLine(page, stage, line).curve.total }))
    .toSorted((a, b) => a.harm - b.harm);
  if (best === undefined) throw new Error(`${scenario.id} has no reference line.`);
  const bots: Partial<Record<BotId, number>> = {};
  for (const bot of roster(best.line)) {
    if (only !== undefined && !only.includes(bot.id)) continue;
    const run = forkRun(page);
    playOut(run, bot, seed);
    // A world nobody ordered anything in is that of the line in which nothing is done, and is read as often as that.
    bots[bot.id] = run.pair.live.applied.length === 0 ? nothing : yourLine(run, stage).curve.total;
  }
  return { scenario: scenario.id, seed, nothing, rollback, reference: best.harm, bots };
}

/** A player's impact on a seed, on the scale of the debrief. */
export function impactIn(measured: SeedValidity, bot: BotId): number {
  return impactOf(measured.bots[bot] ?? NaN, measured);
}
