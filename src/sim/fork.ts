/** Copies of a World that go their own way. Finished chunks, indexes, item parts and snapshots are shared, and
 * never written from then on, see `owned.ts`. */
import { ideasAlike, peopleAlike } from './alike/community.ts';
import {
  controlAlike,
  countersAlike,
  infraAlike,
  lineAlike,
  popularAlike,
} from './alike/platform.ts';
import { tallyAlike } from './alike/tally.ts';
import { copyChunk } from './data/rows.ts';
import { copyControl } from './delivery/control.ts';
import { copyLine } from './delivery/registry.ts';
import type { Fault } from './faults.ts';
import { copyInfra } from './infra/state.ts';
import { copyTally } from './telemetry/tally.ts';
import { share } from './owned.ts';
import { recordAlike, type World } from './world.ts';

/** Puts a copy in the place of every typed array of a flat record; for one that nobody else has yet. */
function ownColumns<T extends object>(columns: T): T {
  const own = columns as Record<string, unknown>;
  for (const [name, value] of Object.entries(columns))
    if (ArrayBuffer.isView(value)) own[name] = (value as Float32Array).slice();
  return columns;
}

/** An independent copy. `faults`: other faults than the original's, for a fault-free or a repaired world. */
export function forkWorld(world: World, faults: readonly Fault[] = world.faults): World {
  const last = world.chunks.length - 1;
  return recordAlike({
    ...world,
    faults,
    people: ownColumns(peopleAlike(world.people)),
    ideas: ownColumns(ideasAlike(world.ideas)),
    counters: ownColumns(countersAlike(world.counters)),
    popular: ownColumns(popularAlike(world.popular)),
    lines: world.lines.map((line) => lineAlike(copyLine(line))),
    itemParts: world.itemParts.map(share),
    control: controlAlike(copyControl(world.control)),
    infra: infraAlike(copyInfra(world.infra)),
    applied: world.applied.slice(),
    alarmed: { ...world.alarmed },
    chunks: world.chunks.map((chunk, k) => (k === last ? copyChunk(chunk) : share(chunk))),
    today: tallyAlike(copyTally(world.today)),
    events: world.events.slice(),
  });
}
