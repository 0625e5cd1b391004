/** Experiment assignment and rollout routing: which ranker version a person's request is served by. */
import { uniform } from '../../determinism/random.ts';
import type { RolloutSpec } from '../setup.ts';
import type { Control } from './control.ts';

/** Share of people a rollout serves its `to` version at a tick, holds and freezes included. */
export function rolloutShare(rollout: RolloutSpec, tick: number, control: Control): number {
  const held = control.held[rollout.id];
  if (held !== undefined) return held;
  const until = control.frozen !== null && control.frozen < tick ? control.frozen : tick;
  let share = 0;
  for (const stage of rollout.stages) if (stage.tick <= until) share = stage.share;
  for (const stage of control.staged) {
    if (stage.rollout === rollout.id && stage.tick <= until) share = stage.share;
  }
  return share;
}

/** A person's bucket in a rollout's hash space, [0, 1). Fixed for the life of the rollout. */
export function armBucket(assignmentKey: number, rolloutIndex: number, person: number): number {
  return uniform(assignmentKey, person, rolloutIndex, 3);
}
