import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  pageTickOf,
  parseClock,
  parseDuration,
  parsePercent,
  parseTime,
  parseWeekTime,
  weekLabel,
} from '../../src/scenario/clock.ts';

/** Tuesday of the third week, 14:05. */
const PAGE = 15 * 1440 + 14 * 60 + 5;

describe('moments', () => {
  it.each([
    ['start', 0],
    ['page', PAGE],
    ['page - 5h', PAGE - 300],
    ['page + 1d 2h', PAGE + 1440 + 120],
    ['page - 9d at 14:00', 6 * 1440 + 840],
    ['today 05:00', 15 * 1440 + 300],
    ['yesterday 11:00', 14 * 1440 + 660],
    ['tomorrow 02:00', 16 * 1440 + 120],
    ['day 3 02:00', 2 * 1440 + 120],
    ['Mon 09:00', 14 * 1440 + 540],
    ['Tue 14:05', PAGE],
    ['Tue 14:06', PAGE + 1 - 7 * 1440],
    ['Wed 02:00', 9 * 1440 + 120],
    ['next Wed 02:00', 16 * 1440 + 120],
    ['next Tue 14:05', PAGE + 7 * 1440],
  ])('%s', (text, tick) => {
    expect(parseClock(text, PAGE)).toBe(tick);
  });

  it.each([
    '',
    'now',
    'page-5h',
    'page - 5',
    'page - 5 hours',
    'Tue',
    'Tue 24:00',
    'day 0 02:00',
    'today',
    'tomorrow 2:00',
    'Wed next 02:00',
  ])('refuses %j', (text) => {
    expect(parseClock(text, PAGE)).toBeNull();
  });
});

describe('lengths and shares', () => {
  it.each([
    ['90m', 90],
    ['5h', 300],
    ['1d 12h', 2160],
    ['2w', 20_160],
    ['1 d 12 h', 2160],
  ])('%s', (text, minutes) => {
    expect(parseDuration(text)).toBe(minutes);
  });
  it.each(['', '90', 'h', '1.5h', '-2h', '2h30', '5 minutes'])('refuses the length %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
  it.each([
    ['25 %', 25],
    ['25%', 25],
    ['-6.5 %', -6.5],
    ['+3 %', 3],
  ])('%s', (text, value) => {
    expect(parsePercent(text)).toBe(value);
  });
  it.each(['25', '%', '1e3 %', '25 percent'])('refuses the share %j', (text) => {
    expect(parsePercent(text)).toBeNull();
  });
  it('refuses times that no clock shows', () => {
    expect(parseTime('23:59')).toBe(1439);
    expect(parseTime('24:00')).toBeNull();
    expect(parseTime('9:00')).toBeNull();
  });
});

describe('the page', () => {
  it('is the first such moment after the history', () => {
    expect(pageTickOf(parseWeekTime('Tue 14:05') ?? 0, 14 * 1440)).toBe(PAGE);
    expect(pageTickOf(parseWeekTime('Mon 00:00') ?? 0, 14 * 1440)).toBe(14 * 1440);
  });

  it('is labelled as it was written', () => {
    fc.assert(
      fc.property(fc.nat(7 * 1440 - 1), fc.nat(42 * 1440), (minute, history) => {
        const tick = pageTickOf(minute, history);
        expect(tick - history).toBeGreaterThanOrEqual(0);
        expect(tick - history).toBeLessThan(7 * 1440);
        expect(parseWeekTime(weekLabel(tick))).toBe(minute);
      }),
    );
  });
});
