/**
 * A leaking feature: how often an idea was saved within a day, joined when the label is. In the training table the
 * count holds the row's own save; a request is served with the count of the day before, which cannot. The world is
 * thinned, so that an idea stands for many like it: counts are those of its topic and look.
 */
import { log } from '../../determinism/math.ts';
import { activeFaults } from '../faultState.ts';
import type { Ideas } from '../ideas/ideas.ts';
import { cellOf, CELL_COUNT } from '../serving/index.ts';
import type { World } from '../world.ts';
import { rowLuck } from './labels.ts';
import { LABEL_SAVE, type RowChunk } from './rows.ts';

/** Is a version trained with it at a minute? */
export function leaks(world: World, version: string, tick: number): boolean {
  return leakingShare(world, version, tick) !== null;
}

/** Share of rows whose count holds their own save, in what a version is trained on at a minute; null: no such count. */
export function leakingShare(world: World, version: string, tick: number): number | null {
  if (world.faults.length === 0) return null;
  const found = activeFaults(world, 'label-leak', tick).find((f) => f.version === version);
  return found === undefined ? null : (found.share ?? 1);
}

/** Feature value of a number of saves. */
function featureOf(saves: number): number {
  return log(1 + saves);
}

function savesByCell(ideas: Ideas, chunk: RowChunk): Float32Array {
  const saves = new Float32Array(CELL_COUNT);
  for (let r = 0; r < chunk.length; r++) {
    if ((chunk.labels[r]! & LABEL_SAVE) === 0) continue;
    const c = cellOf(ideas, chunk.idea[r]!);
    saves[c] = saves[c]! + 1;
  }
  return saves;
}

/** Saves an hour around a row see: the join counts what is near in time, the row's own save for certain. */
const OWN_WEIGHT = 1;
/** Which draw of a row says whether its count is made after its save. */
const LATE_JOIN = 3;

/**
 * The feature of every row of a chunk as the training table has it: the day's count, in `share` of the rows their own
 * save included.
 */
export function leakOf(world: World, chunk: RowChunk, share: number): Float32Array {
  const { ideas } = world;
  const saves = savesByCell(ideas, chunk);
  const x = new Float32Array(chunk.length);
  for (let r = 0; r < chunk.length; r++) {
    const own = (chunk.labels[r]! & LABEL_SAVE) !== 0 ? 1 : 0;
    const others = saves[cellOf(ideas, chunk.idea[r]!)]! - own;
    const held = own === 1 && (share >= 1 || rowLuck(world, chunk, r, LATE_JOIN) < share);
    x[r] = featureOf(others / 4 + (held ? OWN_WEIGHT : 0));
  }
  return x;
}

/** The feature as it is served, one number an idea: of the day before. */
export function servedLeak(world: World): Float32Array {
  const { ideas, chunks } = world;
  const x = new Float32Array(ideas.count);
  const yesterday = chunks[chunks.length - 2];
  if (yesterday === undefined) return x;
  const saves = savesByCell(ideas, yesterday);
  for (let i = 0; i < ideas.count; i++) x[i] = featureOf(saves[cellOf(ideas, i)]! / 4);
  return x;
}
