/** What each hypothesis foretells of given readings, as plain data: it travels between threads. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { forgetLabels } from '../../sim/telemetry/observer.ts';
import { forMetrics } from '../../sim/forMetrics.ts';
import { readingsOfAll, type Query } from './readings.ts';
import { keptOf } from '../kept.ts';
import { branchesOf, lastEpoch, type Branch } from './signatures.ts';

/** A query and the minute at which it was read. */
export interface AtQuery extends Query {
  readonly tick: number;
}

export interface Foretold {
  /** Or NONE_OF_THESE: the same for faults that differ from seed to seed. */
  readonly hypothesis: string;
  readonly seed: string;
  /** By query, in the order asked: deviation in per cent, by group. */
  readonly deviations: readonly ReadonlyMap<string, number>[];
}

export function foretoldBy(branch: Branch, queries: readonly AtQuery[]): Foretold {
  const { hypothesis, seed, observer } = branch;
  return {
    hypothesis,
    seed,
    deviations: readingsOfAll(observer, queries).map(
      (readings) => new Map(readings.map((r) => [r.key, r.deviation])),
    ),
  };
}

/** One world an explanation from one seed, read at every query. */
export type Foretell = (
  scenario: CompiledScenario,
  seed: string,
  queries: readonly AtQuery[],
) => Foretold[];

/** Worlds with what they have answered: by query, in their order. */
interface Answering {
  readonly branches: readonly Branch[];
  readonly answers: Map<string, readonly ReadonlyMap<string, number>[]>;
}

/**
 * Keeps the worlds of the last incident and what they answered: another run of it has other readings, and they are read in
 * the same ones. These run to their last epoch whatever is asked, so that an answer does not hang on what was asked before.
 */
export function createForetell(): Foretell {
  const worldsOf = keptOf<Answering>((scenario, seed) => {
    const branches = branchesOf(scenario, seed, lastEpoch(scenario), {
      whose: 'listed and none of these',
    });
    // They have run to their end, and a run asks metrics of them and nothing else.
    for (const { observer } of branches) {
      const { pair } = observer;
      pair.live = forMetrics(pair.live);
      pair.twin = pair.twin === null ? null : forMetrics(pair.twin);
    }
    return { branches, answers: new Map() };
  });
  return (scenario, seed, queries) => {
    const { branches, answers } = worldsOf(scenario, seed);
    const names = queries.map(queryName);
    const fresh = new Map(
      queries.map((query, q) => [names[q]!, query] as const).filter(([id]) => !answers.has(id)),
    );
    const told = branches.map((branch) => {
      const { deviations } = foretoldBy(branch, [...fresh.values()]);
      // What it was asked is not asked again, and how it stood at every minute is much to keep.
      forgetLabels(branch.observer);
      return deviations;
    });
    for (const [k, id] of [...fresh.keys()].entries())
      answers.set(
        id,
        told.map((deviations) => deviations[k]!),
      );
    return branches.map(({ hypothesis }, b) => ({
      hypothesis,
      seed,
      deviations: names.map((id) => answers.get(id)![b]!),
    }));
  };
}

/** Queries of one name are answered alike. */
export function queryName({ metric, by, scope, surface, hours, tick }: AtQuery): string {
  return JSON.stringify([metric, by, scope, surface, hours, tick]);
}
