import { expect, test } from 'vitest';
import { tellingBars } from '../../src/ui/panels/telling.ts';

const bar = (label: string, flag = false) => ({ label, now: 1, before: 1, error: null, flag });

test('a small panel keeps what is outside its band, in the order of the panel', () => {
  const bars = [bar('a'), bar('b'), bar('c'), bar('d'), bar('e', true)];
  const shown = tellingBars(bars, 4).map(({ label }) => label);
  expect(shown).toEqual(['a', 'b', 'c', 'e']);
  expect(tellingBars(bars.slice(0, 3), 4)).toEqual(bars.slice(0, 3));
  expect(
    tellingBars(
      bars.map((b) => ({ ...b, flag: true })),
      2,
    ),
  ).toHaveLength(2);
});
