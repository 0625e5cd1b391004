import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, cellsInLasso, pick } from '../../src/scene/hitTest.ts';
import { layoutForView } from '../../src/scene/place.ts';
import {
  lookAt,
  positionAt,
  samePicture,
  setOff,
  type SwarmTarget,
} from '../../src/scene/swarm.ts';
import { samplePicture } from './sampleView.ts';

const targetOf = (columns: number, rows: number, counts: readonly number[]): SwarmTarget => {
  const view = samplePicture(columns, rows, counts);
  return { ...view.dots, layout: layoutForView(view, 794, 530), theme: 'dark' };
};

const targets = fc
  .record({ columns: fc.integer({ min: 1, max: 6 }), rows: fc.integer({ min: 1, max: 5 }) })
  .chain(({ columns, rows }) =>
    fc
      .array(fc.integer({ min: 0, max: 120 }), {
        minLength: columns * rows,
        maxLength: columns * rows,
      })
      .map((counts) => targetOf(columns, rows, counts)),
  );

/** The same 60 people, regrouped. */
const before = targetOf(3, 1, [20, 20, 20]);
const after = targetOf(2, 2, [15, 15, 15, 15]);

describe('the swarm', () => {
  it('settles every dot inside the disc of its cell, no two on the same spot', () => {
    fc.assert(
      fc.property(targets, (target) => {
        const swarm = setOff(target, null, 0, false);
        const seen: { x: number; y: number }[] = [];
        // Two million distances: the worst of each kind is expected of, since expecting costs more than measuring.
        let furthestOut = -Infinity;
        let closest = Infinity;
        for (let dot = 0; dot < swarm.count; dot++) {
          const at = positionAt(swarm, dot, swarm.total);
          const home = target.layout.cells[target.cell[dot] ?? 0];
          const out = Math.hypot(at.x - (home?.cx ?? 0), at.y - (home?.cy ?? 0)) - (home?.r ?? 0);
          furthestOut = Math.max(furthestOut, out);
          for (const other of seen.slice(-40))
            closest = Math.min(closest, Math.hypot(at.x - other.x, at.y - other.y));
          seen.push(at);
        }
        expect(furthestOut).toBeLessThanOrEqual(1e-3);
        expect(closest).toBeGreaterThan(target.layout.spacing * 0.99 - 1e-3);
      }),
      { numRuns: 30 },
    );
  });

  it('finds by picking the dot whose position it gave, and its cell', () => {
    fc.assert(
      fc.property(targets, fc.nat(), (target, any) => {
        const swarm = setOff(target, null, 0, false);
        fc.pre(swarm.count > 0);
        const dot = any % swarm.count;
        const at = positionAt(swarm, dot, swarm.total);
        expect(pick(swarm, at.x, at.y)).toEqual({ cell: target.cell[dot], dot });
      }),
      { numRuns: 100 },
    );
  });

  it('answers nothing outside all tiles', () => {
    expect(cellAt(before.layout, -5, -5)).toBeNull();
    expect(pick(setOff(before, null, 0, true), 1e5, 10)).toEqual({ cell: null, dot: null });
  });

  it('gives the same person the same place again', () => {
    const first = setOff(before, null, 0, true);
    const back = setOff(before, setOff(after, first, 0, true), 0, true);
    for (let dot = 0; dot < 60; dot++) {
      expect(positionAt(back, dot, 0)).toEqual(positionAt(first, dot, 0));
    }
  });

  it('does not move anybody when only values change', () => {
    const settled = setOff(before, null, 0, true);
    const worse = setOff({ ...before, value: new Float32Array(60).fill(-40) }, settled, 1, false);
    for (const seconds of [0, 0.1, worse.total]) {
      expect(positionAt(worse, 7, seconds)).toEqual(positionAt(settled, 7, 1));
    }
    expect(lookAt(worse, 30, worse.total)).not.toEqual(lookAt(worse, 30, 0));
  });

  it('goes on from the place and colour of the moment when interrupted', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 59 }),
        (seconds, dot) => {
          const settled = setOff(before, null, 0, true);
          const onTheWay = setOff(after, settled, 2, false);
          const turned = setOff(before, onTheWay, seconds, false);
          const was = positionAt(onTheWay, dot, seconds);
          const is = positionAt(turned, dot, 0);
          expect(is.x).toBeCloseTo(was.x, 3);
          expect(is.y).toBeCloseTo(was.y, 3);
          const colour = lookAt(onTheWay, dot, seconds);
          lookAt(turned, dot, 0).forEach((part, i) =>
            expect(Math.abs(part - (colour[i] ?? 0))).toBeLessThan(0.51),
          );
        },
      ),
    );
  });

  it('lets the people of one cell leave together and the next cell later', () => {
    const swarm = setOff(after, setOff(before, null, 0, true), 2, false);
    const delay = (dot: number): number => swarm.floats[dot * 7 + 4] ?? -1;
    expect(delay(0)).toBe(0);
    expect(delay(19)).toBe(0);
    expect(delay(20)).toBeGreaterThan(0);
    expect(delay(59)).toBeGreaterThan(delay(39));
    expect(swarm.total).toBeCloseTo(swarm.travel + delay(59), 6);
  });

  it('arrives at once when told to jump', () => {
    const swarm = setOff(after, setOff(before, null, 0, true), 2, true);
    expect(swarm.total).toBe(0);
    expect(positionAt(swarm, 59, 1e-3)).toEqual(positionAt(setOff(after, null, 0, true), 59, 1e-3));
  });

  it('takes 28 bytes a person', () => {
    expect(setOff(before, null, 0, true).bytes.byteLength).toBe(60 * 28);
  });

  it('recognises a picture that needs no new buffer', () => {
    const again = { ...before, cell: before.cell.slice(), value: before.value.slice() };
    expect(samePicture(before, again)).toBe(true);
    again.value[59] = 1;
    expect(samePicture(before, again)).toBe(false);
    expect(samePicture(before, { ...before, theme: 'light' })).toBe(false);
  });
});

