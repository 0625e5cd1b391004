/** What each hypothesis foretells of given readings, as plain data: it travels between threads. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { forMetrics } from '../../sim/forMetrics.ts';
import { readingsOf, type Query } from './readings.ts';
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
    deviations: queries.map(
      (query) => new Map(readingsOf(observer, query, query.tick).map((r) => [r.key, r.deviation])),
    ),
  };
}

/** One world an explanation from one seed, read at every query. */
export type Foretell = (
  scenario: CompiledScenario,
  seed: string,
  queries: readonly AtQuery[],
) => Foretold[];

/**
 * Keeps the worlds of the last incident: another run of it has other readings, and they are read in the same ones. These run
 * to their last epoch whatever is asked, so that an answer does not hang on what was asked before.
 */
export function createForetell(): Foretell {
  const worldsOf = keptOf<readonly Branch[]>((scenario, seed) => {
    const branches = branchesOf(scenario, seed, lastEpoch(scenario), {
      whose: 'listed and none of these',
    });
    // They have run to their end, and a run asks metrics of them and nothing else.
    for (const { observer } of branches) {
      const { pair } = observer;
      pair.live = forMetrics(pair.live);
      pair.twin = pair.twin === null ? null : forMetrics(pair.twin);
    }
    return branches;
  });
  return (scenario, seed, queries) =>
    worldsOf(scenario, seed).map((branch) => foretoldBy(branch, queries));
}
