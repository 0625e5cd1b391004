/** Cases on which the observer is tested: worlds of seeds no signature uses, each true to one hypothesis, and looked at. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { streamKey } from '../../determinism/random.ts';
import { createLattice } from '../../sim/telemetry/noise.ts';
import { foretoldBy } from './foretold.ts';
import { looksOf, LOOKERS } from './lookers.ts';
import { mindOf, priorOf, updated, withNone, type Mind } from './posterior.ts';
import { readingsOf } from './readings.ts';
import { drawnSize } from './size.ts';
import { branchesOf, lastEpoch, type Branch, type Whose } from './signatures.ts';

export interface BeliefCase {
  readonly scenario: string;
  readonly truth: string;
  readonly looker: string;
  /** Looks so far, the page's own number included. */
  readonly looks: number;
  readonly belief: Readonly<Record<string, number>>;
  /** The belief of somebody who takes all readings for independent. */
  readonly naive: Readonly<Record<string, number>>;
}

export interface CaseOptions {
  /** Seeds that the signatures come from, and seeds of the worlds looked at. */
  readonly signatures: readonly string[];
  readonly worlds: readonly string[];
  /** Times what its author wrote, by `seed/hypothesis`; absent: drawn. */
  readonly sizeOf?: (name: string) => number;
}

/** Worlds of which none of the list is so are among those looked at. */
const WHOSE: Whose = 'listed and none of these';

export function casesOf(scenario: CompiledScenario, options: CaseOptions): BeliefCase[] {
  const end = lastEpoch(scenario);
  const signatures = options.signatures.flatMap((seed) =>
    branchesOf(scenario, seed, end, { whose: WHOSE }),
  );
  return options.worlds.flatMap((seed) =>
    branchesOf(scenario, seed, end, {
      whose: WHOSE,
      sizeOf: (hypothesis) => (options.sizeOf ?? drawnSize)(`${seed}/${hypothesis}`),
      latticeOf: (pair) => createLattice(pair.live.keys.noise, pair.panel.person.length),
    }).flatMap((world) => lookedAt(scenario, signatures, world)),
  );
}

function lookedAt(
  scenario: CompiledScenario,
  signatures: readonly Branch[],
  world: Branch,
): BeliefCase[] {
  return LOOKERS.flatMap((looker) => {
    const key = streamKey(`${world.seed}/${world.hypothesis}`, looker);
    const queries = looksOf(scenario, looker, key);
    const foretold = signatures.map((branch) => foretoldBy(branch, queries));
    let mind: Mind = mindOf(priorOf(scenario));
    let naive = mind;
    return queries.map((query, k): BeliefCase => {
      const seen = readingsOf(world.observer, query, query.tick);
      mind = updated(mind, foretold, k, query, seen);
      naive = updated(naive, foretold, k, query, seen, true);
      return {
        scenario: scenario.id,
        truth: world.hypothesis,
        looker,
        looks: k + 1,
        belief: Object.fromEntries(withNone(mind.belief, mind.none)),
        naive: Object.fromEntries(withNone(naive.belief, naive.none)),
      };
    });
  });
}
