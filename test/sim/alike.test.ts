/**
 * Worlds that are made, forked and brought back from another thread have one hidden class each: a fork that has another
 * runs a third slower, and makes all worlds slower after it.
 */
import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { forkWorld } from '../../src/sim/fork.ts';
import { packWorld, unpackWorld } from '../../src/sim/parcel.ts';
import { advance } from '../../src/sim/step.ts';
import { createWorld, type World } from '../../src/sim/world.ts';
import { spec } from './worlds.ts';

setFlagsFromString('--allow-natives-syntax');
type Ask = (a: object, b?: object) => boolean;
const alike = runInThisContext('(a, b) => %HaveSameMap(a, b)') as Ask;
const quick = runInThisContext('(a) => %HasFastProperties(a)') as Ask;

const recordsOf = (world: World): Record<string, object> => ({
  world,
  people: world.people,
  ideas: world.ideas,
  counters: world.counters,
  popular: world.popular,
  control: world.control,
  infra: world.infra,
  today: world.today,
  line: world.lines[0]!,
  rows: world.chunks.at(-1)!,
  slate: world.scratch.slates[0]!,
});

/** As often as engines take to remember how a place of the code makes its objects, and more. */
const OFTEN = 20;

test('worlds are alike to the engine, however they were made and however often', () => {
  const made = createWorld(spec('alike'));
  advance(made, 2 * 1440 + 5);
  const wanted = recordsOf(made);
  const same = (world: World, how: string): void => {
    for (const [name, record] of Object.entries(recordsOf(world))) {
      expect(quick(record), `${name}, ${how}`).toBe(true);
      expect(alike(record, wanted[name]), `${name}, ${how}`).toBe(true);
    }
  };
  same(createWorld(spec('alike too')), 'made');
  let world = made;
  for (let k = 0; k < OFTEN; k++) {
    world = forkWorld(world);
    same(world, `fork ${k}`);
    same(unpackWorld(structuredClone(packWorld(world))), `brought back ${k}`);
    advance(world, world.tick + 60);
    same(world, `fork ${k} an hour later`);
  }
});
