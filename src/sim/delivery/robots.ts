/**
 * Robots that act on reported metrics: they roll a version back, or stop an experiment, some time after the reported
 * save rate fell. They read the panel and nothing else, so a broken meter moves them as a broken model does.
 */
import { SURFACE_COUNT } from '../presets.ts';
import type { RobotSpec } from '../setup.ts';
import { V_IMPRESSIONS, V_SAVES, VALUE_COUNT, type PanelValues } from '../panel/evaluate.ts';
import type { Panel } from '../panel/members.ts';
import { reported } from '../telemetry/reported.ts';
import type { WorldSpec } from '../spec.ts';
import type { World } from '../world.ts';
import type { Applied } from './control.ts';

/** What a robot sees: a pair of worlds, and the panel's epochs. */
export interface Watched {
  readonly spec: WorldSpec;
  readonly panel: Panel;
  readonly live: World;
  readonly epochs: readonly { readonly live: PanelValues; readonly twin: PanelValues }[];
}

/** Minutes from the first low reading to the act, where a robot does not say otherwise. */
export const ROBOT_DELAY = 40;

/** Reported save rate against the fault-free world's, less 1, as the newest epoch has it; noise left out. */
export function reportedFall(pair: Watched): number {
  const epoch = pair.epochs[pair.epochs.length - 1];
  if (epoch === undefined) return 0;
  const { panel, live } = pair;
  let saves = 0;
  let shown = 0;
  let savesThen = 0;
  let shownThen = 0;
  for (let m = 0; m < panel.person.length; m++) {
    const log = reported(live, panel.person[m]!, live.tick, live.tick);
    const now = panel.share[m]! * epoch.live.visits[m]!;
    const then = panel.share[m]! * epoch.twin.visits[m]!;
    for (let s = 0; s < SURFACE_COUNT; s++) {
      const at = (m * SURFACE_COUNT + s) * VALUE_COUNT;
      saves +=
        now *
        epoch.live.values[at + V_SAVES]! *
        (1 + log.saveExtra - log.saveLoss + log.botSaves) *
        log.saveKept;
      shown +=
        now *
        epoch.live.values[at + V_IMPRESSIONS]! *
        (1 + log.impressionExtra - log.impressionLoss) *
        log.impressionKept;
      savesThen += then * epoch.twin.values[at + V_SAVES]!;
      shownThen += then * epoch.twin.values[at + V_IMPRESSIONS]!;
    }
  }
  return shown > 0 && savesThen > 0 ? saves / shown / (savesThen / shownThen) - 1 : 0;
}

/** Looks at the newest epoch; arms, disarms or lets act each robot of the scenario. */
export function watchRobots(pair: Watched): void {
  const robots = pair.spec.setup.robots;
  const { live } = pair;
  if (robots === undefined || live.control.robotsSuspended) return;
  const fall = reportedFall(pair);
  for (const robot of robots) {
    if (live.applied.some((a) => a.id === nameOf(robot))) continue;
    if (fall > -robot.fall) {
      delete live.alarmed[robot.id];
      continue;
    }
    const since = (live.alarmed[robot.id] ??= live.tick);
    if (live.tick - since >= (robot.delay ?? ROBOT_DELAY)) act(pair, robot);
  }
}

/** Next minute at which a robot that is alarmed will have waited long enough; Infinity: none is. */
export function nextRobot(pair: Watched): number {
  let next = Infinity;
  for (const robot of pair.spec.setup.robots ?? []) {
    const since = pair.live.alarmed[robot.id];
    if (since !== undefined) next = Math.min(next, since + (robot.delay ?? ROBOT_DELAY));
  }
  return next;
}

function nameOf(robot: RobotSpec): string {
  return `robot ${robot.id}`;
}

/** Its order takes effect at once, and stands among the others: whoever is on call may undo it. */
function act(pair: Watched, robot: RobotSpec): void {
  const { live } = pair;
  const applied: Applied = {
    id: nameOf(robot),
    spec:
      robot.act === 'rollback'
        ? { kind: 'rollback-model', to: robot.target, scope: [{}] }
        : { kind: 'pause-arm', rollout: robot.target },
    orderedTick: live.tick,
    effectTick: live.tick,
    state: 'under way',
    note: '',
  };
  live.applied = [...live.applied, applied];
}
