/** The fault-free world from the page to the horizon, run once: every line of play is held against this recording. */
import type { Run } from '../session/run.ts';
import { evaluatePanel } from '../sim/panel/evaluate.ts';
import { epochOf, type PanelEpoch, type Track } from '../sim/pair.ts';
import { machinesOf } from '../sim/infra/series.ts';
import { forkWorld } from '../sim/fork.ts';
import { advance } from '../sim/step.ts';
import type { World } from '../sim/world.ts';
import { harmCells, twinCreatorShares, type HarmCells } from './harm.ts';

/** What all lines share: the twin's epochs from the page to the horizon, cells, the grid. */
export interface Stage {
  readonly track: Track;
  readonly cells: HarmCells;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly creatorShares: ReadonlyMap<number, number>;
}

/** Minutes between recorded epochs of the twin, and points of a curve, by clock. */
const GRID = { minutes: 480, days: 4320 } as const;
const STEP = { minutes: 30, days: 720 } as const;

export interface RecordedTwin {
  readonly stage: Stage;
  /** The fault-free world at the horizon. */
  readonly twin: World;
}

/** Runs the twin alone from where the checkpoint stands to the horizon and records it. The checkpoint is left as it is. */
export function recordTwin(checkpoint: Run): RecordedTwin {
  const { pageTick, harmHorizon } = checkpoint.scenario.world;
  const { pair, scenario } = checkpoint;
  const to = pageTick + harmHorizon;
  const twin = forkWorld(pair.twin ?? pair.live);
  const epochs: PanelEpoch[] = [];
  // Where the shift was taken over, the minutes before it have been lived through beside the run.
  const lived = pair.epochs.filter(({ tick }) => tick >= pageTick && tick < twin.tick);
  for (const epoch of lived) epochs.push({ ...epoch, live: epoch.twin });
  for (let { tick } = twin; tick <= to; tick += GRID[scenario.clock]) {
    advance(twin, tick);
    const values = evaluatePanel(twin, pair.panel);
    epochs.push(epochOf(twin, values, values));
  }
  const stage: Stage = {
    track: { epochs, machines: machinesOf(twin) },
    cells: harmCells(pair),
    from: pageTick,
    to,
    step: STEP[scenario.clock],
    creatorShares: twinCreatorShares({ ...pair, twin }),
  };
  return { stage, twin };
}
