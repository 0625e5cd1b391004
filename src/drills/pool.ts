/**
 * The drills that are shipped: names that were proven, each with what a list shows and a stamp of what it was proven on. From
 * a name the page makes the scenario again, so the pool stays small.
 */
import { hashString } from '../determinism/hash.ts';
import type { ScenarioDocument } from '../scenario/schema.ts';
import { DIFFICULTIES, drillNamed, type Difficulty } from './nameFormat.ts';
import type { FamilyId, Newest } from './plan.ts';
import type { DrillProof } from './prove.ts';

export interface PoolDrill {
  readonly id: string;
  readonly callSign: string;
  /** The page, as it reads before any world stands. */
  readonly headline: string;
  readonly family: FamilyId;
  readonly newest: Newest;
  /** Is taking the newest ranker back as good as anything known? */
  readonly reversalBest: boolean;
  /** Of all that a proof depends on. */
  readonly stamp: string;
}

export interface Pool {
  /** Of the worlds it was proven in. */
  readonly simulator: string;
  /** Drills lived through, and those among them that passed. */
  readonly generated: number;
  readonly survived: number;
  readonly drills: readonly PoolDrill[];
}

/** Of a hundred drills with a guilty roll-out so many at most are for a part of people: of the others going back is best. */
const COHORTS = 0.2;
const THIRDS = 3;

/** What of a drill a proof depends on; the rest is words, and words are checked without a world. */
export function stampOf(source: ScenarioDocument): string {
  const {
    id,
    version,
    seed,
    rollback,
    world,
    page,
    faults,
    hypotheses,
    references,
    recovery,
    expectations,
  } = source;
  return hashString(
    JSON.stringify({
      id,
      version,
      seed,
      rollback,
      world,
      rule: page.rule,
      faults,
      rivals: hypotheses.map((h) => [h.id, h.truth ?? false, h.world ?? null]),
      references: references.map((line) => line.steps),
      recovery,
      expectations,
    }),
  );
}

/** Places for drills of one difficulty and one kind of newest change, in a pool of so many. */
function placesIn(size: number): number {
  return Math.ceil(size / (DIFFICULTIES.length * THIRDS));
}

const cellOf = ({ difficulty, newest }: { difficulty: Difficulty; newest: Newest }): string =>
  `${difficulty} ${newest}`;

/** Keeps count of what a pool still lacks. */
export interface Lack {
  /** Is there a place for such a drill? */
  readonly wants: (drill: {
    readonly difficulty: Difficulty;
    readonly newest: Newest;
    readonly family: FamilyId;
  }) => boolean;
  readonly take: (drill: {
    readonly difficulty: Difficulty;
    readonly newest: Newest;
    readonly family: FamilyId;
  }) => void;
  readonly isFilled: () => boolean;
}

export function lackOf(size: number): Lack {
  const places = placesIn(size);
  const taken = new Map<string, number>();
  const cohorts = new Map<Difficulty, number>();
  const at = (key: string): number => taken.get(key) ?? 0;
  return {
    wants: (drill) =>
      at(cellOf(drill)) < places &&
      (drill.family !== 'cohort' ||
        (cohorts.get(drill.difficulty) ?? 0) < Math.ceil(COHORTS * places)),
    take: (drill) => {
      taken.set(cellOf(drill), at(cellOf(drill)) + 1);
      if (drill.family === 'cohort')
        cohorts.set(drill.difficulty, (cohorts.get(drill.difficulty) ?? 0) + 1);
    },
    isFilled: () =>
      taken.size === DIFFICULTIES.length * THIRDS && [...taken.values()].every((n) => n >= places),
  };
}

/** A pool of at most so many from what was proven, the lowest numbers first. */
export function poolOf(
  proofs: readonly (DrillProof & { readonly stamp: string })[],
  size: number,
  simulator: string,
): Pool {
  const numbered = proofs
    .map((proof) => ({ proof, name: drillNamed(proof.id)! }))
    .toSorted((a, b) => a.name.number - b.name.number || a.name.difficulty - b.name.difficulty);
  const lack = lackOf(size);
  const drills = numbered.flatMap(({ proof, name }): PoolDrill[] => {
    const { id, callSign, headline, family, newest, reversalBest, stamp, refuted } = proof;
    const kind = { difficulty: name.difficulty, newest, family };
    if (refuted.length > 0 || !lack.wants(kind)) return [];
    lack.take(kind);
    return [{ id, callSign, headline, family, newest, reversalBest, stamp }];
  });
  return {
    simulator,
    generated: proofs.length,
    survived: proofs.filter((p) => p.refuted.length === 0).length,
    drills,
  };
}

export interface Mix {
  readonly drills: number;
  readonly newest: Readonly<Record<Newest, number>>;
  readonly reversalBest: number;
}

/** Shares of the pool. */
export function mixOf({ drills }: Pool): Mix {
  const share = (is: (drill: PoolDrill) => boolean): number =>
    drills.filter(is).length / Math.max(1, drills.length);
  return {
    drills: drills.length,
    newest: {
      guilty: share((d) => d.newest === 'guilty'),
      innocent: share((d) => d.newest === 'innocent'),
      absent: share((d) => d.newest === 'absent'),
    },
    reversalBest: share((d) => d.reversalBest),
  };
}
