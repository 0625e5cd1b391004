/**
 * What the world would look like under each hypothesis: small worlds with the hypothesis' own faults, run over several
 * seeds to the minutes at which somebody looks, and read without noise. Nothing an author says of a hypothesis goes in
 * but its faults.
 */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { larger } from '../../sim/larger.ts';
import type { Pair } from '../../sim/pair.ts';
import { createSilence, type NoiseLattice } from '../../sim/telemetry/noise.ts';
import { observe, type Observer } from '../../sim/telemetry/observer.ts';
import { explainedWorlds, runnable } from './explained.ts';
import { outsiderOf } from './outside.ts';

export interface Branch {
  readonly hypothesis: string;
  readonly seed: string;
  readonly observer: Observer;
}

/** Looks are of the first days. */
const SPARE_DAYS = 14;

/** Minutes at which worlds are looked at, around the page. */
export const EPOCHS = {
  minutes: [-60, -30, 0, 30, 60, 90, 120, 180, 240],
  days: [-1440, 0, 720, 1440, 2160, 2880, 4320],
} as const;

/** The last of them. */
export function lastEpoch({ world, clock }: CompiledScenario): number {
  return world.pageTick + EPOCHS[clock].at(-1)!;
}

/** Those an incident lists, or with them one from outside its list. */
export type Whose = 'listed' | 'listed and none of these';

const silenceOf = (pair: Pair): NoiseLattice => createSilence(pair.panel.person.length);

export interface BranchOptions {
  readonly whose: Whose;
  /** How many people's expected values are read, Infinity: everybody's; absent: as many as for a board. */
  readonly members?: number;
  /** Times what its author wrote, by explanation of the list; absent: as it was written. */
  readonly sizeOf?: (hypothesis: string) => number;
  /** Noise of what is read; absent: none. */
  readonly latticeOf?: (pair: Pair) => NoiseLattice;
}

/** One branch an explanation from one seed, run to the last epoch not after `to`. Throws what `createWorld` throws. */
export function branchesOf(
  scenario: CompiledScenario,
  seed: string,
  to: number,
  { whose, members, sizeOf, latticeOf = silenceOf }: BranchOptions,
): Branch[] {
  const { pageTick } = scenario.world;
  const ticks = EPOCHS[scenario.clock].map((after) => pageTick + after).filter((t) => t <= to);
  const outside = whose === 'listed' ? [] : [outsiderOf(scenario, seed)];
  const listed = runnable(scenario).map(({ id, faults }) => ({
    id,
    faults: sizeOf === undefined ? faults : faults.map((fault) => larger(fault, sizeOf(id))),
  }));
  const explanations = [...listed, ...outside];
  return explainedWorlds(scenario, explanations, seed, ticks, SPARE_DAYS, members).map(
    ({ explanation, pair }) => ({
      hypothesis: explanation.id,
      seed,
      observer: observe(pair, latticeOf(pair)),
    }),
  );
}
