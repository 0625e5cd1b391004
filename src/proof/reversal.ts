/** Undoing the nearest change, as a line of play does it: the move that suspicion of whatever is newest leads to. */
import type { CompiledScenario, PlayLine } from '../scenario/compiled.ts';
import { isEveryone } from '../session/actWords.ts';
import type { InterventionSpec } from '../sim/interventions.ts';

/** The newest roll-out of a ranker by the page: what `newestReversal` of the analysis goes back from. */
function newestBy({ rollouts, pageTick }: CompiledScenario['world']): {
  readonly id: string;
  readonly from: string;
} | null {
  const [newest] = rollouts
    .flatMap(({ id, from, stages }) => stages.map(({ tick }) => ({ id, from, tick })))
    .filter(({ tick }) => tick <= pageTick)
    .toSorted((a, b) => b.tick - a.tick);
  return newest ?? null;
}

/**
 * Does a line undo it for everybody, whatever else it does? Where nothing was rolled out, to go back to any earlier model
 * is what suspicion leads to.
 */
export function undoesNearest({ world }: CompiledScenario, { steps }: PlayLine): boolean {
  const newest = newestBy(world);
  const undoes = (act: InterventionSpec): boolean =>
    act.kind === 'rollback-model'
      ? isEveryone(act.scope) && (newest === null || act.to === newest.from)
      : act.kind === 'pause-arm' && act.rollout === newest?.id;
  return steps.some(({ act }) => undoes(act));
}
