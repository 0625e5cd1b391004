/** Undoing the nearest change, as a line of play does it: the move that suspicion of whatever is newest leads to. */
import type { CompiledScenario, PlayLine } from '../scenario/compiled.ts';
import { newestStage } from '../scenario/newestStage.ts';
import { isEveryone } from '../session/actWords.ts';
import type { InterventionSpec } from '../sim/interventions.ts';

/**
 * Does a line undo it for everybody, whatever else it does? Where nothing was rolled out, to go back to any earlier model
 * is what suspicion leads to.
 */
export function undoesNearest({ world }: CompiledScenario, { steps }: PlayLine): boolean {
  const newest = newestStage(world.rollouts, world.pageTick)?.rollout;
  const undoes = (act: InterventionSpec): boolean =>
    act.kind === 'rollback-model'
      ? isEveryone(act.scope) && (newest === undefined || act.to === newest.from)
      : act.kind === 'pause-arm' && act.rollout === newest?.id;
  return steps.some(({ act }) => undoes(act));
}
