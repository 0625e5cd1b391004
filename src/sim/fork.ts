/**
 * Copies of a World that go their own way. Finished chunks, indexes, item parts and snapshots are shared, and never
 * written from then on, see `owned.ts`. The large columns of people and ideas, and the open chunk, are shared until one of
 * the worlds goes on: that one takes its own copy first, see `ownColumns.ts`. So a checkpoint that is only kept costs
 * nothing while nobody moves.
 */
import { controlAlike, infraAlike, lineAlike } from './alike/platform.ts';
import { tallyAlike } from './alike/tally.ts';
import { copyControl } from './delivery/control.ts';
import { copyLine } from './delivery/registry.ts';
import type { Fault } from './faults.ts';
import { copyInfra } from './infra/state.ts';
import { copyTally } from './telemetry/tally.ts';
import { readTogether, share } from './owned.ts';
import { recordAlike, type World } from './world.ts';

/** An independent copy. `faults`: other faults than the original's, for a fault-free or a repaired world. */
export function forkWorld(world: World, faults: readonly Fault[] = world.faults): World {
  const last = world.chunks.length - 1;
  return recordAlike({
    ...world,
    faults,
    people: readTogether(world.people),
    ideas: readTogether(world.ideas),
    counters: readTogether(world.counters),
    popular: readTogether(world.popular),
    lines: world.lines.map((line) => lineAlike(copyLine(line))),
    itemParts: world.itemParts.map(share),
    control: controlAlike(copyControl(world.control)),
    infra: infraAlike(copyInfra(world.infra)),
    applied: world.applied.slice(),
    alarmed: { ...world.alarmed },
    chunks: world.chunks.map((chunk, k) => (k === last ? readTogether : share)(share(chunk))),
    today: tallyAlike(copyTally(world.today)),
    events: world.events.slice(),
  });
}
