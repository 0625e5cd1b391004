/**
 * An incident where the player begins, were each of its explanations so: small worlds in which what was done can be done again.
 */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { inWorld } from '../../scenario/inWorld.ts';
import { beginTick } from '../../scenario/handover.ts';
import { beginChart } from '../../session/advance.ts';
import { runAtPage, type Run } from '../../session/run.ts';
import { takeOver } from '../../session/takeOver.ts';
import { forkWorld } from '../../sim/fork.ts';
import { evaluatePanel, type PanelValues } from '../../sim/panel/evaluate.ts';
import type { Panel } from '../../sim/panel/members.ts';
import { advance } from '../../sim/step.ts';
import type { World } from '../../sim/world.ts';
import { censusPanel } from '../layers.ts';
import { branch } from '../lines.ts';
import { recordTwin, type Stage } from '../stage.ts';
import { explainedWorlds, runnable } from './explained.ts';

export interface PossiblePage {
  readonly hypothesis: string;
  readonly page: Run;
  /** The fault-free world from there to the horizon. */
  readonly stage: Stage;
  /** Whom a census asks, and what the fault-free world has for them where the player begins and at the horizon. */
  readonly census: {
    readonly panel: Panel;
    readonly soundNow: PanelValues;
    readonly soundLater: PanelValues;
  };
}

type Beside = Pick<PossiblePage, 'stage' | 'census'>;

/** What is done may take weeks. */
const SPARE_DAYS = 42;
/** Minutes before the page at which the panel is read besides: a chart reads back an hour. */
const BEFORE = 60;

/** Pages of the runnable hypotheses, in the order of the scenario. Throws what `createWorld` throws. */
export function possiblePages(scenario: CompiledScenario, seed: string): PossiblePage[] {
  const small = inWorld(scenario, 'check');
  const { pageTick } = small.world;
  // Who begins at the same minute has the same fault-free twin.
  const beside = new Map<number, Beside>();
  const ticks = [pageTick - BEFORE, pageTick];
  return explainedWorlds(scenario, runnable(scenario), seed, ticks, SPARE_DAYS).map(
    ({ explanation, pair, sound }): PossiblePage => {
      const page = runAtPage({ ...small, faults: explanation.faults }, seed, pair);
      beginChart(page);
      const found = beside.get(pair.forkTick) ?? recordedBeside(page, sound);
      beside.set(pair.forkTick, found);
      return { hypothesis: explanation.id, page: begun(page, found.stage), ...found };
    },
  );
}

/** Where a shift was taken over, what was done before it is done here too, as far as it is possible here. */
function begun(page: Run, stage: Stage): Run {
  if (page.scenario.handover === undefined) return page;
  const run = branch(page, stage);
  takeOver(run, undefined, true);
  return run;
}

function soundAt(sound: World, tick: number): World {
  if (sound.tick >= tick) return sound;
  const later = forkWorld(sound);
  advance(later, tick);
  return later;
}

function recordedBeside(page: Run, sound: World): Beside {
  const { stage, twin } = recordTwin(page);
  const panel = censusPanel(page);
  return {
    stage,
    census: {
      panel,
      soundNow: evaluatePanel(soundAt(sound, beginTick(page.scenario)), panel),
      soundLater: evaluatePanel(twin, panel),
    },
  };
}
