/** What the page says of itself: the deviation its rule read when it fired, and how often it rings for nothing. */
import { falseAlarmRate } from '../sim/telemetry/falseAlarm.ts';
import { readRule, type RuleReading } from './ruleReading.ts';
import type { Run } from './run.ts';

/** What the alert rule read at the page; null where it cannot be read. */
const alertReading = ({ scenario, observer }: Run): RuleReading | null =>
  readRule(observer, scenario.page.rule, scenario.world.pageTick);

export interface PageWords {
  readonly headline: string;
  readonly idleRings: string | null;
}

const shown = new WeakMap<object, PageWords>();

/** Words that were read elsewhere: a copy of a run has the page of the run. */
export function keepPageWords(run: Run, words: PageWords): void {
  shown.set(run.lattice, words);
}

/** The page does not change with what came after it: read once, before anything is done. */
export function pageWords(run: Run): PageWords {
  const known = shown.get(run.lattice);
  if (known !== undefined) return known;
  const { headline, shippedHeadline, rule } = run.scenario.page;
  const reading = alertReading(run);
  const words = {
    headline: reading === null ? shippedHeadline : filled(headline, reading.deviation),
    idleRings:
      reading === null || reading.error === null
        ? null
        : idleRings(falseAlarmRate(rule.op, rule.percent, reading.error)),
  };
  shown.set(run.lattice, words);
  return words;
}

function filled(headline: string, deviation: number): string {
  const sign = deviation < 0 ? '−' : '+';
  return headline.replace('{deviation}', `${sign}${Math.abs(Math.round(deviation))} %`);
}

/** Rarer than that is never, to somebody on call. */
const SELDOM = 1e-5;

/** A false-alarm rate as a person on call would say it. */
export function idleRings(rate: number): string {
  if (rate < SELDOM) return 'Next to never by noise alone: the threshold lies far outside it.';
  const one = 1 / rate;
  let magnitude = 1;
  while (magnitude * 10 <= one) magnitude *= 10;
  const rounded = one < 10 ? Math.round(one) : Math.round(one / magnitude) * magnitude;
  return `By noise alone, in about one reading of ${grouped(rounded)}.`;
}

/** A whole number with commas at the thousands. */
function grouped(n: number): string {
  return String(n).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
