/**
 * Can the truth be told from each rival in time? For each world the other worlds' signatures make the observer, who reads
 * route by route; a rival parts from the truth on a route where belief in the truth, against the rival alone, comes to
 * what is asked in the middle and in the unlucky tenth.
 */
import {
  mindOf,
  priorOf,
  updated,
  type Belief,
  type Mind,
} from '../../analysis/belief/posterior.ts';
import type { AtQuery, Foretold } from '../../analysis/belief/foretold.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { quantile } from '../evidence.ts';
import { foretoldOf, seenIn, type BeliefEvidence } from '../measure/belief.ts';
import type { LinesEvidence } from '../measure/lines.ts';
import { queriesOf, routesOf } from '../measure/routes.ts';
import { exhausted, proven, refuted, type Proof } from '../verdict.ts';
import { inSizes, ofAnySize, priorInSizes } from './sizes.ts';

/** What belief in the truth must come to: in the middle, and for one player in ten at least. */
const MEDIAN = 0.8;
const TENTH = 0.5;
/** Routes that must agree. */
const ROUTES = 2;
/** Belief that a single look may not bring about in the middle. */
export const TOO_SURE = 0.95;
/** A covariance needs two signatures besides the world that is read. */
const LEAST_SEEDS = 3;

/** Belief at the end of each way of reading, in every world and draw of the noise. */
export interface Beliefs {
  readonly routes: ReadonlyMap<string, readonly Belief[]>;
  /**
   * After the page and one panel alone as it opens, uncut: to choose the cut is to have found something out. Explanations
   * may have another size than the author gave them.
   */
  readonly looks: ReadonlyMap<string, readonly Belief[]>;
  readonly cases: number;
}

/** Null where too little was measured. */
export function beliefsOf(
  scenario: CompiledScenario,
  evidence: readonly BeliefEvidence[],
): Beliefs | null {
  if (evidence.length < LEAST_SEEDS) return null;
  const queries = queriesOf(scenario);
  const at = new Map(queries.map((query, i) => [JSON.stringify(query), i]));
  const placeOf = (query: AtQuery): number => at.get(JSON.stringify(query))!;
  const ways = [
    ...routesOf(scenario).map((r) => ({ id: r.id, route: true, at: r.queries.map(placeOf) })),
    ...queries.flatMap(({ metric, by, surface }, i) =>
      by.length === 0 && surface === 'all' && i > 0 ? [{ id: metric, route: false, at: [i] }] : [],
    ),
  ];
  const found = new Map<string, Belief[]>(ways.map((way) => [`${way.route} ${way.id}`, []]));
  const prior = priorOf(scenario);
  const runnable = new Set(evidence.flatMap((e) => e.foretold.map((f) => f.hypothesis)));
  const priorSized = priorInSizes(prior, runnable);
  let cases = 0;
  for (const world of evidence) {
    const foretold = evidence.filter((e) => e.seed !== world.seed).flatMap(foretoldOf);
    const sized = inSizes(foretold);
    const draws = world.seen[0]?.deviations.length ?? 0;
    cases += draws;
    for (let draw = 0; draw < draws; draw++) {
      const reading =
        (by: readonly Foretold[]) =>
        (mind: Mind, q: number): Mind =>
          updated(mind, by, q, queries[q]!, seenIn(world.seen[q]!, draw));
      const paged = reading(foretold)(mindOf(prior), 0);
      const pagedSized = reading(sized)(mindOf(priorSized), 0);
      for (const way of ways)
        found
          .get(`${way.route} ${way.id}`)!
          .push(
            way.route
              ? way.at.reduce(reading(foretold), paged).belief
              : ofAnySize(way.at.reduce(reading(sized), pagedSized).belief),
          );
    }
  }
  const only = (route: boolean): Map<string, readonly Belief[]> =>
    new Map(
      ways
        .filter((way) => way.route === route)
        .map((way) => [way.id, found.get(`${way.route} ${way.id}`)!]),
    );
  return { routes: only(true), looks: only(false), cases };
}

