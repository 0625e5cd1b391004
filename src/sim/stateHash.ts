/** The canonical hash of everything that is state in a World. Equal in every engine for equal runs. */
import { Hasher } from '../determinism/hash.ts';
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
  h.string(JSON.stringify(world.control));
  h.string(JSON.stringify(world.alarmed));
  return h.digest();
}
