/** How much of a host is labels and how much is people. */
import { expect, test } from 'vitest';
import { layoutForView, marginsFor } from '../../src/scene/place.ts';
import { samplePicture } from './sampleView.ts';

const wide = samplePicture(4, 2, [80, 290, 70, 40, 80, 300, 75, 35]);
const turned = samplePicture(2, 4, [80, 80, 290, 300, 70, 75, 40, 35]);

test('in a low host what is above and below the grid goes to the swarms', () => {
  const low = marginsFor(wide, 780, 200);
  const high = marginsFor(wide, 780, 400);
  expect(low.top + low.bottom).toBeLessThan(high.top + high.bottom - 20);
  expect(low.left).toBe(high.left);
  // The outermost discs stay clear of the labels and of the edge.
  for (const cell of layoutForView(wide, 780, 200).cells) {
    expect(cell.cy - cell.r).toBeGreaterThanOrEqual(low.top);
    expect(cell.cy + cell.r).toBeLessThanOrEqual(200 - low.bottom);
  }
});

test('names of many columns may take two lines, also in a low host', () => {
  const eight = samplePicture(
    8,
    2,
    Array.from({ length: 16 }, () => 40),
  );
  expect(marginsFor(eight, 780, 200).top).toBe(marginsFor(eight, 780, 400).top);
});

test('on a desk more values across make larger swarms', () => {
  for (const height of [160, 230, 360])
    expect(layoutForView(wide, 780, height).scale).toBeGreaterThan(
      1.3 * layoutForView(turned, 780, height).scale,
    );
});
