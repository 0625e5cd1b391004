/** The canonical hash of everything that is state in a World. Equal in every engine for equal runs. */
import { Hasher, type HashableArray } from '../determinism/hash.ts';
import type { RowChunk } from './data/rows.ts';
import type { World } from './world.ts';

export function stateHash(world: World): string {
  const h = new Hasher();
  h.number(world.tick);
  for (const columns of [world.people, world.ideas, world.counters]) {
    for (const value of Object.values(columns as unknown as Record<string, unknown>)) {
      if (ArrayBuffer.isView(value)) h.array(value as Float32Array);
      else if (typeof value === 'number') h.number(value);
    }
  }
  for (const line of world.lines) {
    h.string(line.version);
    h.string(line.served.id);
    h.array(line.served.weights);
  }
  for (const chunk of world.chunks) {
    h.number(chunk.day);
    h.number(chunk.length);
    h.array(chunk.idea.subarray(0, chunk.length));
    h.array(chunk.labels.subarray(0, chunk.length));
    h.array(chunk.delay.subarray(0, chunk.length));
  }
  h.array(world.infra.now);
  h.number(world.infra.hitShare);
  h.array(world.light.value);
  h.string(JSON.stringify(world.control));
  h.string(JSON.stringify(world.alarmed));
  return h.digest();
}

/** Parts of a World whose states are told apart when a replay parts from its recording. */
export const WORLD_PARTS = [
  'people',
  'ideas',
  'counters',
  'popular',
  'models',
  'index',
  'rows',
  'control',
  'tallies',
] as const;
export type WorldPart = (typeof WORLD_PARTS)[number];

/**
 * The hash of each part. Rows are those of the newest two days and the lengths of all before: a finished day is never
 * written again, so whoever hashes daily has hashed it.
 */
export function partHashes(world: World): Record<WorldPart, string> {
  return Object.fromEntries(WORLD_PARTS.map((part) => [part, partHash(world, part)])) as Record<
    WorldPart,
    string
  >;
}

export function partHash(world: World, part: WorldPart): string {
  const h = new Hasher();
  switch (part) {
    case 'people':
    case 'ideas':
    case 'counters':
    case 'popular':
    case 'index':
      columns(h, world[part]);
      break;
    case 'models':
      for (const { version, served } of world.lines)
        h.string(version).string(served.id).array(served.weights);
      for (const itemPart of world.itemParts) h.array(itemPart);
      break;
    case 'rows':
      world.chunks.forEach((chunk, k) => {
        h.number(chunk.day).number(chunk.length);
        if (k >= world.chunks.length - 2) rows(h, chunk);
      });
      break;
    case 'control':
      h.string(JSON.stringify([world.control, world.applied]));
      break;
    case 'tallies':
      h.number(world.tallies.length);
      for (const tally of [...world.tallies.slice(-1), world.today]) columns(h, tally);
      break;
  }
  return h.digest();
}

function columns(h: Hasher, record: object): void {
  for (const value of Object.values(record)) {
    if (ArrayBuffer.isView(value)) h.array(value as HashableArray);
    else if (typeof value === 'number') h.number(value);
  }
}

/** Columns of a chunk are allocated longer than they are filled, some by a factor. */
function rows(h: Hasher, chunk: RowChunk): void {
  for (const value of Object.values(chunk)) {
    if (!ArrayBuffer.isView(value)) continue;
    const column = value as HashableArray;
    h.array(column.subarray(0, (column.length / chunk.weight.length) * chunk.length));
  }
}
