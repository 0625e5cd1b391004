/**
 * An incident at its page, were each of its explanations so: small worlds that share their weeks before anything went
 * wrong, with a panel of few people. What was done is done again in them.
 */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { beginChart } from '../../session/advance.ts';
import { runAtPage, type Run } from '../../session/run.ts';
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { forkWorld } from '../../sim/fork.ts';
import { advancePair, forkTickOf, measure, type Pair, type PanelEpoch } from '../../sim/pair.ts';
import { drawPanel } from '../../sim/panel/members.ts';
import type { WorldSpec } from '../../sim/spec.ts';
import { advance } from '../../sim/step.ts';
import { createWorld } from '../../sim/world.ts';
import { recordTwin, type Stage } from '../stage.ts';
import { runnable } from './signatures.ts';

export interface PossiblePage {
  readonly hypothesis: string;
  readonly page: Run;
  /** The fault-free world from there to the horizon. */
  readonly stage: Stage;
}

/** People whose expected values make a harm: the same people in every line, so few will do. */
const MEMBERS = 500;
/** No epoch but where one is asked for, or where something is scheduled. */
const NEVER = 1e9;
const SPARE_DAYS = 42;
/** Minutes before the page at which the panel is read besides: a chart reads back an hour. */
const BEFORE = 60;

/** Pages of the runnable hypotheses, in the order of the scenario. Throws what `createWorld` throws. */
export function possiblePages(scenario: CompiledScenario, seed: string): PossiblePage[] {
  const world = { ...scenario.world, preset: 'check' as const };
  const { pageTick } = world;
  const hypotheses = runnable(scenario);
  const specOf = (faults: WorldSpec['faults']): WorldSpec => ({
    setup: world,
    faults,
    seed,
    days: Math.ceil(pageTick / MINUTES_PER_DAY) + SPARE_DAYS,
  });
  const forks = hypotheses.map((h) => forkTickOf(specOf(h.faults!)));
  // Room for what any of the faults brings; none of them acts yet.
  const start = forkWorld(createWorld(specOf(hypotheses.flatMap((h) => h.faults!))), []);
  advance(start, Math.min(...forks) - 1);
  const panel = drawPanel(start, MEMBERS);
  // Who begins at the same minute has the same fault-free twin.
  const twins = new Map<number, { readonly track: readonly PanelEpoch[]; readonly stage: Stage }>();
  return hypotheses.map((h, k): PossiblePage => {
    const forkTick = forks[k]!;
    const twin = twins.get(forkTick);
    const pair: Pair = {
      spec: specOf(h.faults!),
      panel,
      forkTick,
      live: forkWorld(start, h.faults!),
      twin: null,
      epochs: [],
      cadence: NEVER,
      track: twin?.track ?? null,
    };
    for (const tick of [pageTick - BEFORE, pageTick]) {
      advancePair(pair, tick);
      measure(pair);
    }
    const page = runAtPage({ ...scenario, faults: h.faults!, world }, seed, pair);
    beginChart(page);
    const stage = twin?.stage ?? recordTwin(page).stage;
    if (twin === undefined) twins.set(forkTick, { track: pair.epochs, stage });
    return { hypothesis: h.id, page, stage };
  });
}