/** Belief in the truth as if only it and the rival were possible. */
function against(belief: Belief, truth: string, rival: string): number {
  const own = belief.get(truth) ?? 0;
  return own / Math.max(Number.MIN_VALUE, own + (belief.get(rival) ?? 0));
}

export function identifiable(
  scenario: CompiledScenario,
  beliefs: Beliefs | null,
  seeds: readonly LinesEvidence[],
): Proof {
  const truth = scenario.hypotheses.find((h) => h.truth)!;
  const rivals = scenario.hypotheses.filter((h) => !h.truth && h.faults !== null);
  const hidden = seeds.filter((s) => s.radius.touched === 'some' && s.radius.reading === null);
  if (hidden.length * 2 > seeds.length)
    return refuted(
      'identifiable',
      `Who is touched cannot be read off at the page on ${hidden.length} of ${seeds.length} seeds: no cut shows a group that is off beside one that is not.`,
      'Make the fault larger for those it reaches, or let the cut that parts them be read.',
    );
  if (beliefs === null)
    return exhausted('identifiable', 'too few worlds were run to tell rivals apart');
  const parts = rivals.map((rival) => {
    const routes = [...beliefs.routes].map(([id, list]) => {
      const p = list.map((belief) => against(belief, truth.id, rival.id));
      return { id, median: quantile(p, 0.5), tenth: quantile(p, 0.1) };
    });
    return {
      rival,
      good: routes.filter((r) => r.median >= MEDIAN && r.tenth >= TENTH),
      best: routes.toSorted((a, b) => b.median - a.median)[0]!,
    };
  });
  const alike = parts.find(({ good }) => good.length < ROUTES);
  if (alike !== undefined) {
    const { rival, good, best } = alike;
    return refuted(
      'identifiable',
      `The rival \`${rival.id}\` parts from the truth by ${good.length} of ${ROUTES} routes in ${beliefs.cases} cases; best “${best.id}”: belief ${best.median.toFixed(2)} in the middle, ${best.tenth.toFixed(2)} in the unlucky tenth.`,
      `The rival \`${rival.id}\` cannot be separated from the truth: give it a world that reads otherwise on another metric or cut, or remove it.`,
    );
  }
  const unrun = scenario.hypotheses.filter((h) => h.faults === null).map((h) => h.id);
  const weakest = parts.toSorted((a, b) => a.best.median - b.best.median)[0];
  return proven(
    'identifiable',
    `${parts.length} rivals part from the truth by ${ROUTES} routes or more in ${beliefs.cases} cases` +
      (weakest === undefined
        ? ''
        : `, the hardest \`${weakest.rival.id}\` by “${weakest.good[0]?.id}”`) +
      `; radius: ${seeds.find((s) => s.radius.reading !== null)?.radius.reading ?? 'nobody is set apart'}` +
      (unrun.length === 0
        ? ''
        : `; without a world of their own, so not weighed: ${unrun.join(', ')}`),
  );
}

/** Is one panel after the page, as it opens, enough to be sure? */
export function noGiveaway(scenario: CompiledScenario, beliefs: Beliefs | null): Proof {
  if (beliefs === null)
    return exhausted('shortcut', 'too few worlds were run to weigh single looks');
  const truth = scenario.hypotheses.find((h) => h.truth)!;
  const weighed = new Set(scenario.hypotheses.filter((h) => h.faults !== null).map((h) => h.id));
  for (const [look, list] of beliefs.looks) {
    const sure = list.map((belief) => {
      let all = 0;
      for (const [id, p] of belief) if (weighed.has(id)) all += p;
      return (belief.get(truth.id) ?? 0) / Math.max(Number.MIN_VALUE, all);
    });
    const median = quantile(sure, 0.5);
    if (median <= TOO_SURE) continue;
    return refuted(
      'shortcut',
      `The one panel ${look}, uncut, brings belief in the truth to ${median.toFixed(2)} in the middle of ${list.length} cases, whatever the size of each explanation.`,
      `Add a rival that reads alike on ${look}, so that a second reading is needed.`,
    );
  }
  return proven('shortcut', `no one of ${beliefs.looks.size} panels settles it as it opens`);
}
