/**
 * The live world beside its fault-free twin, both on the same random numbers, and the panel epochs that compare them.
 *
 * Until the first fault (or the first rollout stage that comes with it) the two are one world, run once. The twin has
 * no faults, no interventions, and its rollouts stand where they stood then: it is Corkboard had nothing changed.
 */
import { copyControl, type Control } from './delivery/control.ts';
import { firstOnset } from './faultState.ts';
import type { Fault } from './faults.ts';
import { machinesOf, type Machines } from './infra/series.ts';
import { forkWorld } from './fork.ts';
import { rolloutShare } from './delivery/routing.ts';
import { evaluatePanel, type PanelValues } from './panel/evaluate.ts';
import { nextRobot, watchRobots } from './delivery/robots.ts';
import { drawPanel, type Panel } from './panel/members.ts';
import { createSlots, type PanelSlots } from './panel/slots.ts';
import { advance } from './step.ts';
import type { WorldSpec } from './spec.ts';
import { createWorld, type World } from './world.ts';
import { MINUTES_PER_DAY } from './clock.ts';

export interface PanelEpoch {
  readonly tick: number;
  /** What was set and what acted then: who is reached is asked of it, however things stand now. */
  readonly control: Control;
  readonly faults: readonly Fault[];
  readonly live: PanelValues;
  readonly twin: PanelValues;
}

export interface Pair {
  readonly spec: WorldSpec;
  readonly panel: Panel;
  /** First minute at which the worlds may differ. */
  readonly forkTick: number;
  live: World;
  /** Null while the two are one. */
  twin: World | null;
  /** Oldest first. */
  epochs: readonly PanelEpoch[];
  /** Minutes between epochs when nothing else calls for one. */
  cadence: number;
  /**
   * The twin recorded on another pair: what-if lines share one twin, which no command can touch, and run the live world
   * alone; a twin of theirs stands where they began. Null: this pair runs its own.
   */
  readonly track: Track | null;
}

/** What is kept of a fault-free world that was run on. */
export interface Track {
  readonly epochs: readonly PanelEpoch[];
  readonly machines: Machines;
}

/** The fault-free world of a pair, as others may go on beside it. */
export function trackOf({ epochs, twin, live }: Pair): Track {
  return { epochs, machines: machinesOf(twin ?? live) };
}

/** What the machines of the fault-free world recorded, as far as anybody ran it. */
export function usualMachines({ track, twin, live }: Pair): Machines {
  return track?.machines ?? machinesOf(twin ?? live);
}

/** When the worlds part: a minute before the first fault or the last stages of a rollout that accompanies it. */
export function forkTickOf(spec: WorldSpec): number {
  let fork = firstOnset(spec.faults);
  // A rollout of the last three days is part of what happened, guilty or not: the twin must not have it.
  const recent = spec.setup.pageTick - 3 * MINUTES_PER_DAY;
  for (const rollout of spec.setup.rollouts)
    for (const stage of rollout.stages) if (stage.tick >= recent) fork = Math.min(fork, stage.tick);
  return Math.max(1, Math.min(fork, spec.setup.pageTick));
}

/** Minutes between epochs where what is wrong follows the load. */
const LOAD_CADENCE = 240;

export function createPair(spec: WorldSpec, cadence: number): Pair {
  const live = createWorld(spec);
  return {
    spec,
    panel: drawPanel(live),
    forkTick: forkTickOf(spec),
    live,
    twin: null,
    epochs: [],
    cadence,
    track: null,
  };
}

