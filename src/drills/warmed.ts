/**
 * A drill at its page, and beside it the same minute were each of its explanations so. All come from one warm world: most of
 * what a proof costs is the days before anything went wrong, and those they share.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { beginChart } from '../session/advance.ts';
import { pageWords } from '../session/headline.ts';
import { markDay } from '../session/marks.ts';
import { runAtPage, type Run } from '../session/run.ts';
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { forkWorld } from '../sim/fork.ts';
import { advancePair, forkTickOf, measure, trackOf, type Pair, type Track } from '../sim/pair.ts';
import { drawPanel, type Panel } from '../sim/panel/members.ts';
import type { WorldSpec } from '../sim/spec.ts';
import { advance } from '../sim/step.ts';
import { createSilence } from '../sim/telemetry/noise.ts';
import { observe, type Observer } from '../sim/telemetry/observer.ts';
import { createWorld, type World } from '../sim/world.ts';

/** As a run that is played has it: the same world needs the same room. */
const SPARE_DAYS = 64;
const CADENCE = 360;
/** People whose expected values are read of rivals and of lines of play: the same ones with and without. */
const MEMBERS = 500;
const NEVER = 1e9;

export interface Explained {
  readonly hypothesis: CompiledScenario['hypotheses'][number];
  /** Of its world at the page, without noise. */
  readonly observer: Observer;
}

export interface Warmed {
  /** To the bit the run that is played. */
  readonly page: Run;
  /** The same world, read off fewer people: what lines of play come to is a difference between the same people. */
  readonly fewer: Run;
  /** The truth first. */
  readonly explained: readonly Explained[];
}

/** Throws what `createWorld` throws. */
export function warmed(scenario: CompiledScenario, seed: string): Warmed {
  const { pageTick } = scenario.world;
  const specOf = (faults: WorldSpec['faults']): WorldSpec => ({
    setup: scenario.world,
    faults,
    seed,
    days: Math.ceil(pageTick / MINUTES_PER_DAY) + SPARE_DAYS,
  });
  const explanations = scenario.hypotheses
    .filter((h) => h.faults !== null)
    .toSorted((a, b) => Number(b.truth) - Number(a.truth));
  const forks = explanations.map((h) => forkTickOf(specOf(h.faults!)));
  const start = createWorld(specOf(scenario.faults));
  const whole = drawPanel(start);
  advance(start, Math.min(...forks) - 1);
  const few = drawPanel(start, MEMBERS);
  const pairOf = (
    live: World,
    faults: WorldSpec['faults'],
    panel: Panel,
    cadence: number,
    track: Track | null,
  ): Pair => ({
    spec: specOf(faults),
    panel,
    forkTick: forkTickOf(specOf(faults)),
    live,
    twin: null,
    epochs: [],
    cadence,
    track,
  });
  // Who begins at the same minute has the same fault-free twin.
  const tracks = new Map<number, Track>();
  const worldOf = (faults: WorldSpec['faults'], cadence: number): Pair => {
    const forkTick = forkTickOf(specOf(faults));
    const track = cadence === NEVER ? (tracks.get(forkTick) ?? null) : null;
    const pair = pairOf(forkWorld(start, faults), faults, few, cadence, track);
    advancePair(pair, pageTick);
    measure(pair);
    if (cadence === NEVER && track === null) tracks.set(forkTick, trackOf(pair));
    return pair;
  };
  const silent = (pair: Pair): Observer => observe(pair, createSilence(pair.panel.person.length));
  const own = worldOf(scenario.faults, CADENCE);
  const explained = explanations.map((hypothesis): Explained => ({
    hypothesis,
    observer: silent(hypothesis.truth ? own : worldOf(hypothesis.faults!, NEVER)),
  }));
  const pair = pairOf(start, scenario.faults, whole, CADENCE, null);
  advancePair(pair, pageTick);
  measure(pair);
  return {
    page: begun(runAtPage(scenario, seed, pair)),
    fewer: begun(runAtPage(scenario, seed, own)),
    explained,
  };
}

function begun(run: Run): Run {
  pageWords(run);
  beginChart(run);
  markDay(run);
  return run;
}
