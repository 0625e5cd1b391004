import { describe, expect, test } from 'vitest';
import { sim } from './compiled.ts';

const { DAY, advance, createWorld, deepHash, forkWorld, spec, stateHash, step, worldAt } = sim;

describe('a world is a function of its seed', () => {
  test('the same seed gives the same world, to the last bit', () => {
    expect(deepHash(worldAt(2 * DAY + 200))).toBe(deepHash(worldAt(2 * DAY + 200)));
  });

  test('another seed gives another', () => {
    expect(stateHash(worldAt(0, 'oak'))).not.toBe(stateHash(worldAt(0, 'elm')));
    expect(stateHash(worldAt(DAY, 'oak'))).not.toBe(stateHash(worldAt(DAY, 'elm')));
  });

  test('every stream has a key of its own under every seed', () => {
    const keys = ['oak', 'elm', 'ash'].flatMap((seed) =>
      Object.values(createWorld(spec(seed)).keys),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(27);
  });

  test('two worlds stepped in turns do not disturb each other', () => {
    const a = createWorld(spec('oak'));
    const b = createWorld(spec('elm'));
    for (let t = 0; t < 300; t++) {
      step(a);
      step(b);
    }
    expect(deepHash(a)).toBe(deepHash(worldAt(300, 'oak')));
    expect(deepHash(b)).toBe(deepHash(worldAt(300, 'elm')));
  });
});

describe('save and restore', () => {
  test('at every minute of three hours around midnight and training equals an uninterrupted run', () => {
    const start = worldAt(2 * DAY - 30);
    let world = forkWorld(start);
    for (let t = 0; t < 180; t++) {
      world = forkWorld(world);
      step(world);
    }
    advance(start, start.tick + 180);
    expect(deepHash(world)).toBe(deepHash(start));
  });
});
