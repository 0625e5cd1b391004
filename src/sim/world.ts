/** The World: the only state of Corkboard. `createWorld` is the only reset. */
import { streamKey } from '../determinism/random.ts';
import { ideasAlike, peopleAlike } from './alike/community.ts';
import {
  controlAlike,
  countersAlike,
  infraAlike,
  lineAlike,
  popularAlike,
  rowsAlike,
} from './alike/platform.ts';
import { tallyAlike } from './alike/tally.ts';
import { createCounters, type Counters } from './data/counters.ts';
import type { DiaryDay } from './data/diaryShape.ts';
import { createChunk, type RowChunk } from './data/rows.ts';
import { priorWeights } from './data/prior.ts';
import { defaultControl, type Applied, type Control } from './delivery/control.ts';
import { weightsHash, type ModelLine } from './delivery/registry.ts';
import type { Fault } from './faults.ts';
import { createInfra, type Infra } from './infra/state.ts';
import { drawCatalogue, drawEncoder, topicPopularity, type Encoder } from './ideas/catalogue.ts';
import type { Ideas } from './ideas/ideas.ts';
import { drawPeople } from './people/population.ts';
import type { People } from './people/people.ts';
import { scheduleDay, type Schedule } from './people/visits.ts';
import { requireWithinLimits } from './limits.ts';
import { HEAD_COUNT, PRESETS, type Preset } from './presets.ts';
import { buildIndex, type RetrievalIndex } from './serving/index.ts';
import { judge } from './serving/verdicts.ts';
import { createPopular, type PopularTable } from './serving/popular.ts';
import { NO_TREES, type Trees } from './serving/trees.ts';
import { createScratch, type Scratch } from './serving/scratch.ts';
import { seedCounters } from './seedCounters.ts';
import { visitsByRegion } from './season.ts';
import type { WorldSpec } from './spec.ts';
import { keysOf, type Keys } from './streamKeys.ts';
import { emptyTally, type DayTally } from './telemetry/tally.ts';

export interface World {
  readonly spec: WorldSpec;
  readonly preset: Preset;
  keys: Keys;
  readonly encoder: Encoder;
  /** Working memory; not state, shared by forks. */
  readonly scratch: Scratch;
  /** Faults that act here: the fault-free twin has none. */
  faults: readonly Fault[];
  /** The next minute to be simulated. */
  tick: number;
  /** These four are in common with forks until one goes on, see `ownColumns.ts`. */
  people: People;
  ideas: Ideas;
  counters: Counters;
  popular: PopularTable;
  index: RetrievalIndex;
  lines: ModelLine[];
  /** Per line, `HEAD_COUNT × capacity`: the item part of each head's logit. */
  itemParts: Float32Array[];
  control: Control;
  /** Queues and caches of the machines, and their record. */
  infra: Infra;
  /** The light ranker; replaced whole when it is fitted anew. */
  light: Trees;
  applied: Applied[];
  /** Since when robots have seen the reported save rate too low, by robot. */
  alarmed: Record<string, number>;
  /** Training rows, one chunk a day, newest last. */
  chunks: RowChunk[];
  schedule: Schedule;
  /** Finished days, oldest first, and the running one. */
  tallies: DayTally[];
  today: DayTally;
  /** What finished days' rows came to, oldest first; never written again. */
  diary: readonly DiaryDay[];
  /** Rises whenever what is served may have changed other than by its own drift. */
  servingVersion: number;
  /** What the delivery machinery did by itself: trainings, promotions, stages, with the minute. */
  events: WorldEvent[];
}

export interface WorldEvent {
  readonly tick: number;
  readonly kind: 'trained' | 'promoted' | 'not promoted' | 'stage' | 'in effect' | 'failed';
  readonly text: string;
}

/** Re-keys the streams that go on after a fork; who people are and who is in which arm stays. */
export function branchKeys(world: World, branch: string): void {
  const fresh = keysOf(`${world.spec.seed}/${branch}`);
  world.keys = { ...fresh, assignment: world.keys.assignment, panel: world.keys.panel };
}

/** Room for uploads: as many days of them as the largest supply makes of one. */
function mostSupply(faults: readonly Fault[]): number {
  let most = 1;
  for (const fault of faults) if (fault.kind === 'supply') most = Math.max(most, fault.factor);
  return most;
}

