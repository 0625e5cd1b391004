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

/** Read for every impression. */
const LARGE: ReadonlySet<string> = new Set(['people', 'ideas', 'counters']);

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
});

test('worlds are alike to the engine, however they were made', () => {
  const made = createWorld(spec('alike'));
  advance(made, 2 * 1440 + 5);
  const fork = forkWorld(made);
  const back = unpackWorld(structuredClone(packWorld(forkWorld(fork))));
  const again = createWorld(spec('alike too'));
  const wanted = recordsOf(made);
  for (const world of [fork, back, again, forkWorld(again)])
    for (const [name, record] of Object.entries(recordsOf(world))) {
      expect(quick(record), name).toBe(true);
      // A place that has met many kinds of a record may give another class; the large ones must not.
      if (LARGE.has(name)) expect(alike(record, wanted[name]), name).toBe(true);
    }
});
