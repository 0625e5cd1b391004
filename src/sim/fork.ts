/** Copies of a World that go their own way. Finished chunks, indexes, item parts and
 * snapshots are never written, so forks share them. */
import { copyChunk } from './data/rows.ts';
import { copyControl } from './delivery/control.ts';
import { copyLine } from './delivery/registry.ts';
import type { Fault } from './faults.ts';
import { copyInfra } from './infra/state.ts';
import { copyTally } from './telemetry/tally.ts';
import type { World } from './world.ts';

/** Copies every typed array of a flat record and keeps the rest. */
function copyColumns<T extends object>(columns: T): T {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(columns)) {
    copy[name] = ArrayBuffer.isView(value) ? (value as Float32Array).slice() : value;
  }
  return copy as T;
}

/** An independent copy. `faults`: other faults than the original's, for a fault-free or a repaired world. */
export function forkWorld(world: World, faults: readonly Fault[] = world.faults): World {
  const last = world.chunks.length - 1;
  return {
    ...world,
    faults,
    people: copyColumns(world.people),
    ideas: copyColumns(world.ideas),
    counters: copyColumns(world.counters),
    popular: copyColumns(world.popular),
    lines: world.lines.map(copyLine),
    itemParts: world.itemParts.slice(),
    control: copyControl(world.control),
    infra: copyInfra(world.infra),
    applied: world.applied.slice(),
    alarmed: { ...world.alarmed },
    chunks: world.chunks.map((chunk, k) => (k === last ? copyChunk(chunk) : chunk)),
    today: copyTally(world.today),
    events: world.events.slice(),
  };
}
