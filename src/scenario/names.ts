/** The names a document gives to its parts, and the closed lists it may draw on. */
import { expand, valueAt } from './paths.ts';
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

export function namesIn(data: unknown): Names {
  const at = (pattern: string): string[] =>
    expand(data, pattern)
      .map((path) => valueAt(data, path))
      .filter((value) => typeof value === 'string');
  const pools = at('world.pools.*.id');
  return {
    model: at('world.models.*.version'),
    build: at('world.builds.*.build'),
    rollout: at('world.rollouts.*.id'),
    pool: pools.length === 0 ? [ONLY_POOL.id] : pools,
    cast: at('cast.*.id'),
    fault: at('faults.*.id'),
    hypothesis: at('hypotheses.*.id'),
    state: at('chart.states.*.id'),
    command: COMMAND_NAMES,
    intervention: INTERVENTION_KINDS,
    view: Object.keys(LOOK_VIEWS),
    principle: PRINCIPLE_IDS,
    mechanism: Object.keys(MECHANISM_WORDS),
    component: Object.keys(COMPONENT_WORDS),
  };
}
