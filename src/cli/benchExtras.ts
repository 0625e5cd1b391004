/** What else a player waits for, on a world that has run: a checkpoint, a day from one, the panel; and its memory. */
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { forkWorld } from '../sim/fork.ts';
import { ownColumns } from '../sim/ownColumns.ts';
import { advancePair, createPair, forkPair } from '../sim/pair.ts';
import { evaluatePanel } from '../sim/panel/evaluate.ts';
import { drawPanel } from '../sim/panel/members.ts';
import { advance } from '../sim/step.ts';
import type { World } from '../sim/world.ts';
import { benchSpec } from './benchWorld.ts';

const REPEATS = 7;
/** Days of telemetry of the longest case, and minutes between two looks at the panel in it. */
const TELEMETRY_DAYS = 28;
const CADENCE = 120;

export interface ExtraFigures {
  readonly snapshotMs: number;
  /** A checkpoint, and the columns copied by the first of the two worlds that goes on. */
  readonly snapshotOwnMs: number;
  /** A copy of the world and twenty-four hours on. */
  readonly forkDayMs: number;
  readonly panelMs: number;
  readonly panelMembers: number;
}

export function measureExtras(world: World): ExtraFigures {
  const panel = drawPanel(world);
  evaluatePanel(world, panel);
  return {
    snapshotMs: median(() => forkWorld(world)),
    snapshotOwnMs: median(() => ownColumns(forkWorld(world))),
    forkDayMs: median(() => {
      const fork = forkWorld(world);
      advance(fork, fork.tick + MINUTES_PER_DAY);
    }),
    panelMs: median(() => evaluatePanel(world, panel)),
    panelMembers: panel.person.length,
  };
}

/**
 * Runs a pair of worlds to four weeks of telemetry, the last day of it with the twin apart, and takes a copy as a
 * checkpoint would. The caller reads how much memory the process came to hold.
 */
export function holdTelemetry(): void {
  const page = TELEMETRY_DAYS * MINUTES_PER_DAY;
  const spec = benchSpec('standard');
  const onset = page - MINUTES_PER_DAY;
  const pair = createPair(
    {
      ...spec,
      days: TELEMETRY_DAYS + 7,
      setup: { ...spec.setup, pageTick: page },
      faults: [{ id: 'slow', kind: 'latency', onset, form: { shape: 'step' }, ms: 40 }],
    },
    CADENCE,
  );
  advancePair(pair, page);
  const copy = forkPair(pair);
  if (copy.epochs.length === 0) throw new Error('the worlds never parted');
}

function median(act: () => void): number {
  const times = Array.from({ length: REPEATS }, () => {
    const begun = performance.now();
    act();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[REPEATS >> 1]!;
}
