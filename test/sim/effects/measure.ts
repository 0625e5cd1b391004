/** What effect tests measure on a world and its fault-free twin: paired changes of expected values, per cent as shares. */
import type { Fault } from '../../../src/sim/faults.ts';
import type { InterventionSpec } from '../../../src/sim/interventions.ts';
import type { Pair, PanelEpoch } from '../../../src/sim/pair.ts';
import type { PanelValues } from '../../../src/sim/panel/evaluate.ts';
import type { Panel } from '../../../src/sim/panel/members.ts';
import type { WorldSetup } from '../../../src/sim/setup.ts';
import type { World } from '../../../src/sim/world.ts';
import { sim } from '../compiled.ts';

const { VALUE_COUNT, SURFACE_COUNT, V_IMPRESSIONS } = sim;

export type Select = (person: number, surface: number) => boolean;
export const everyone: Select = () => true;

/** Orders given on the way: [minute, what]. */
export type Orders = readonly (readonly [tick: number, spec: InterventionSpec])[];

export const step = { shape: 'step' } as const;

/** Pairs of which only the newest epoch is looked at need none on the way. */
const RARELY = 1_000 * sim.DAY;

/** Worlds where nothing goes wrong, by seed, minute and setup: run once for a test file, and never advanced. */
const sound = new Map<string, { readonly setup: string; readonly world: World }>();

function soundAt(seed: string, tick: number, setup: Partial<WorldSetup>): World {
  const of = JSON.stringify([seed, setup]);
  const id = `${tick}/${of}`;
  const known = sound.get(id);
  if (known !== undefined) return known.world;
  const earlier = [...sound.values()]
    .filter((kept) => kept.setup === of && kept.world.tick < tick)
    .sort((a, b) => b.world.tick - a.world.tick)[0];
  const world =
    earlier === undefined ? sim.createWorld(sim.spec(seed, setup)) : sim.forkWorld(earlier.world);
  sim.advance(world, tick);
  sound.set(id, { setup: of, world });
  return world;
}

/** What the panel expects of a sound world: as often wanted as the world, and evaluated once. */
const calm = new Map<World, PanelValues>();

function calmAt(seed: string, tick: number, setup: Partial<WorldSetup>, panel: Panel): PanelEpoch {
  const world = soundAt(seed, tick, setup);
  let values = calm.get(world);
  if (values === undefined) {
    values = sim.evaluatePanel(world, panel);
    calm.set(world, values);
  }
  return { ...sim.epochOf(world, values, values), tick };
}

/** A pair at the minute where its worlds part, beside the recorded epochs of its twin. */
function parted(
  seed: string,
  faults: readonly Fault[],
  fork: number,
  tick: number,
  setup: Partial<WorldSetup>,
  epochs: readonly number[],
): Pair {
  const before = soundAt(seed, fork, setup);
  const panel = sim.drawPanel(before);
  const twin = soundAt(seed, tick, setup);
  return {
    spec: { ...before.spec, faults },
    panel,
    forkTick: fork,
    live: sim.forkWorld(before, faults),
    twin,
    epochs: [],
    cadence: RARELY,
    track: {
      epochs: epochs.map((at) => calmAt(seed, at, setup, panel)),
      machines: sim.machinesOf(twin),
    },
  };
}

/**
 * A pair advanced to a minute, in a world without rollouts and robots, with panel epochs where the worlds part, where a
 * fault begins, where an order takes effect, and at the end. What is alike in all runs of a seed is run once.
 */
export function pairAt(
  seed: string,
  faults: readonly Fault[],
  tick: number,
  setup: Partial<WorldSetup> = {},
  orders: Orders = [],
): Pair {
  const whole = { pageTick: tick, ...setup };
  const fork = sim.forkTickOf(sim.spec(seed, whole, faults));
  const begins = faults.map((fault) => fault.onset + 1).filter((at) => at < tick);
  const pair = parted(seed, faults, fork, tick, whole, [fork, ...begins, tick]);
  sim.measure(pair);
  orders.forEach(([at, spec], k) => {
    sim.advancePair(pair, at);
    sim.order(pair.live, `o${k}`, spec);
  });
  sim.advancePair(pair, tick);
  sim.measure(pair);
  return pair;
}

