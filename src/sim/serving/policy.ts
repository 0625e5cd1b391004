/** The policy filter: which ideas may be shown. Verdicts are of ideas; a call that times out counts as clean, or, failing closed, as violating. */
import { uniform } from '../../determinism/random.ts';
import type { World } from '../world.ts';
import { FALSE_POSITIVE, MISSED, verdictLuck, VIOLATING } from './verdicts.ts';
import type { Effects } from './effectsShape.ts';

/** Would the filter let the idea through on this request, with what is wrong with the filter? */
export function passes(world: World, e: Effects, idea: number, salt: number): boolean {
  const { ideas } = world;
  if (ideas.policy[idea] === VIOLATING) {
    if (e.openShare > 0 && uniform(world.keys.verdicts, salt, idea) < e.openShare) return true;
    return verdictLuck(world.keys.verdicts, idea) < MISSED;
  }
  if (e.closedShare > 0 && uniform(world.keys.verdicts, salt, idea) < e.closedShare) return false;
  let rejected = FALSE_POSITIVE;
  if (
    e.blockedShare > 0 &&
    (((e.blockedTopics >> ideas.topic[idea]!) & 1) === 1 ||
      ((e.blockedLanguages >> ideas.language[idea]!) & 1) === 1 ||
      ((e.blockedTiers >> ideas.creatorTier[ideas.creator[idea]!]!) & 1) === 1)
  )
    rejected = Math.max(rejected, e.blockedShare);
  return verdictLuck(world.keys.verdicts, idea) >= rejected;
}

/** Takes rejected candidates out of the list, in place. */
export function filterCandidates(world: World, salt: number): void {
  const { scratch } = world;
  const { candidate, candidateGenerator, effects } = scratch;
  if (world.control.filterOff) {
    scratch.rejected = 0;
    return;
  }
  const { cleared } = world.ideas;
  const broken = effects.openShare > 0 || effects.closedShare > 0 || effects.blockedShare > 0;
  let kept = 0;
  for (let c = 0; c < scratch.candidates; c++) {
    const idea = candidate[c]!;
    if (broken ? !passes(world, effects, idea, salt) : cleared[idea] === 0) continue;
    candidate[kept] = idea;
    candidateGenerator[kept] = candidateGenerator[c]!;
    kept++;
  }
  scratch.rejected = scratch.candidates - kept;
  scratch.candidates = kept;
}
