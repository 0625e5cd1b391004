/** Recommenders of the literature, put together from what can be set in Corkboard: each is a list of faults. */
import type { Fault, FaultMechanism } from '../../sim/faults.ts';
import { GENERATORS } from '../../sim/generators.ts';
import { HEADS } from '../../sim/presets.ts';

/** Full-sized faults from a minute on; `until` excluded. */
export function policy(
  mechanisms: readonly FaultMechanism[],
  onset = 0,
  until = Infinity,
): Fault[] {
  return mechanisms.map((mechanism, k) => ({
    ...mechanism,
    id: `policy ${onset} ${k}`,
    onset,
    ...(until === Infinity ? {} : { until }),
    form: { shape: 'step' },
  }));
}

/** All candidates come from one table, drawn by (views)^exponent. */
function fromTable(exponent: number): FaultMechanism[] {
  const others = GENERATORS.filter((source) => source !== 'popular' && source !== 'query');
  return [
    ...others.map((source): FaultMechanism => ({ kind: 'quota', source, factor: 0 })),
    { kind: 'unnormalised-popularity', exponent, quotaFactor: 1 },
  ];
}

/** Shown in the order of the draw: nobody is told apart. */
function drawn(exponent: number): FaultMechanism[] {
  return [
    ...fromTable(exponent),
    ...HEADS.map((head): FaultMechanism => ({ kind: 'utility-weight', head, factor: 0 })),
    { kind: 'exploration', factor: 0 },
    { kind: 'diversity', topic: 0, look: 0 },
  ];
}

/** Retrieval that knows nobody: any live idea is as likely a candidate as the next. */
export const ANY_CANDIDATES: readonly FaultMechanism[] = fromTable(0);
/** Every live idea as likely as the next. */
export const RANDOM_EXPOSURE = drawn(0);
/** What has been seen most, and nothing else. */
export const MOST_POPULAR = drawn(2);
/** The best by its scores, with nothing spent on variety or on finding out. */
export const GREEDY: readonly FaultMechanism[] = [
  { kind: 'diversity', topic: 0, look: 0 },
  { kind: 'exploration', factor: 0 },
];
/** The model and what it reads of ideas and of people stand still: what was learned once is all that is ever known. */
export const TRAINED_ONCE: readonly FaultMechanism[] = [
  { kind: 'stalled-training' },
  { kind: 'stale-features' },
  { kind: 'stale-histories', share: 1 },
];
