/** Numbers as they are read aloud and at a glance. */
import { expect, test } from 'vitest';
import {
  compact,
  deviation,
  millions,
  minutes,
  price,
  priceInFull,
  signed,
  tickLabel,
  withError,
} from '../../src/ui/format.ts';

test('a deviation has a true minus, and nothing has no sign', () => {
  expect(signed(-27.4)).toBe('−27');
  expect(signed(38)).toBe('+38');
  expect(signed(-0.2)).toBe('0');
  expect(deviation(-0.24)).toBe('−0.2 %');
  expect(deviation(null)).toBe('–');
  expect(deviation(899)).toBe('+899 %');
  // Of next to nothing: 35,779 per cent more than a tenth of a per cent says nothing to anybody.
  expect(deviation(35_779)).toBe('×359');
  expect(withError(35_779, 200)).toBe('×359');
});

test('a deviation with its error is rounded as the error is', () => {
  expect(withError(-27, 1.4)).toBe('−27 ± 1 %');
});

test('ticks count from a Monday at midnight, also before it', () => {
  expect(tickLabel(0)).toBe('Mon 00:00');
  expect(tickLabel(1440 + 14 * 60 + 5)).toBe('Tue 14:05');
  expect(tickLabel(-1)).toBe('Sun 23:59');
});

test('prices keep own minutes apart from the wait', () => {
  expect(price(3, 0)).toBe('3');
  expect(price(4, 10)).toBe('4 + 10');
  expect(price(10, 360)).toBe('10 + 6 h');
  expect([priceInFull(3, 0), priceInFull(4, 10), priceInFull(2, 60)]).toEqual([
    '3 min',
    '4 + 10 min',
    '2 min + 1 h',
  ]);
});

test('spans of time in the largest unit that is still exact enough', () => {
  expect(minutes(45)).toBe('45 min');
  expect(minutes(135)).toBe('2 h 15');
  expect(minutes(2880)).toBe('2 d');
});

test('people in millions, small groups in thousands', () => {
  expect(millions(6.13)).toBe('6.1 M');
  expect(millions(212)).toBe('212 M');
  expect(millions(0.04)).toBe('40 k');
});

test('axis values keep three digits', () => {
  expect(compact(184_000)).toBe('184 k');
  expect(compact(3.4)).toBe('3.40');
  expect(compact(0.0312)).toBe('0.031');
});
