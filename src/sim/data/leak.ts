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
import { LABEL_SAVE, type RowChunk } from './rows.ts';

/** Is a version trained with it at a minute? */
export function leaks(world: World, version: string, tick: number): boolean {
  if (world.faults.length === 0) return false;
  return activeFaults(world, 'label-leak', tick).some((fault) => fault.version === version);
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

/** The feature of every row of a chunk as the training table has it: the day's count, the row's own save included. */
export function leakOf(ideas: Ideas, chunk: RowChunk): Float32Array {
  const saves = savesByCell(ideas, chunk);
  const x = new Float32Array(chunk.length);
  for (let r = 0; r < chunk.length; r++) {
    const own = (chunk.labels[r]! & LABEL_SAVE) !== 0 ? 1 : 0;
    const others = saves[cellOf(ideas, chunk.idea[r]!)]! - own;
    x[r] = featureOf(others / 4 + OWN_WEIGHT * own);
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
