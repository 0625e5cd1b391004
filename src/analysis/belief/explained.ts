/**
 * Small worlds in which each runnable explanation of an incident is so. They share their weeks before anything went wrong,
 * and a panel of few people; those that begin at the same minute share their fault-free twin.
 */
import type { CompiledScenario, HypothesisSpec } from '../../scenario/compiled.ts';
import { inWorld } from '../../scenario/inWorld.ts';
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { forkWorld } from '../../sim/fork.ts';
import {
  advancePair,
  forkTickOf,
  measure,
  trackOf,
  type Pair,
  type Track,
} from '../../sim/pair.ts';
import { drawPanel } from '../../sim/panel/members.ts';
import type { Fault } from '../../sim/faults.ts';
import type { WorldSpec } from '../../sim/spec.ts';
import { advance } from '../../sim/step.ts';
import { createWorld, type World } from '../../sim/world.ts';
import { handedOrders } from './handed.ts';

/** An explanation that can be lived through. */
export interface Explanation {
  readonly id: string;
  /** Empty: nothing is wrong. */
  readonly faults: readonly Fault[];
}

export interface Explained {
  readonly explanation: Explanation;
  /** At the last of the minutes, measured at each of them and nowhere else but where something is scheduled. */
  readonly pair: Pair;
  /** The fault-free world at that minute. */
  readonly sound: World;
}

/** People whose expected values are read: the same people with and without the faults, so few will do for a board. */
const SOME_MEMBERS = 500;
/** No epoch but where one is asked for, or where something is scheduled. */
const NEVER = 1e9;

/** The hypotheses of an incident that can be run. */
export function runnable({ hypotheses }: CompiledScenario): (HypothesisSpec & Explanation)[] {
  return hypotheses.filter((h): h is HypothesisSpec & Explanation => h.faults !== null);
}

/**
 * In the order given. `members`: how many people's expected values are read. `ticks`: minutes to measure at, ascending;
 * `spareDays`: days of uploads there is room for
 * beyond the page. Throws what `createWorld` throws.
 */
export function explainedWorlds(
  scenario: CompiledScenario,
  explanations: readonly Explanation[],
  seed: string,
  ticks: readonly number[],
  spareDays: number,
  members: number = SOME_MEMBERS,
): Explained[] {
  const setup = inWorld(scenario, 'check').world;
  const specOf = (faults: WorldSpec['faults']): WorldSpec => ({
    setup,
    faults,
    seed,
    days: Math.ceil(setup.pageTick / MINUTES_PER_DAY) + spareDays,
  });
  const handed = handedOrders(scenario);
  const forks = explanations.map(({ faults }) => forkTickOf(specOf(faults)));
  // Room for what any of the faults brings; none of them acts yet.
  const start = forkWorld(createWorld(specOf(explanations.flatMap(({ faults }) => faults))), []);
  advance(start, Math.min(...forks) - 1);
  const panel = drawPanel(start, members);
  const tracks = new Map<number, Track>();
  const sounds = new Map<number, World>();
  return explanations.map((explanation, k): Explained => {
    const forkTick = forks[k]!;
    const pair: Pair = {
      spec: specOf(explanation.faults),
      panel,
      forkTick,
      live: forkWorld(start, explanation.faults),
      twin: null,
      epochs: [],
      cadence: NEVER,
      track: tracks.get(forkTick) ?? null,
    };
    let given = 0;
    for (const tick of ticks) {
      for (; given < handed.length && handed[given]!.tick <= tick; given++) {
        advancePair(pair, handed[given]!.tick);
        handed[given]!.give(pair.live);
      }
      advancePair(pair, tick);
      measure(pair);
    }
    if (!tracks.has(forkTick)) {
      tracks.set(forkTick, trackOf(pair));
      sounds.set(forkTick, pair.twin ?? pair.live);
    }
    return { explanation, pair, sound: sounds.get(forkTick)! };
  });
}
