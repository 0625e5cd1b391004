/** Numbers and times as the page writes them. Pure. */
import { multipleWords } from '../session/multipleWords.ts';

/** A true minus, and a sign on gains: deviations are read at a glance. */
export const signed = (value: number, digits = 0): string => {
  const rounded = Number(value.toFixed(digits));
  if (rounded === 0) return (0).toFixed(digits);
  return `${rounded > 0 ? '+' : '−'}${Math.abs(rounded).toFixed(digits)}`;
};

export const percent = (value: number, digits = 0): string => `${signed(value, digits)} %`;

/** One digit where it matters: small deviations keep a decimal. */
export const deviation = (value: number | null): string => {
  if (value === null) return '–';
  return multipleWords(value) ?? percent(value, Math.abs(value) < 1 ? 1 : 0);
};

export const withError = (value: number, error: number | null): string => {
  if (error === null || multipleWords(value) !== null) return deviation(value);
  const digits = Math.abs(value) < 1 || error < 1 ? 1 : 0;
  return `${signed(value, digits)} ± ${error.toFixed(digits)} %`;
};

export const millions = (value: number): string => {
  if (value === 0) return '0';
  if (value < 0.1) return `${Math.max(1, Math.round(value * 1000))} k`;
  return `${value.toFixed(value < 10 ? 1 : 0)} M`;
};

/** 45 → `45 min`, 135 → `2 h 15`, 1440 → `1 d`. */
export const minutes = (value: number): string => {
  if (value < 60) return `${Math.round(value)} min`;
  if (value < 1440) {
    const rest = Math.round(value % 60);
    return rest === 0
      ? `${Math.floor(value / 60)} h`
      : `${Math.floor(value / 60)} h ${String(rest).padStart(2, '0')}`;
  }
  const hours = Math.round((value % 1440) / 60);
  return hours === 0 ? `${Math.floor(value / 1440)} d` : `${Math.floor(value / 1440)} d ${hours} h`;
};

/** In full, for whoever hears it. */
export const wholeMinutes = (count: number): string =>
  `${count} ${count === 1 ? 'minute' : 'minutes'}`;

/** What a line of the menu costs: own minutes, and the wait after them. */
export const price = (cost: number, lag: number): string => {
  if (lag === 0) return `${cost}`;
  if (lag < 60) return `${cost} + ${lag}`;
  return `${cost} + ${minutes(lag).replace(' min', '')}`;
};

/** The same with its units. */
export const priceInFull = (cost: number, lag: number): string =>
  lag < 60 ? `${price(cost, lag)} min` : `${cost} min + ${minutes(lag)}`;

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Tick 0 is a Monday, 00:00. */
export const tickLabel = (tick: number): string => {
  const day = DAYS[((Math.floor(tick / 1440) % 7) + 7) % 7] ?? 'Mon';
  const minute = ((tick % 1440) + 1440) % 1440;
  return `${day} ${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
};

/** Values on a plot's scale: three significant digits, thousands as `k`. */
export const compact = (value: number): string => {
  const size = Math.abs(value);
  if (size >= 1_000_000) return `${(value / 1_000_000).toFixed(1)} M`;
  if (size >= 10_000) return `${Math.round(value / 1000)} k`;
  if (size >= 100) return String(Math.round(value));
  if (size >= 1) return value.toFixed(size >= 10 ? 1 : 2);
  return size === 0 ? '0' : value.toPrecision(2);
};