/** The same with every world its own: for campaigns, whose people have places from the beginning, and for robots. */
export function wholePair(
  seed: string,
  faults: readonly Fault[],
  tick: number,
  setup: Partial<WorldSetup> = {},
  orders: Orders = [],
  cadence = RARELY,
): Pair {
  const pair = sim.createPair(sim.spec(seed, { pageTick: tick, ...setup }, faults), cadence);
  orders.forEach(([at, spec], k) => {
    sim.advancePair(pair, at);
    sim.order(pair.live, `o${k}`, spec);
  });
  sim.advancePair(pair, tick);
  sim.measure(pair);
  return pair;
}

/** The same as `pairAt` for faults that begin at `onset` or later, with one epoch alone: that of the end. */
export function quickPair(
  seed: string,
  faults: readonly Fault[],
  onset: number,
  tick: number,
  orders: Orders = [],
): Pair {
  const pair = parted(seed, faults, onset - 1, tick, { pageTick: tick }, [tick]);
  orders.forEach(([at, spec], k) => {
    sim.advance(pair.live, at);
    sim.order(pair.live, `o${k}`, spec);
  });
  sim.advance(pair.live, tick);
  sim.measure(pair);
  return pair;
}

/** The world `oak` with one fault from `onset` on, at a minute. */
export function oakWith(fault: Record<string, unknown>, onset: number, tick: number): Pair {
  const whole = { id: 'f', onset, form: step, ...fault } as unknown as Fault;
  return quickPair('oak', [whole], onset, tick);
}

/** Relative change of a summed value in the newest epoch, visits included. */
export function change(pair: Pair, value: number, select: Select = everyone): number {
  const epoch = pair.epochs.at(-1)!;
  let live = 0;
  let twin = 0;
  for (let m = 0; m < pair.panel.person.length; m++) {
    const weight = pair.panel.share[m]!;
    for (let s = 0; s < SURFACE_COUNT; s++) {
      if (!select(pair.panel.person[m]!, s)) continue;
      const at = (m * SURFACE_COUNT + s) * VALUE_COUNT + value;
      live += weight * epoch.live.values[at]! * epoch.live.visits[m]!;
      twin += weight * epoch.twin.values[at]! * epoch.twin.visits[m]!;
    }
  }
  return live / twin - 1;
}

/** The same per impression. */
export function perImpression(pair: Pair, value: number, select: Select = everyone): number {
  return (1 + change(pair, value, select)) / (1 + change(pair, V_IMPRESSIONS, select)) - 1;
}

/** Change of the visits of those selected. */
export function visits(pair: Pair, select: (person: number) => boolean = () => true): number {
  const epoch = pair.epochs.at(-1)!;
  let live = 0;
  let twin = 0;
  for (let m = 0; m < pair.panel.person.length; m++) {
    if (!select(pair.panel.person[m]!)) continue;
    live += pair.panel.share[m]! * epoch.live.visits[m]!;
    twin += pair.panel.share[m]! * epoch.twin.visits[m]!;
  }
  return live / twin - 1;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, v) => sum + v, 0) / values.length;
}

/** Mean over pairs. */
export function over(pairs: readonly Pair[], figure: (pair: Pair) => number): number {
  return mean(pairs.map(figure));
}

/** Select by the label of a dimension. */
export function has(
  pair: Pair,
  dimension: Parameters<typeof sim.valueOf>[1],
  ...values: string[]
): (person: number) => boolean {
  return (person) =>
    values.includes(sim.valueOf(pair.live, dimension, person, 0, pair.live.tick - 1));
}

/** Live over twin of a figure of the last `days` finished days, less 1. */
export function dayChange(pair: Pair, figure: (tally: World['today']) => number, days = 2): number {
  const last = pair.live.tallies.length;
  const sum = (world: World): number => sim.sumDays(world, figure, last - days, last);
  return sum(pair.live) / sum(pair.twin!) - 1;
}

/** Prints a row of the table in the simulator's README when asked to. */
export function report(name: string, figures: Readonly<Record<string, number>>): void {
  if (process.env['EFFECTS'] === undefined) return;
  const text = Object.entries(figures)
    .map(([k, v]) => `${k} ${Math.abs(v) < 0.5 ? `${(100 * v).toFixed(1)} %` : v.toFixed(2)}`)
    .join(' · ');
  process.stdout.write(`${name}: ${text}\n`);
}
