/** Small worlds for tests, and what one measures on them. */
import { Hasher, type HashableArray } from '../../src/determinism/hash.ts';
import { MINUTES_PER_DAY } from '../../src/sim/clock.ts';
import { LABEL_SAVE } from '../../src/sim/data/rows.ts';
import type { Fault } from '../../src/sim/faults.ts';
import { forkWorld } from '../../src/sim/fork.ts';
import { createPair, type Pair } from '../../src/sim/pair.ts';
import { drawPanel, type Panel } from '../../src/sim/panel/members.ts';
import type { BuildSpec, ModelSpec, RolloutSpec, WorldSetup } from '../../src/sim/setup.ts';
import { advance } from '../../src/sim/step.ts';
import type { DayTally } from '../../src/sim/telemetry/tally.ts';
import type { WorldSpec } from '../../src/sim/spec.ts';
import { createWorld, type World } from '../../src/sim/world.ts';

export const DAY = MINUTES_PER_DAY;

export function model(version: string, changes: Partial<ModelSpec> = {}): ModelSpec {
  return {
    version,
    historyCap: 500,
    lift: 0,
    latencyMs: 0,
    ready: { artefact: true, rehearsedDaysAgo: 3, featuresServed: true },
    ...changes,
  };
}

export function build(name: string, platform: BuildSpec['platform'], share = 1): BuildSpec {
  return { build: name, platform, adoption: [{ tick: 0, share }] };
}

export function rollout(
  stages: RolloutSpec['stages'],
  changes: Partial<RolloutSpec> = {},
): RolloutSpec {
  return {
    id: 'ramp',
    label: 'v2',
    from: 'v1',
    to: 'v2',
    stages,
    owner: 'ranking',
    experiment: true,
    ...changes,
  };
}

/** Two ranker versions alike, five builds, no rollout, the page on day 9. */
export const SETUP: WorldSetup = {
  preset: 'check',
  pageTick: 9 * DAY,
  horizon: DAY,
  harmHorizon: DAY,
  builds: [
    build('android 1', 'android'),
    build('android 2', 'android', 0.5),
    build('ios 1', 'ios'),
    build('ios 2', 'ios', 0.4),
    build('web', 'web'),
  ],
  models: [model('v1'), model('v2')],
  rollouts: [],
  trainingMinute: 120,
  autoPromote: true,
};

export function spec(
  seed: string,
  setup: Partial<WorldSetup> = {},
  faults: readonly Fault[] = [],
): WorldSpec {
  return { seed, faults, days: 22, setup: { ...SETUP, ...setup } };
}

export function worldAt(
  tick: number,
  seed = 'oak',
  setup: Partial<WorldSetup> = {},
  faults: readonly Fault[] = [],
): World {
  const world = createWorld(spec(seed, setup, faults));
  advance(world, tick);
  return world;
}

/** A pair that parts now, at a world's own minute: one with faults, the other without. No epoch but those asked for. */
export function partedPair(base: World, panel: Panel, faults: readonly Fault[], now: number): Pair {
  return {
    spec: { ...base.spec, faults },
    panel,
    forkTick: now,
    live: forkWorld(base, faults),
    twin: forkWorld(base, []),
    epochs: [],
    cadence: 1_000 * DAY,
    track: null,
  };
}

/** A pair with a panel of few people: for what is judged of worlds, and not of what is read of them. */
export function thinPair(whole: WorldSpec, cadence: number): Pair {
  const pair = createPair(whole, cadence);
  return { ...pair, panel: drawPanel(pair.live, 200) };
}

/** What is given, derived from it, or working memory: not part of the state. */
const NOT_STATE = new Set(['spec', 'preset', 'scratch', 'encoder', 'keys', 'faults']);

/** Hash of everything in a world, the derived tables included: stricter than `stateHash`. `without`: fields left out. */
export function deepHash(world: World, without: readonly (keyof World)[] = []): string {
  const hasher = new Hasher();
  for (const [name, value] of Object.entries(world)) {
    if (NOT_STATE.has(name) || without.includes(name as keyof World)) continue;
    hasher.string(name);
    addTo(hasher, value);
  }
  return hasher.digest();
}

/** What people do, see and have: the part of a world that an order without consequences must leave alone. */
export function lifeHash(world: World): string {
  return deepHash(world, ['control', 'applied', 'events', 'servingVersion', 'lines', 'itemParts']);
}

function addTo(hasher: Hasher, value: unknown): void {
  if (ArrayBuffer.isView(value)) hasher.array(value as HashableArray);
  else if (typeof value === 'number') hasher.number(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      hasher.string(name);
      addTo(hasher, inner);
    }
  } else hasher.string(String(value));
}

/** Sum of a day figure over the finished days `from … to − 1`. */
export function sumDays(
  world: World,
  figure: (day: DayTally) => number,
  from = 0,
  to = Infinity,
): number {
  let sum = 0;
  for (const day of world.tallies) if (day.day >= from && day.day < to) sum += figure(day);
  return sum;
}

/** Predicted over logged saves of today's rows, of those `select` takes. */
export function calibrationToday(
  world: World,
  select: (person: number) => boolean = () => true,
): { predicted: number; saved: number } {
  const chunk = world.chunks.at(-1)!;
  let predicted = 0;
  let saved = 0;
  for (let r = 0; r < chunk.length; r++) {
    if (!select(chunk.person[r]!)) continue;
    predicted += chunk.weight[r]! * chunk.predicted[r]!;
    if ((chunk.labels[r]! & LABEL_SAVE) !== 0) saved += chunk.weight[r]!;
  }
  return { predicted, saved };
}

/** Every number of the state is finite and no count is negative. Returns what is wrong, empty when nothing is. */
export function troubles(world: World): string[] {
  const found: string[] = [];
  const finite = (name: string, values: Float32Array | Float64Array, least: number): void => {
    for (let i = 0; i < values.length; i++) {
      if (!(values[i]! >= least && values[i]! < Infinity)) {
        found.push(`${name}[${i}] is ${values[i]}`);
        return;
      }
    }
  };
  const { people, ideas, counters } = world;
  finite('satisfaction', people.satisfaction, -10);
  finite('norm', people.norm, 0);
  finite('topicBoredom', people.topicBoredom, 0);
  finite('lookBoredom', people.lookBoredom, 0);
  finite('shown', ideas.shown, 0);
  finite('charm', ideas.charm, -10);
  finite('exposures', counters.exposures, 0);
  finite('saves', counters.saves, 0);
  finite('closeups', counters.closeups, 0);
  finite('servedToday', counters.servedToday, 0);
  finite('logRate', counters.logRate, -100);
  finite('logExposure', counters.logExposure, -100);
  finite('popular', world.popular.sum, 0);
  for (const line of world.lines) finite(`weights of ${line.version}`, line.served.weights, -1e6);
  for (const part of world.itemParts) finite('itemParts', part, -1e6);
  for (const [name, value] of Object.entries(world.today))
    if (typeof value === 'number' && !(value >= 0)) found.push(`today.${name} is ${value}`);
  return found;
}
