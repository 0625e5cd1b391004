/**
 * What would mend an explanation's faults, by what they are: for whoever knew that it is so. An author writes down what is
 * right to do for the truth alone; were that all there is to choose from, it would hardly matter which explanation is so.
 */
import type { CompiledScenario, PlayLine } from '../../scenario/compiled.ts';
import type { Fault } from '../../sim/faults.ts';
import type { InterventionSpec } from '../../sim/interventions.ts';
import { EVERYONE } from '../../sim/segments.ts';
import { settingOf } from '../../sim/settings.ts';
import { actWords, upperFirst } from '../../session/words.ts';
import { runnable } from '../belief/explained.ts';

/** Minutes between the orders of a mend. */
const APART = 5;

type Rollouts = CompiledScenario['world']['rollouts'];

/** Lines of play, one an explanation that something can be done about, each once. */
export function mendingLines(scenario: CompiledScenario): PlayLine[] {
  const { rollouts } = scenario.world;
  const lines = runnable(scenario)
    .filter(({ truth }) => !truth)
    .flatMap(({ id, faults }): PlayLine[] => {
      const acts = faults.flatMap((fault) => mendsOf(fault, rollouts));
      const steps = acts.map((act, k) => ({ afterMinutes: APART * k, act }));
      return steps.length === 0 ? [] : [{ id: `mend-${id}`, label: labelOf(acts), steps }];
    });
  const names = lines.map(({ steps }) => JSON.stringify(steps));
  return lines.filter((_, k) => names.indexOf(names[k]!) === k);
}

/** By its orders: what an explanation is called says nothing of what to do. */
function labelOf(acts: readonly InterventionSpec[]): string {
  return upperFirst(acts.map(actWords).join(', then '));
}

/** The orders that end what a fault does, the first to take effect first; none where only time does. */
function mendsOf(fault: Fault, rollouts: Rollouts): InterventionSpec[] {
  const setting = settingOf(fault.kind);
  if (setting !== null) return [{ kind: 'revert-setting', setting }];
  switch (fault.kind) {
    case 'history-truncation':
    case 'non-finite-scores':
    case 'shallow-labels':
    case 'label-leak':
      return backFrom(fault.version, rollouts);
    case 'score-shift':
    case 'topic-shift':
      // Where it goes with an arm, the arm is what can be taken away.
      return (fault.scope ?? [])
        .flatMap(({ arm }) => arm ?? [])
        .flatMap((version) => armOf(version, rollouts));
    case 'lost-shards':
      return [{ kind: 'index-alias', source: fault.source }];
    case 'unnormalised-popularity':
      return [{ kind: 'normalise-popularity' }];
    case 'duplicate-events':
      return [
        { kind: 'dedupe-events', event: fault.event, build: fault.build },
        { kind: 'pause-release', build: fault.build },
      ];
    case 'lost-events':
    case 'late-events':
      return [{ kind: 'pause-release', build: fault.build }];
    case 'unpainted':
      return [{ kind: 'image-provider' }];
    case 'capacity':
      return [{ kind: 'scale-up', pool: fault.pool, factor: 2 }];
    case 'hot-shard':
      return [{ kind: 'replicate-keys' }];
    case 'save-bots':
      return [{ kind: 'spam-rule', breadth: 'narrow' }];
    default:
      return [];
  }
}

function backFrom(version: string, rollouts: Rollouts): InterventionSpec[] {
  const rollout = rollouts.find(({ to }) => to === version);
  return rollout === undefined
    ? []
    : [{ kind: 'rollback-model', to: rollout.from, scope: EVERYONE }];
}

function armOf(version: string, rollouts: Rollouts): InterventionSpec[] {
  return rollouts
    .filter(({ to }) => to === version)
    .map(({ id }) => ({ kind: 'pause-arm', rollout: id }));
}
