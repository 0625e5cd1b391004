/** Nothing that takes turns is forgotten: over its days the short check runs what the thorough one does. */
import { existsSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { countOfDay, oneDayIn, oneOfDay, partOfDay } from '../partOfDay.ts';
interface Turns {
  readonly TURNS: number;
  readonly leftForAnotherDay: (now: number) => string[];
}

/** A script of the check, which Node runs as it stands. */
const { TURNS, leftForAnotherDay } = (await import(
  new URL('../turns.mjs', import.meta.url).href
)) as Turns;
const DAY_MS = 86_400_000;
const DAYS = Array.from({ length: TURNS }, (_, day) => day);
const left = (day: number): string[] => leftForAnotherDay(day * DAY_MS);

afterEach(() => void vi.unstubAllEnvs());

test('each long file has its turn on one day of them all', () => {
  const named = DAYS.flatMap(left);
  const files = [...new Set(named)];
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
  for (const file of files)
    expect([file, DAYS.filter((day) => !left(day).includes(file))]).toEqual([
      file,
      [expect.any(Number)],
    ]);
});

test('the parts of the days make the whole, and share nothing', () => {
  const items = Array.from({ length: 17 }, (_, k) => k);
  const parts = DAYS.map((day) => {
    vi.stubEnv('BLAST_RADIUS_TURN', `${day}/${TURNS}`);
    expect(countOfDay(17) * TURNS).toBeGreaterThanOrEqual(17);
    return partOfDay(items);
  });
  expect(parts.flat().toSorted((a, b) => a - b)).toEqual(items);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(items.length);
});

test('one a day is each in its turn, over as many days as there are', () => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const days = [20_783, 20_784, 20_785, 20_786, 20_787, 20_788, 20_789];
  const taken = days.map((day) => {
    vi.stubEnv('BLAST_RADIUS_TURN', `${day}/${TURNS}`);
    return oneOfDay(items);
  });
  expect(taken.flat().toSorted()).toEqual(items);
});

test('of what takes turns with one another one has the day, and each has one', () => {
  const days = [20_783, 20_784, 20_785].map((day) => {
    vi.stubEnv('BLAST_RADIUS_TURN', `${day}/${TURNS}`);
    return [0, 1, 2].map((k) => oneDayIn(3, k, ['a', 'b']).length);
  });
  expect(days.map((parts) => Math.max(...parts) - parts.reduce((a, b) => a + b, 0))).toEqual([
    0, 0, 0,
  ]);
  expect(days[0]!.map((_, k) => days.reduce((sum, parts) => sum + parts[k]!, 0))).toEqual([
    2, 2, 2,
  ]);
});

test('without a turn all is taken, and a bad one is refused', () => {
  vi.stubEnv('BLAST_RADIUS_TURN', '');
  const taken = [partOfDay([1, 2, 3]), oneOfDay([1, 2]), oneDayIn(3, 1, [1]), countOfDay(500)];
  expect(taken).toEqual([[1, 2, 3], [1, 2], [1], 500]);
  vi.stubEnv('BLAST_RADIUS_TURN', '6/0');
  expect(() => partOfDay([1])).toThrow('no day/turns');
});
