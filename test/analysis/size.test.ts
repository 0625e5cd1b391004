import { expect, test } from 'vitest';
import { drawnSize } from '../../src/analysis/belief/size.ts';

test('sizes are from half to twice, as often above one as below, and the same for the same world', () => {
  const sizes = Array.from({ length: 4_000 }, (_, k) => drawnSize(`world ${k}`));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0.5);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(2);
  expect(Math.min(...sizes)).toBeLessThan(0.51);
  expect(Math.max(...sizes)).toBeGreaterThan(1.97);
  expect(sizes.filter((size) => size > 1).length / sizes.length).toBeCloseTo(0.5, 1);
  expect(drawnSize('world 7')).toBe(sizes[7]);
});
