/**
 * The radius that what had been read supports best: of the claims at hand the one with the largest expected F1 under the
 * belief of that moment, recall weighed by loss and precision by sessions as a claim is scored against the truth. At hand are
 * nobody, everyone, whom each explanation touches, and what was claimed.
 */
import { beginTick } from '../../scenario/handover.ts';
import { heldRadius } from '../../session/heldRadius.ts';
import type { Run } from '../../session/run.ts';
import { EVERYONE, type Scope } from '../../sim/segments.ts';
import type { Observer } from '../../sim/telemetry/observer.ts';
import type { Belief } from '../belief/posterior.ts';
import { membersIn, scoreOf, type ClaimScore } from '../census.ts';
import { LAYERS, type Layer } from '../layers.ts';
import type { IncidentTable } from './incidentTable.ts';
import type { Touched } from './radii.ts';

export interface Supported {
  readonly layer: Layer;
  readonly claim: Scope;
  /** Expected F1 of that claim, and of the player's; null: nothing was said of the layer. */
  readonly expected: number;
  readonly yours: number | null;
}

/** Loss by member, and the weight it has in the belief. */
interface Possible {
  readonly lossOf: Float64Array;
  readonly weight: number;
}

/**
 * `belief`: when the radius was declared as it counts, or when the first change was made. Empty where nobody believes in what
 * can be run.
 */
export function supportedIn(
  run: Pick<Run, 'observer' | 'desk' | 'pair' | 'scenario'>,
  belief: Belief,
  { radii }: Pick<IncidentTable, 'radii'>,
): Supported[] {
  const { observer, scenario } = run;
  const { claims: held } = heldRadius(run);
  const believed = [...radii].filter(([id]) => belief.get(id)! > 0);
  const total = believed.reduce((sum, [id]) => sum + belief.get(id)!, 0);
  if (total === 0) return [];
  const tick = beginTick(scenario);
  return LAYERS.map((layer): Supported => {
    const possible = believed.map(([id, touched]): Possible => ({
      lossOf: lossesOf(observer, touched[layer], tick),
      weight: belief.get(id)! / total,
    }));
    const said = held[layer];
    const own = said === null ? [] : [said];
    const others = believed.map(([, touched]) => scopeOf(touched[layer]));
    const expected = (claim: Scope): number => expectedF1(observer, claim, possible, tick);
    const claims = [[], EVERYONE, ...others, ...own].map((claim) => ({
      claim,
      f1: expected(claim),
    }));
    const best = claims.reduce((most, other) => (other.f1 > most.f1 ? other : most));
    return {
      layer,
      claim: best.claim,
      expected: best.f1,
      yours: said === null ? null : expected(said),
    };
  });
}

const scopeOf = (groups: readonly Touched[]): Scope => groups.map(({ where }) => where);

function lossesOf(observer: Observer, groups: readonly Touched[], tick: number): Float64Array {
  const lossOf = new Float64Array(observer.pair.panel.share.length);
  for (const { where, loss } of groups) {
    membersIn(observer, [where], tick).forEach((isIn, m) => {
      if (isIn) lossOf[m] = loss;
    });
  }
  return lossOf;
}

function expectedF1(
  observer: Observer,
  claim: Scope,
  possible: readonly Possible[],
  tick: number,
): number {
  const { share } = observer.pair.panel;
  const isIn = membersIn(observer, claim, tick);
  return possible.reduce(
    (sum, { lossOf, weight }) => sum + weight * f1(scoreOf(isIn, lossOf, share)),
    0,
  );
}

/** Of a claim against losses; nobody claimed and nobody touched is a full hit. */
function f1({ precision, recall }: ClaimScore): number {
  if (precision === null || recall === null) return precision === recall ? 1 : 0;
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}
