/** The names a document gives to its parts, and the closed lists it may draw on. */
import { expand, valueAt } from './paths.ts';
import { allOverlaps } from '../sim/delivery/experiments.ts';
import { ONLY_POOL } from '../sim/setup.ts';
import type { Reference } from './reference.ts';
import {
  COMMAND_NAMES,
  COMPONENT_WORDS,
  INTERVENTION_KINDS,
  LOOK_VIEWS,
  MECHANISM_WORDS,
  PRINCIPLE_IDS,
} from './words.ts';

export type Names = Readonly<
  Record<Exclude<Reference, 'scope' | 'people' | 'metric'>, readonly string[]>
>;

/** Labels of arms together, as far as the document says them. */
function overlapsIn(data: unknown): string[] {
  const strings = (values: readonly unknown[]): string[] =>
    values.filter((value) => typeof value === 'string');
  return allOverlaps(
    expand(data, 'world.experiments.*')
      // Three is the most a document may have; a longer list is complained about, not spelled out.
      .slice(0, 3)
      .map((path) => ({
        id: String(valueAt(data, [...path, 'id'])),
        arms: strings(
          expand(data, [...path, 'arms.*.id'].join('.')).map((at) => valueAt(data, at)),
        ),
      })),
  );
}

export function namesIn(data: unknown): Names {
  const at = (pattern: string): string[] =>
    expand(data, pattern)
      .map((path) => valueAt(data, path))
      .filter((value) => typeof value === 'string');
  const pools = at('world.pools.*.id');
  const rollouts = at('world.rollouts.*.id');
  return {
    model: at('world.models.*.version'),
    build: at('world.builds.*.build'),
    rollout: rollouts,
    trial: [...rollouts, ...at('world.experiments.*.id')],
    overlap: overlapsIn(data),
    pool: pools.length === 0 ? [ONLY_POOL.id] : pools,
    cast: at('cast.*.id'),
    fault: at('faults.*.id'),
    hypothesis: at('hypotheses.*.id'),
    suspect: at('suspects.*.id'),
    state: at('chart.states.*.id'),
    command: COMMAND_NAMES,
    intervention: INTERVENTION_KINDS,
    view: Object.keys(LOOK_VIEWS),
    principle: PRINCIPLE_IDS,
    mechanism: Object.keys(MECHANISM_WORDS),
    component: Object.keys(COMPONENT_WORDS),
  };
}
