/** The harm of every line of play of an incident in one world: what the order of incidents is judged by. */
import { everythingLine, nothingLine, referenceLine, rollbackLine } from '../analysis/lines.ts';
import { recordTwin } from '../analysis/stage.ts';
import type { CompiledScenario, PlayLine } from '../scenario/compiled.ts';
import { startRun } from '../session/replay.ts';
import { inWorld, type PresetId } from '../scenario/inWorld.ts';

/** Harm from the page to the horizon, millions of saves. */
export interface LineHarm {
  readonly line: string;
  readonly harm: number;
}

export interface SeedOrders {
  readonly scenario: string;
  readonly seed: string;
  readonly nothing: number;
  readonly rollback: number;
  /** The best of the reference lines. */
  readonly reference: number;
  readonly references: readonly LineHarm[];
  readonly wrong: readonly LineHarm[];
  /** Null where it was not asked for. */
  readonly everything: number | null;
}

export function measureOrders(
  scenario: CompiledScenario,
  seed: string,
  preset: PresetId = 'check',
  everything = false,
): SeedOrders {
  const page = startRun(inWorld(scenario, preset), seed);
  const { stage } = recordTwin(page);
  const harmOf = (line: PlayLine): LineHarm => ({
    line: line.id,
    harm: referenceLine(page, stage, line).curve.total,
  });
  const references = scenario.references.map(harmOf);
  return {
    scenario: scenario.id,
    seed,
    nothing: nothingLine(page, stage).curve.total,
    rollback: rollbackLine(page, stage).curve.total,
    reference: Math.min(...references.map((r) => r.harm)),
    references,
    wrong: scenario.wrong.map(harmOf),
    everything: everything ? everythingLine(page, stage).curve.total : null,
  };
}