/** Minutes at which what is served changes on a schedule: stages, fault onsets, trainings, and the panel's own cadence. */
function nextBoundary(pair: Pair, from: number): number {
  const { setup, faults } = pair.spec;
  let next = from - (from % pair.cadence) + pair.cadence;
  const consider = (tick: number): void => {
    if (tick > from && tick < next) next = tick;
  };
  for (const rollout of setup.rollouts)
    for (const stage of rollout.stages) consider(stage.tick + 1);
  for (const fault of faults) {
    consider(fault.onset + 1);
    if (fault.until !== undefined) consider(fault.until + 1);
  }
  // What comes and goes with the day's load is not seen at six and at noon.
  if (faults.some((fault) => fault.kind === 'fails-open'))
    consider(from - (from % LOAD_CADENCE) + LOAD_CADENCE);
  const day = from - (from % MINUTES_PER_DAY);
  // Where an epoch a day is enough, the night's new weights wait for it.
  if (pair.cadence < MINUTES_PER_DAY) consider(day + setup.trainingMinute + 1);
  if (pair.cadence < MINUTES_PER_DAY) consider(day + MINUTES_PER_DAY + setup.trainingMinute + 1);
  // What reloading hosts cost must not be taken for what the hour cost.
  consider(pair.live.infra.coldUntil + 1);
  for (const applied of pair.live.applied)
    if (applied.state === 'under way') consider(applied.effectTick + 1);
  consider(nextRobot(pair));
  return next;
}

/** Advances both worlds. `onStep` is told the minute reached, for progress. */
export function advancePair(pair: Pair, tick: number, onStep?: (tick: number) => void): void {
  while (pair.live.tick < tick) {
    const before = pair.live.tick;
    if (pair.twin === null) {
      const target = Math.min(tick, pair.forkTick, before + MINUTES_PER_DAY / 2);
      advance(pair.live, target);
      if (pair.live.tick === pair.forkTick) part(pair);
    } else {
      const boundary = nextBoundary(pair, before);
      const target = Math.min(tick, boundary);
      advance(pair.live, target);
      if (pair.track === null) advance(pair.twin, target);
      if (target === boundary) {
        measure(pair);
        watchRobots(pair);
      }
    }
    onStep?.(pair.live.tick);
  }
}

/** The fork: from here on the twin is a world of its own. */
function part(pair: Pair): void {
  const twin = forkWorld(pair.live, []);
  for (const rollout of pair.spec.setup.rollouts)
    twin.control.held[rollout.id] = rolloutShare(rollout, pair.forkTick - 1, twin.control);
  pair.twin = twin;
  measure(pair);
}

/** Takes a panel epoch now. */
export function measure(pair: Pair): void {
  if (pair.twin === null) return;
  // What-if lines are read for harm alone: nobody cuts them by ideas.
  const slots = (): PanelSlots | null =>
    pair.track === null ? createSlots(pair.panel.person.length) : null;
  const live = evaluatePanel(pair.live, pair.panel, undefined, undefined, slots());
  const twin =
    pair.track === null
      ? evaluatePanel(pair.twin, pair.panel, undefined, undefined, slots())
      : nearest(pair.track, pair.live.tick);
  pair.epochs = [...pair.epochs, epochOf(pair.live, live, twin)];
}

/** The values of two panels as an epoch of a world as it stands. */
export function epochOf(world: World, live: PanelValues, twin: PanelValues): PanelEpoch {
  const { tick, control, faults } = world;
  return { tick, control: copyControl(control), faults, live, twin };
}

/** The last recorded twin at or before a minute, else the first. The twin changes slowly: nobody touches it. */
function nearest({ epochs }: Track, tick: number): PanelValues {
  let found = epochs[0]!;
  for (const epoch of epochs) if (epoch.tick <= tick) found = epoch;
  return found.twin;
}

/** A copy that runs the live world alone, against a twin already recorded. */
export function forkLive(pair: Pair, track: Track): Pair {
  return { ...pair, live: forkWorld(pair.live), track };
}

/** A copy that goes its own way; epochs so far are shared. */
export function forkPair(pair: Pair): Pair {
  return {
    ...pair,
    live: forkWorld(pair.live),
    twin: pair.twin === null ? null : forkWorld(pair.twin),
  };
}
