/** Approximate nearest neighbours of a query within cells of the index. */
import { LOOK_COUNT } from '../../presets.ts';
import type { World } from '../../world.ts';
import { add } from './add.ts';
import { setForeign } from './skew.ts';

/** Looks of a topic that a widened search always goes through: the query's own and those beside it. */
const NEIGHBOURS = 3;
/** What content from a person's own region is lifted by in retrieval, in the order of REGIONS. Design values. */
export const LOCALE_BOOST = [0.2, 0.32, 0.2, 0.3, 0.4, 0.38, 1.2, 0.4] as const;

/**
 * Adds up to `quota` ideas of a cell, nearest to the query first (and of the same topic in neighbouring looks when
 * `widen`). The search errs: it returns near neighbours, not always the nearest. `query`: its address in the kernel's
 * memory; `values`: what stands there. Returns how many it added.
 */
export function nearestIn(
  world: World,
  region: number,
  cell: number,
  query: number,
  values: Float32Array,
  quota: number,
  source: number,
  widen: boolean,
): number {
  const { scratch } = world;
  const { kernel, nearest, stamp, effects, seed } = scratch;
  const { start } = world.index;
  const agreement = effects.agreement[source]!;
  if (agreement < 1) setForeign(values, scratch.foreign);
  const index = scratch.residents.index(world.index);
  const boost = LOCALE_BOOST[region]!;
  let n = 0;
  const cells = widen ? LOOK_COUNT : 1;
  const own = cell % LOOK_COUNT;
  for (let k = 0; k < cells; k++) {
    // A small catalogue fills the quota only from further looks.
    if (k >= NEIGHBOURS && n >= quota) break;
    // Own look, then one to either side, then two …
    const aside = (k & 1) === 1 ? (k + 1) >> 1 : LOOK_COUNT - (k >> 1);
    const c = cell - own + ((own + aside) % LOOK_COUNT);
    scratch.rowsScored += start[c + 1]! - start[c]!;
    n = kernel.near(index, query, c, seed, region, boost, stamp, agreement, n);
  }
  kernel.best(n, quota);
  let added = 0;
  for (let k = 0; k < n && k < quota; k++) if (add(world, nearest[k]!, source)) added++;
  return added;
}
