/** What effect tests measure on a world and its fault-free twin: paired changes of expected values, per cent as shares. */
import type { Fault } from '../../../src/sim/faults.ts';
import type { InterventionSpec } from '../../../src/sim/interventions.ts';
import type { Pair } from '../../../src/sim/pair.ts';
import type { WorldSetup } from '../../../src/sim/setup.ts';
import type { World } from '../../../src/sim/world.ts';
import { sim } from '../compiled.ts';

const { VALUE_COUNT, SURFACE_COUNT, V_IMPRESSIONS } = sim;

export type Select = (person: number, surface: number) => boolean;
export const everyone: Select = () => true;

/** Orders given on the way: [minute, what]. */
export type Orders = readonly (readonly [tick: number, spec: InterventionSpec])[];

export const step = { shape: 'step' } as const;

/** A pair advanced to a minute, with a panel epoch taken there. */
export function pairAt(
  seed: string,
  faults: readonly Fault[],
  tick: number,
  setup: Partial<WorldSetup> = {},
  orders: Orders = [],
  cadence = 720,
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

const warm = new Map<string, World>();

/** A fault-free world of a seed at a minute; run once for a test file. */
function soundAt(seed: string, tick: number, pageTick: number): World {
  const id = `${seed}/${tick}/${pageTick}`;
  let world = warm.get(id);
  if (world === undefined) {
    world = sim.createWorld(sim.spec(seed, { pageTick }));
    const earlier = [...warm]
      .filter(([key]) => key.startsWith(`${seed}/`) && key.endsWith(`/${pageTick}`))
      .map(([, w]) => w)
      .filter((w) => w.tick <= tick)
      .sort((a, b) => b.tick - a.tick)[0];
    if (earlier !== undefined) world = sim.forkWorld(earlier);
    sim.advance(world, tick);
    warm.set(id, world);
  }
  return world;
}

/**
 * The same as `pairAt` for faults that begin at `onset` or later, in a world without rollouts: what is alike in all runs
 * of a seed is run once.
 */
export function quickPair(
  seed: string,
  faults: readonly Fault[],
  onset: number,
  tick: number,
  orders: Orders = [],
): Pair {
  const before = soundAt(seed, onset - 1, tick);
  const twin = soundAt(seed, tick, tick);
  const live = sim.forkWorld(before, faults);
  orders.forEach(([at, spec], k) => {
    sim.advance(live, at);
    sim.order(live, `o${k}`, spec);
  });
  sim.advance(live, tick);
  const pair: Pair = {
    spec: { ...before.spec, faults },
    panel: sim.drawPanel(before),
    forkTick: onset,
    live,
    twin,
    epochs: [],
    cadence: 720,
    track: null,
  };
  sim.measure(pair);
  return pair;
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
