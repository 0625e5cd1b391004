/** What each hypothesis foretells of given readings, as plain data: it travels between threads. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { readingsOf, type Query } from './readings.ts';
import { branchesOf, type Branch } from './signatures.ts';

/** A query and the minute at which it was read. */
export interface AtQuery extends Query {
  readonly tick: number;
}

export interface Foretold {
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

/** One world a hypothesis from one seed, read at every query. */
export function foretell(
  scenario: CompiledScenario,
  seed: string,
  queries: readonly AtQuery[],
): Foretold[] {
  const last = queries.reduce((most, q) => Math.max(most, q.tick), scenario.world.pageTick);
  return branchesOf(scenario, seed, last).map((branch) => foretoldBy(branch, queries));
}
