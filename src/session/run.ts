/**
 * One run: a scenario, a seed and the commands so far, with the world, the incident and the desk they led to. The
 * session is the only writer; checkpoints and forks are copies of this record.
 */
import { createIncident, type Incident, type IncidentStep } from '../incident/runner.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { variantOn } from '../scenario/variants.ts';
import { advancePair, createPair, forkPair, measure, type Pair } from '../sim/pair.ts';
import { createLattice, type NoiseLattice } from '../sim/telemetry/noise.ts';
import { observe, type Observer } from '../sim/telemetry/observer.ts';
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import type { Command } from './commands.ts';
import { emptyDesk, type Desk } from './desk.ts';
import type { LogEvent } from './events.ts';
import type { Mark } from './mark.ts';

export interface Run {
  readonly scenario: CompiledScenario;
  readonly seed: string;
  readonly incident: Incident;
  readonly lattice: NoiseLattice;
  pair: Pair;
  observer: Observer;
  chart: IncidentStep;
  desk: Desk;
  log: readonly LogEvent[];
  commands: readonly Command[];
  /** Why the last command was refused; null after one that was not. */
  refusal: string | null;
  /** What a recording of the run is checked against. */
  marks: readonly Mark[];
  /** Promotions the incident has armed. */
  armed: readonly { readonly version: string; readonly atTick: number }[];
  /** World events already taken into the log. */
  worldEventsSeen: number;
}

/** Minutes between panel epochs when nothing happens: before the page, and from then on. */
const CADENCE_BEFORE = { minutes: 360, days: 3 * MINUTES_PER_DAY } as const;
const CADENCE = { minutes: 360, days: MINUTES_PER_DAY } as const;
/** Days of uploads a world has room for beyond the page. */
const SPARE_DAYS = 64;

export type OnProgress = (done: number, label: string) => void;

/** Builds the world up to the page. The page comes first on the screen; this is what happens behind it. */
export function openRun(given: CompiledScenario, seed: string, onProgress?: OnProgress): Run {
  const scenario = variantOn(given, seed);
  const { pageTick } = scenario.world;
  onProgress?.(0, 'People, ideas and their histories');
  const pair = createPair(
    {
      setup: scenario.world,
      faults: scenario.faults,
      seed,
      days: Math.ceil(pageTick / MINUTES_PER_DAY) + SPARE_DAYS,
    },
    CADENCE_BEFORE[scenario.clock],
  );
  advancePair(pair, pageTick, (tick) =>
    onProgress?.(
      tick / pageTick,
      `Corkboard up to the page: day ${Math.floor(tick / MINUTES_PER_DAY) + 1}`,
    ),
  );
  measure(pair);
  return runAtPage(scenario, seed, pair);
}

/** The run of a case whose worlds stand at the page. */
export function runAtPage(scenario: CompiledScenario, seed: string, pair: Pair): Run {
  pair.cadence = CADENCE[scenario.clock];
  const incident = createIncident(scenario.chart);
  const lattice = createLattice(pair.live.keys.noise, pair.panel.person.length);
  return {
    scenario,
    seed,
    incident,
    lattice,
    pair,
    observer: observe(pair, lattice),
    chart: incident.start(scenario.world.pageTick),
    desk: emptyDesk(scenario.page.rule.metric, scenario.page.rule.surface),
    log: [],
    commands: [],
    refusal: null,
    marks: [],
    armed: [],
    worldEventsSeen: pair.live.events.length,
  };
}

/** An independent copy: what one does to it, the other never sees. `pair`: the worlds it goes on in, where not copies. */
export function forkRun(run: Run, pair: Pair = forkPair(run.pair)): Run {
  return {
    ...run,
    pair,
    observer: observe(pair, run.lattice),
    chart: structuredCloneChart(run.chart),
  };
}

/** The chart's state is plain JSON; a copy by value keeps forks apart. */
function structuredCloneChart(step: IncidentStep): IncidentStep {
  return JSON.parse(JSON.stringify(step)) as IncidentStep;
}

export function now(run: Run): number {
  return run.pair.live.tick;
}

export function append(run: Run, ...events: readonly LogEvent[]): void {
  run.log = [...run.log, ...events];
}