/** Throws a RangeError for what no world can be made of, see limits.ts. */
export function createWorld(spec: WorldSpec): World {
  requireWithinLimits(spec);
  const preset = spec.sizes ?? PRESETS[spec.setup.preset];
  const encoder = drawEncoder(streamKey(spec.seed, 'encoder'));
  const ideas = drawCatalogue(
    streamKey(spec.seed, 'ideas'),
    preset,
    encoder,
    Math.ceil((spec.days + 1) * mostSupply(spec.faults)),
  );
  const people = drawPeople(
    streamKey(spec.seed, 'people'),
    preset,
    ideas,
    topicPopularity(),
    spec.days,
    spec.faults,
  );
  const keys = keysOf(spec.seed);
  const counters = createCounters(ideas.capacity);
  judge(keys.verdicts, ideas, 0);
  seedCounters(streamKey(spec.seed, 'counters'), preset, ideas, counters);
  const lines = spec.setup.models.map((model): ModelLine => {
    const first = {
      id: `${model.version}.d0`,
      trainedTick: 0,
      weights: priorWeights(),
      fromDay: 0,
      toDay: 0,
      rows: 0,
      recipe: 'daily' as const,
      lineage: {
        features: 'f1',
        embedding: 'e1',
        index: 'i0',
        weightsHash: weightsHash(priorWeights()),
      },
      offline: null,
    };
    return {
      version: model.version,
      spec: model,
      snapshots: [first],
      served: first,
      frozen: false,
    };
  });
  const world: World = {
    spec,
    preset,
    keys,
    encoder,
    scratch: createScratch(ideas.capacity),
    faults: spec.faults,
    tick: 0,
    people,
    ideas,
    counters,
    popular: createPopular(ideas.capacity),
    index: buildIndex(ideas, 0, 0),
    lines,
    itemParts: lines.map(() => new Float32Array(HEAD_COUNT * ideas.capacity)),
    control: defaultControl(),
    infra: createInfra(spec.setup),
    light: NO_TREES,
    applied: [],
    alarmed: {},
    chunks: [createChunk(0, preset.sessionsPerDay * 14)],
    schedule: scheduleDay(keys.visits, people, 0),
    tallies: [],
    today: emptyTally(0),
    diary: [],
    servingVersion: 0,
    events: [],
  };
  if (spec.setup.calendar !== undefined)
    world.schedule = scheduleDay(keys.visits, people, 0, visitsByRegion(world, 0));
  return worldAlike(world);
}

/** A world as the one literal that makes it, see `worldAlike`. */
export const recordAlike = (r: World): World => ({
  spec: r.spec,
  preset: r.preset,
  keys: r.keys,
  encoder: r.encoder,
  scratch: r.scratch,
  faults: r.faults,
  tick: r.tick,
  people: r.people,
  ideas: r.ideas,
  counters: r.counters,
  popular: r.popular,
  index: r.index,
  lines: r.lines,
  itemParts: r.itemParts,
  control: r.control,
  infra: r.infra,
  light: r.light,
  applied: r.applied,
  alarmed: r.alarmed,
  chunks: r.chunks,
  schedule: r.schedule,
  tallies: r.tallies,
  today: r.today,
  diary: r.diary,
  servingVersion: r.servingVersion,
  events: r.events,
});

/**
 * One hidden class for every world, however it was made. Engines make fast what they have met before, and take two
 * objects for alike by how they were built. A world is built by literals, copied for forks and brought back from other
 * threads; and a record that is spread gets a class that depends on how often that place has run before. So each kind
 * is written out once, field by field, and all pass through that literal: the compiler says where a field is missing.
 */
export const worldAlike = (world: World): World =>
  recordAlike({
    ...world,
    people: peopleAlike(world.people),
    ideas: ideasAlike(world.ideas),
    counters: countersAlike(world.counters),
    popular: popularAlike(world.popular),
    lines: world.lines.map(lineAlike),
    control: controlAlike(world.control),
    infra: infraAlike(world.infra),
    chunks: world.chunks.map(rowsAlike),
    today: tallyAlike(world.today),
  });
