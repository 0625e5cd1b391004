/** Which drill it is tonight, and which comes next of a difficulty. */
import type { PoolDrill } from '../../drills/pool.ts';
import { DIFFICULTIES, drillNamed, type Difficulty } from '../../drills/nameFormat.ts';
import type { SavedRun } from '../../storage/saves.ts';
import type { RunSource } from '../app/run.ts';

const DAY_MS = 24 * 3_600_000;

/** A prime: a walk in steps of it comes to every drill before it comes to one again. */
const STRIDE = 7919;

/** The same for everybody on a UTC day who has the same pool; undefined where there is none. `now`: milliseconds since the epoch. */
export const tonightOf = (drills: readonly PoolDrill[], now: number): PoolDrill | undefined =>
  drills[(Math.floor(now / DAY_MS) * STRIDE) % drills.length];

export const difficultyOf = ({ id }: PoolDrill): Difficulty =>
  drillNamed(id)?.difficulty ?? DIFFICULTIES[0];

/** The first of a difficulty that was not closed yet; where all were, the one that was closed first. */
export const nextDrill = (
  drills: readonly PoolDrill[],
  difficulty: Difficulty,
  runs: readonly SavedRun[],
): PoolDrill | undefined => {
  const own = drills.filter((drill) => difficultyOf(drill) === difficulty);
  const closedAt = new Map(
    runs.flatMap((run) => (run.closed ? [[run.scenario, run.updatedAt] as const] : [])),
  );
  return (
    own.find(({ id }) => !closedAt.has(id)) ??
    own.toSorted((a, b) => (closedAt.get(a.id) ?? 0) - (closedAt.get(b.id) ?? 0))[0]
  );
};

export const freshDrill = ({ id, callSign, headline }: PoolDrill): RunSource => ({
  id: crypto.randomUUID(),
  scenario: id,
  // Proven in this world and in no other.
  seed: id,
  callSign,
  headline,
  commands: [],
  draft: null,
  scratch: '',
});
