/**
 * Over the whole library: somebody who suspects the nearest change must be right, wrong, and without one to suspect,
 * about equally often, or suspicion would replace looking. And undoing it must be right often enough not to be a vice.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { newestStage } from '../scenario/newestStage.ts';
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { exhausted, proven, refuted, type Proof } from './verdict.ts';

export const NEAREST = ['guilty', 'innocent', 'absent'] as const;
export type Nearest = (typeof NEAREST)[number];

/** A roll-out is near where it has moved in the days that a glance at the change list covers. */
const NEAR_DAYS = { minutes: 3, days: 28 } as const;
/** A third, and as far from it as still counts as about. */
const SHARE = 1 / 3;
const ABOUT = 1 / 6;
/** Least share of plays in which reversing the nearest change, alone or with what else is done, is as good as anything known. */
const LEAST_BEST = 0.25;
/** Harm within this share of what is at stake is as good as the least. */
export const AS_GOOD = 0.1;

/** What the nearest change that can be reversed has to do with it: the newest roll-out of a ranker. */
export function nearestOf({ world, faults, clock }: CompiledScenario): Nearest {
  const from = world.pageTick - NEAR_DAYS[clock] * MINUTES_PER_DAY;
  const newest = newestStage(world.rollouts, world.pageTick);
  if (newest === null || newest.tick < from) return 'absent';
  const version = newest.rollout.to;
  const blames = faults.some(
    (fault) =>
      ('version' in fault && fault.version === version) ||
      (fault.scope ?? []).some((part) =>
        [...(part.arm ?? []), ...(part.model ?? [])].includes(version),
      ),
  );
  return blames ? 'guilty' : 'innocent';
}

/** A play: an incident in one world, and whether reversing the nearest change was as good a move as any known. */
export interface Reversed {
  readonly scenario: string;
  readonly seed: string;
  readonly best: boolean;
}

export function proveLibrary(
  library: readonly CompiledScenario[],
  plays: readonly Reversed[],
): Proof {
  const by = new Map<Nearest, string[]>(NEAREST.map((word) => [word, []]));
  for (const scenario of library) by.get(nearestOf(scenario))!.push(scenario.id);
  const counts = [...by].map(([word, ids]) => `${word} in ${ids.length}`).join(', ');
  for (const [word, ids] of by) {
    const share = ids.length / Math.max(1, library.length);
    if (Math.abs(share - SHARE) > ABOUT)
      return refuted(
        'balance',
        `Of ${library.length} incidents the nearest change is ${counts}; ${word}: ${ids.join(', ') || 'none'}.`,
        share > SHARE
          ? `Write the next incident with another kind of nearest change, or vary one of those in which it is ${word}.`
          : `Write an incident in which the nearest change is ${word}.`,
      );
  }
  if (plays.length === 0)
    return exhausted('balance', `the nearest change is ${counts}; no play was measured`);
  const best = plays.filter((p) => p.best).length / plays.length;
  const share = `${Math.round(100 * best)} % of ${plays.length} plays`;
  return best < LEAST_BEST
    ? refuted(
        'balance',
        `Reversing the nearest change, alone or with what else is done, is best in ${share}; it should be in ${100 * LEAST_BEST} % at least.`,
        'Write an incident in which rolling back at once is right.',
      )
    : proven('balance', `the nearest change is ${counts}; reversing it is best in ${share}`);
}
