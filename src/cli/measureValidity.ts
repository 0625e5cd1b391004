/** The harm that every scripted player leaves behind in one world of an incident. */
import { impactOf, type ScaleHarms } from '../analysis/impact.ts';
import {
  nothingLine,
  referenceLine,
  rollbackLine,
  yourLine,
  type Line,
} from '../analysis/lines.ts';
import { REWEIGHED, reweighedTotals } from '../analysis/reweighed.ts';
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
export interface Harms extends ScaleHarms {
  readonly bots: Readonly<Partial<Record<BotId, number>>>;
}

export interface SeedValidity extends MeasuredRow, Harms {
  /** With one weight of harm halved or doubled, by name of the weights. */
  readonly reweighed: Readonly<Record<string, Harms>>;
}

/** `only`: not everybody. In the small world; the seed is that of the world and of whoever plays by chance. */
export function measureValidity(
  scenario: CompiledScenario,
  seed: string,
  only?: readonly BotId[],
): SeedValidity {
  const page = startRun(inWorld(scenario, 'check'), seed);
  const { stage } = recordTwin(page);
  const measured = (line: Line): Measured => ({
    harm: line.curve.total,
    reweighed: reweighedTotals(line.end, stage),
  });
  const nothing = measured(nothingLine(page, stage));
  const rollback = measured(rollbackLine(page, stage));
  const references = scenario.references.map((line) => ({
    line,
    ...measured(referenceLine(page, stage, line)),
  }));
  const [best] = references.toSorted((a, b) => a.harm - b.harm);
  if (best === undefined) throw new Error(`${scenario.id} has no reference line.`);
  const bots: [BotId, Measured][] = [];
  for (const bot of roster(best.line)) {
    if (only !== undefined && !only.includes(bot.id)) continue;
    const run = forkRun(page);
    playOut(run, bot, seed);
    // A world nobody ordered anything in is that of the line in which nothing is done, and is read as often as that.
    const acted = run.pair.live.applied.length > 0;
    bots.push([bot.id, acted ? measured(yourLine(run, stage)) : nothing]);
  }
  const harms = (of: (measured: Measured) => number): Harms => ({
    nothing: of(nothing),
    rollback: of(rollback),
    reference: Math.min(...references.map(of)),
    bots: Object.fromEntries(bots.map(([id, line]) => [id, of(line)])),
  });
  return {
    scenario: scenario.id,
    seed,
    ...harms(({ harm }) => harm),
    reweighed: Object.fromEntries(
      [...REWEIGHED.keys()].map((name) => [name, harms(({ reweighed }) => reweighed.get(name)!)]),
    ),
  };
}

interface Measured {
  readonly harm: number;
  readonly reweighed: ReadonlyMap<string, number>;
}

/** A row as it would be under other weights, by their name. */
export function rowUnder(measured: SeedValidity, weights: string): SeedValidity {
  return { ...measured, ...measured.reweighed[weights]! };
}

/** A player's impact on a seed, on the scale of the debrief. */
export function impactIn(measured: SeedValidity, bot: BotId): number {
  return impactOf(measured.bots[bot] ?? NaN, measured);
}
