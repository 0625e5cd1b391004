/**
 * One hidden class for every world, however it was made. Engines make fast what they have met before, and take two
 * objects for alike by how they were built. A world is built by literals, copied for forks and brought back from other
 * threads; and a record that is spread gets a class that depends on how often that place has run before. So each kind
 * is written out once, field by field, and all pass through that literal: the compiler says where a field is missing.
 */
import type { World } from '../world.ts';
import { ideasAlike, peopleAlike } from './community.ts';
import {
  controlAlike,
  countersAlike,
  infraAlike,
  lineAlike,
  popularAlike,
  rowsAlike,
} from './platform.ts';
import { tallyAlike } from './tally.ts';

/** The record that holds all others. */
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

/** A world whose records are like every other world's. */
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
