/** A world that has run to its end and of which nothing but metrics is read any more, without what it would need to go on. */
import type { People } from './people/people.ts';
import type { World } from './world.ts';

/** Who somebody is to a dashboard: what people are grouped by. */
const WHO: ReadonlySet<keyof People> = new Set([
  'region',
  'platform',
  'tier',
  'activity',
  'language',
  'network',
  'entry',
  'adoption',
  'signupDay',
  'leaveDay',
  'historyLength',
] as const);

/**
 * The same world to whoever reads metrics from it: who people are, how the platform is set, what days and machines came
 * to. Memories, catalogue, counters and rows are let go, most of its memory; it cannot be advanced any more, and nothing
 * of the dashboards that read rows or serve slates can be read.
 */
export function forMetrics(world: World): World {
  return {
    ...world,
    people: emptied(world.people, WHO),
    ideas: emptied(world.ideas),
    counters: emptied(world.counters),
    popular: emptied(world.popular),
    index: emptied(world.index),
    itemParts: [],
    chunks: [],
    diary: [],
  };
}

/** A record whose columns are empty but for those kept; what is no column stays. */
function emptied<T extends object>(record: T, kept: ReadonlySet<keyof T> = new Set()): T {
  const left = { ...record };
  for (const [name, column] of Object.entries(record))
    if (ArrayBuffer.isView(column) && !kept.has(name as keyof T))
      Object.assign(left, { [name]: (column as Float32Array).slice(0, 0) });
  return left;
}
