/** Figures that stay whole at the end of a line. */
import { h, options } from 'preact';
import { afterAll, expect, test } from 'vitest';
import { keepUnitsWithNumbers } from '../../src/ui/app/unbrokenText.ts';
import { unbroken } from '../../src/ui/unbroken.ts';

const hook = options.vnode?.bind(options);
afterAll(() => {
  if (hook === undefined) delete options.vnode;
  else options.vnode = hook;
});

/** With what does not break written as `_`. */
const shown = (text: string): string => unbroken(text).replaceAll('\u00A0', '_');

test.each([
  ['Home save rate −5 % for six minutes', 'Home save rate −5_% for six minutes'],
  ['+1.4 % ± 0.9, and −3 ± 1 % there', '+1.4_%_±_0.9, and −3_±_1_% there'],
  ['493 ms, 3.93 M/h, 212 M, 17 k', '493_ms, 3.93_M/h, 212_M, 17_k'],
  ['2 h 15, 1 d 3 h, 45 min, in 30 minutes', '2_h_15, 1_d_3_h, 45_min, in 30_minutes'],
  ['since Thu 15:44, Mon morning', 'since Thu_15:44, Mon morning'],
  ['people with > 300 saves', 'people with >_300 saves'],
  ['5 mice, 3 heads, 2 dogs, v42 melts', '5 mice, 3 heads, 2 dogs, v42 melts'],
])('%s', (text, bound) => expect(shown(text)).toBe(bound));

test('whatever an element shows, its names apart', () => {
  keepUnitsWithNumbers();
  const { props } = h('p', { title: '5 %' }, 5, ' %', ['9 % ', 'of 2 h'], h('b', null, '7 min'));
  expect(props.children).toEqual([
    5,
    '\u00A0%',
    ['9\u00A0% ', 'of 2\u00A0h'],
    expect.objectContaining({ props: { children: '7\u00A0min' } }),
  ]);
  expect(props.title).toBe('5 %');
  const Given = (): null => null;
  expect(h(Given, null, '5 %').props).toEqual({ children: '5 %' });
});
