import { describe, expect, test } from 'vitest';
import type { AxisView } from '../../src/session/view.ts';
import {
  createTimeMarks,
  hold,
  hover,
  letGo,
  rangeReading,
  stretched,
} from '../../src/ui/cursor/cursor.ts';
import { nearestTo, pointAt, stepped } from '../../src/ui/cursor/time.ts';
import { placeAxis, placeOf } from '../../src/ui/play/axisLayout.ts';

const HOURS = [600, 660, 720, 780];

describe('which point a minute belongs to', () => {
  test.each([
    [599, null],
    [600, 0],
    [659, 0],
    [660, 1],
    // The last point lasts as long as the others.
    [839, 3],
    [840, null],
  ])('%i: %s', (tick, index) => {
    expect(pointAt(HOURS, tick)).toBe(index);
  });

  test('the nearest entry of a list, whichever way it is sorted', () => {
    expect(nearestTo([780, 700, 600], 710)).toBe(1);
    expect(nearestTo([], 710)).toBeNull();
  });
});

describe('keys', () => {
  test.each([
    ['ArrowLeft', 720, 660],
    ['ArrowRight', 780, 780],
    ['Home', 720, 600],
    ['PageUp', 600, 780],
    // Nothing is marked yet: the newest point is where one begins.
    ['ArrowLeft', null, 780],
    ['x', 720, null],
  ])('%s from %s goes to %s', (key, from, to) => {
    expect(stepped(key, HOURS, from)).toBe(to);
  });

  test('a range grows from where it began, in either direction, and closes again', () => {
    const one = stretched(null, 'p', 720, 660);
    expect(one).toEqual({ panel: 'p', from: 660, to: 720 });
    expect(stretched(one, 'p', 660, 600)).toEqual({ panel: 'p', from: 600, to: 720 });
    expect(stretched(one, 'p', 660, 720)).toBeNull();
    expect(stretched(one, 'q', 660, 600)).toEqual({ panel: 'q', from: 600, to: 660 });
    expect(rangeReading({ panel: 'p', from: 600, to: 720 })).toBe('p@600-720');
  });
});

test('what is held stays until it is let go', () => {
  const marks = createTimeMarks();
  hover(marks, 5);
  expect(marks.cursor.value?.tick).toBe(5);
  hover(marks, null);
  expect(marks.cursor.value).toBeNull();
  hold(marks, 7);
  hover(marks, 9);
  hover(marks, null);
  expect(marks.cursor.value?.tick).toBe(7);
  expect(letGo(marks)).toBe(true);
  expect(letGo(marks)).toBe(false);
});

test('on the bent axis a minute lies between its neighbours', () => {
  const item = (tick: number, future: boolean): AxisView['items'][number] => ({
    tick,
    label: `${tick}`,
    kind: 'move',
    future,
    attention: false,
  });
  const placed = placeAxis(
    { fromTick: 100, toTick: 900, items: [item(100, false), item(110, false), item(800, true)] },
    [],
    120,
  );
  const at = (tick: number): number => placeOf(placed, 120, 20, tick);
  expect(at(20)).toBe(0);
  expect(at(100)).toBe(placed[0]?.left);
  expect(at(105)).toBeCloseTo(((placed[0]?.left ?? 0) + (placed[1]?.left ?? 0)) / 2);
  expect(at(120)).toBe(20);
  expect(at(460)).toBeCloseTo((20 + (placed[2]?.left ?? 0)) / 2);
  expect(at(5000)).toBe(placed[2]?.left);
});