describe('a drawn loop', () => {
  const swarm = setOff(targetOf(3, 2, [50, 50, 0, 50, 50, 50]), null, 0, true);
  const square = (x: number, y: number, half: number) => [
    { x: x - half, y: y - half },
    { x: x + half, y: y - half },
    { x: x + half, y: y + half },
    { x: x - half, y: y + half },
  ];

  it('catches a cell by its centre alone', () => {
    const cell = swarm.layout.cells[4];
    expect(cellsInLasso(swarm, square(cell?.cx ?? 0, cell?.cy ?? 0, 2))).toEqual([4]);
  });

  it('catches a cell by more than half of its people, without its centre', () => {
    const { cx = 0, cy = 0, r = 0 } = swarm.layout.cells[1] ?? {};
    const around = (hole: number) => [
      { x: cx - r - 2, y: cy - r - 2 },
      { x: cx + r + 2, y: cy - r - 2 },
      { x: cx + r + 2, y: cy + r + 2 },
      { x: cx - hole, y: cy + r + 2 },
      { x: cx - hole, y: cy - 1 },
      { x: cx + hole, y: cy - 1 },
      { x: cx + hole, y: cy + 1 },
      { x: cx - r - 2, y: cy + r + 2 },
    ];
    expect(cellsInLasso(swarm, around(0.5))).toEqual([1]);
    expect(cellsInLasso(swarm, square(cx - r, cy - r, r * 0.9))).toEqual([]);
  });

  it('catches everybody who is anywhere, and never an empty cell', () => {
    expect(cellsInLasso(swarm, square(397, 265, 600))).toEqual([0, 1, 3, 4, 5]);
  });

  it('is nothing without an area', () => {
    expect(cellsInLasso(swarm, square(0, 0, 3).slice(0, 2))).toEqual([]);
  });
});
