/** The roll-out that moved last: what suspicion of whatever is newest falls on. */
import type { CompiledScenario } from './compiled.ts';

type Rollout = CompiledScenario['world']['rollouts'][number];

/** The latest stage that had begun at a minute, with its roll-out; null: none had. */
export function newestStage(
  rollouts: readonly Rollout[],
  tick: number,
): { readonly rollout: Rollout; readonly tick: number } | null {
  const [newest] = rollouts
    .flatMap((rollout) => rollout.stages.map((stage) => ({ rollout, tick: stage.tick })))
    .filter((stage) => stage.tick <= tick)
    .toSorted((a, b) => b.tick - a.tick);
  return newest ?? null;
}
