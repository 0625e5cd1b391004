/**
 * What the world would look like under each hypothesis: small worlds with the hypothesis' own faults, run over several
 * seeds to the minutes at which somebody looks, and read without noise. Nothing an author says of a hypothesis goes in
 * but its faults.
 */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { forkWorld } from '../../sim/fork.ts';
import { advancePair, forkTickOf, measure, type Pair, type PanelEpoch } from '../../sim/pair.ts';
import { drawPanel } from '../../sim/panel/members.ts';
import type { WorldSpec } from '../../sim/spec.ts';
import { advance } from '../../sim/step.ts';
import { createSilence, type NoiseLattice } from '../../sim/telemetry/noise.ts';
import { observe, type Observer } from '../../sim/telemetry/observer.ts';
import { createWorld } from '../../sim/world.ts';

export interface Branch {
  readonly hypothesis: string;
  readonly seed: string;
  readonly observer: Observer;
}

/** People whose expected values make a signature: the same people with and without the faults, so few will do. */
const MEMBERS = 500;
/** No epoch but where one is asked for, or where something is scheduled. */
const NEVER = 1e9;
const SPARE_DAYS = 14;

/** Minutes at which worlds are looked at, around the page. */
export const EPOCHS = {
  minutes: [-60, -30, 0, 30, 60, 90, 120, 180, 240],
  days: [-1440, 0, 720, 1440, 2160, 2880, 4320],
} as const;

/** The hypotheses of an incident that can be run. */
export function runnable(scenario: CompiledScenario): CompiledScenario['hypotheses'] {
  return scenario.hypotheses.filter((h) => h.faults !== null);
}

/**
 * One branch a hypothesis from one seed, run to the last epoch not after `to`. `latticeOf`: noise of what is read, none where
 * absent. Throws what `createWorld` throws.
 */
export function branchesOf(
  scenario: CompiledScenario,
  seed: string,
  to: number,
  latticeOf: (pair: Pair) => NoiseLattice = (pair) => createSilence(pair.panel.person.length),
): Branch[] {
  const { pageTick } = scenario.world;
  const hypotheses = runnable(scenario);
  const specOf = (faults: WorldSpec['faults']): WorldSpec => ({
    setup: { ...scenario.world, preset: 'check' },
    faults,
    seed,
    days: Math.ceil(pageTick / MINUTES_PER_DAY) + SPARE_DAYS,
  });
  const forks = hypotheses.map((h) => forkTickOf(specOf(h.faults!)));
  // Room for what any of the faults brings; none of them acts yet.
  const start = forkWorld(createWorld(specOf(hypotheses.flatMap((h) => h.faults!))), []);
  advance(start, Math.min(...forks) - 1);
  const panel = drawPanel(start, MEMBERS);
  const ticks = EPOCHS[scenario.clock].map((after) => pageTick + after).filter((t) => t <= to);
  // Who begins at the same minute has the same fault-free twin.
  const tracks = new Map<number, readonly PanelEpoch[]>();
  return hypotheses.map((h, k): Branch => {
    const forkTick = forks[k]!;
    const pair: Pair = {
      spec: specOf(h.faults!),
      panel,
      forkTick,
      live: forkWorld(start, h.faults!),
      twin: null,
      epochs: [],
      cadence: NEVER,
      track: tracks.get(forkTick) ?? null,
    };
    for (const tick of ticks) {
      advancePair(pair, tick);
      measure(pair);
    }
    if (!tracks.has(forkTick)) tracks.set(forkTick, pair.epochs);
    return { hypothesis: h.id, seed, observer: observe(pair, latticeOf(pair)) };
  });
}
