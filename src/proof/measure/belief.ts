/** One seed of what every hypothesis foretells of every look, and of what the truth then shows, as plain data. */
import { foretoldBy, type Foretold } from '../../analysis/belief/foretold.ts';
import { readingsOf, type Reading } from '../../analysis/belief/readings.ts';
import { branchesOf } from '../../analysis/belief/signatures.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { streamKey } from '../../determinism/random.ts';
import { createLattice } from '../../sim/telemetry/noise.ts';
import { observe } from '../../sim/telemetry/observer.ts';
import { BUDGET, queriesOf } from './routes.ts';

/** Readings of one query, group by group; columns follow `keys`. A group that is not read is null. */
export interface SeenQuery {
  readonly keys: readonly string[];
  readonly errors: readonly number[];
  /** By draw of the noise. */
  readonly deviations: readonly (readonly (number | null)[])[];
}

export interface BeliefEvidence {
  readonly seed: string;
  /** By hypothesis and query: deviations by group, without noise. */
  readonly foretold: readonly {
    readonly hypothesis: string;
    readonly deviations: readonly Readonly<Record<string, number>>[];
  }[];
  /** By query, of the world in which the truth is true. */
  readonly seen: readonly SeenQuery[];
}

/** `draws`: of the noise of readings. Throws what `createWorld` throws, and where the truth cannot be run. */
export function measureBelief(
  scenario: CompiledScenario,
  seed: string,
  draws: number,
): BeliefEvidence {
  const queries = queriesOf(scenario);
  const end = scenario.world.pageTick + BUDGET[scenario.clock];
  const branches = branchesOf(scenario, seed, end, { whose: 'listed', members: Infinity });
  const truth = scenario.hypotheses.find((h) => h.truth)?.id;
  const branch = branches.find((b) => b.hypothesis === truth);
  if (branch === undefined) throw new Error(`${scenario.id} has no truth that can be run.`);
  const { pair } = branch.observer;
  const observers = Array.from({ length: draws }, (_, k) =>
    observe(pair, createLattice(streamKey(`${seed}/${k}`, 'noise'), pair.panel.person.length)),
  );
  return {
    seed,
    foretold: branches.map((b) => {
      const { hypothesis, deviations } = foretoldBy(b, queries);
      return { hypothesis, deviations: deviations.map((d) => Object.fromEntries(d)) };
    }),
    seen: queries.map((query) =>
      inColumns(observers.map((observer) => readingsOf(observer, query, query.tick))),
    ),
  };
}

function inColumns(drawn: readonly (readonly Reading[])[]): SeenQuery {
  const errors = new Map<string, number>();
  for (const { key, error } of drawn.flat()) errors.set(key, error);
  const keys = [...errors.keys()];
  return {
    keys,
    errors: [...errors.values()],
    deviations: drawn.map((readings) =>
      keys.map((key) => readings.find((r) => r.key === key)?.deviation ?? null),
    ),
  };
}

export function foretoldOf({ seed, foretold }: BeliefEvidence): Foretold[] {
  return foretold.map(({ hypothesis, deviations }) => ({
    hypothesis,
    seed,
    deviations: deviations.map((d) => new Map(Object.entries(d))),
  }));
}

/** What one draw of the noise read of a query. */
export function seenIn({ keys, errors, deviations }: SeenQuery, draw: number): Reading[] {
  return keys.flatMap((key, i) => {
    const deviation = deviations[draw]?.[i] ?? null;
    return deviation === null ? [] : [{ key, deviation, error: errors[i]! }];
  });
}
