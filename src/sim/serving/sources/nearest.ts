/** Approximate nearest neighbours of a query within cells of the index. */
import { LOOK_COUNT } from '../../presets.ts';
import type { World } from '../../world.ts';
import { dotRows } from '../dot.ts';
import { offer } from '../topK.ts';
import { add } from './add.ts';
import { jitter } from './draws.ts';
import { agreesWith, foreignQuery } from './skew.ts';

/** Looks of a topic that a widened search always goes through: the query's own and those beside it. */
const NEIGHBOURS = 3;
/** Error of the search within a cell: it returns near neighbours, not always the nearest. */
const NEAREST_JITTER = 0.5;
/** What content from a person's own region is lifted by in retrieval, in the order of REGIONS. Design values. */
export const LOCALE_BOOST = [0.2, 0.32, 0.2, 0.3, 0.4, 0.38, 1.2, 0.4] as const;

/**
 * Adds up to `quota` ideas of a cell, nearest to the query first (and of the same topic in neighbouring looks when
 * `widen`). Returns how many it added.
 */
export function nearestIn(
  world: World,
  region: number,
  cell: number,
  query: Float32Array,
  at: number,
  quota: number,
  source: number,
  widen: boolean,
): number {
  const { scratch, index, ideas } = world;
  const { nearest, nearestDot, rowDot, foreignDot, mark, stamp, effects, seed } = scratch;
  const agreement = effects.agreement[source]!;
  const boost = LOCALE_BOOST[region]!;
  let n = 0;
  const cells = widen ? LOOK_COUNT : 1;
  const own = cell % LOOK_COUNT;
  for (let k = 0; k < cells; k++) {
    // A small catalogue fills the quota only from further looks.
    if (k >= NEIGHBOURS && n === quota) break;
    // Own look, then one to either side, then two …
    const aside = (k & 1) === 1 ? (k + 1) >> 1 : LOOK_COUNT - (k >> 1);
    const c = cell - own + ((own + aside) % LOOK_COUNT);
    const first = index.start[c]!;
    const end = index.start[c + 1]!;
    dotRows(query, at, index.embedding, first, end, rowDot);
    scratch.rowsScored += end - first;
    if (agreement < 1) dotRows(foreignQuery(query, at), 0, index.embedding, first, end, foreignDot);
    for (let m = first; m < end; m++) {
      const idea = index.members[m]!;
      if (mark[idea] === stamp) continue;
      const dot =
        agreement < 1 && !agreesWith(idea, agreement) ? foreignDot[m - first]! : rowDot[m - first]!;
      const s =
        dot + NEAREST_JITTER * jitter(seed, idea) + (ideas.region[idea] === region ? boost : 0);
      n = offer(nearest, nearestDot, n, quota, idea, s);
    }
  }
  let added = 0;
  for (let k = 0; k < n; k++) if (add(world, nearest[k]!, source)) added++;
  return added;
}
