/** Discs of the picture to share: areas as people, apart from each other, the worst hit in the middle. */
import { expect, test } from 'vitest';
import { isHurt, type Cell } from '../../src/ui/debrief/discs.ts';
import { packed } from '../../src/ui/debrief/packedSwarm.ts';

const cell = (people: number, loss = 0): Cell => ({
  people,
  loss,
  hurt: loss > 0 ? 1 : 0,
  claimed: false,
});
const around = { x: 300, y: 200, half: 100 };
const cells = [cell(9), cell(4), cell(0), cell(1, 0.2), cell(16), cell(2, 0.1), cell(7)];
const placed = packed(cells, around);
const away = ({ x, y }: { x: number; y: number }, from: { x: number; y: number }): number =>
  Math.sqrt((x - from.x) ** 2 + (y - from.y) ** 2);

test('areas are as people, and nobody has no disc', () => {
  expect(placed).toHaveLength(6);
  const [first] = placed;
  for (const { cell: of, disc } of placed)
    expect((disc.radius / first!.disc.radius) ** 2).toBeCloseTo(of.people / first!.cell.people);
  expect(packed([cell(0)], around)).toEqual([]);
});

test('discs lie apart, inside the place they were given, and fill it', () => {
  for (const [k, a] of placed.entries())
    for (const b of placed.slice(k + 1))
      expect(away(a.disc, b.disc)).toBeGreaterThan(a.disc.radius + b.disc.radius);
  const reach = placed.map(({ disc }) => away(disc, around) + disc.radius);
  expect(Math.max(...reach)).toBeLessThan(around.half);
  expect(Math.max(...reach)).toBeGreaterThan(0.9 * around.half);
});

test('who lost most is put down first, and so lies in the middle', () => {
  expect(placed.map(({ cell: of }) => of.loss)).toEqual([0.2, 0.1, 0, 0, 0, 0]);
  const [worst, , ...others] = placed.map(({ disc }) => away(disc, around));
  expect(worst).toBeLessThan(Math.min(...others));
});

test.each([0, 0.04, 0.35, 0.5, 1])('of a hundred dots, %f are of the hurt, evenly', (share) => {
  const dots = Array.from({ length: 100 }, (_, k) => isHurt(k, share));
  expect(dots.filter(Boolean)).toHaveLength(Math.round(100 * share));
  const half = dots.slice(0, 50).filter(Boolean).length;
  expect(Math.abs(half - 50 * share)).toBeLessThanOrEqual(1);
});
