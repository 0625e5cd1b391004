/**
 * *None of these*: that what went wrong is in no explanation of the incident. A mixture of faults drawn from outside its list,
 * each with a size and a scope of its own; every seed draws another.
 */
import { drawn, streamKey } from '../../determinism/random.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { FaultMechanism } from '../../sim/faults.ts';
import { TOPIC_COUNT } from '../../sim/presets.ts';
import { EVERYONE, type Scope } from '../../sim/segments.ts';
import { runnable, type Explanation } from './explained.ts';

export const NONE_OF_THESE = 'none-of-these';

/** Sizes, times what is usual of a fault. */
const SIZES = [0.6, 1, 1.5] as const;
const SCOPES: readonly Scope[] = [
  EVERYONE,
  [{ platform: ['web'] }],
  [{ platform: ['android', 'ios'] }],
  [{ region: ['NA'] }],
  [{ region: ['IN', 'SEA'] }],
];
/** Topics one of them touches, where it touches some. */
const SOME_TOPICS = 4;

/**
 * What may go wrong, in a size that somebody would be paged for; `size` is a factor of it. Nothing that brings more people
 * or ideas into the world: those of the listed explanations have to stay who they are.
 */
const FAULTS: readonly ((size: number, topics: readonly number[]) => FaultMechanism)[] = [
  (size) => ({ kind: 'latency', ms: 500 * size }),
  (size) => ({ kind: 'unpainted', share: 0.15 * size }),
  (size) => ({ kind: 'crash', share: 0.08 * size }),
  (size) => ({ kind: 'lost-history', share: 0.5 * size }),
  (size) => ({
    kind: 'feature',
    feature: 'topic-share',
    becomes: 'default',
    value: 0,
    share: 0.6 * size,
  }),
  (size) => ({ kind: 'dropped-best', share: 0.6 * size }),
  (size) => ({ kind: 'aggregator-loss', event: 'save', share: 0.12 * size }),
  (size) => ({ kind: 'score-shift', head: 'save', logit: -0.8 * size }),
  (size) => ({ kind: 'utility-weight', head: 'save', factor: 0.4 / size }),
  (size) => ({ kind: 'diversity', topic: 0.2 / size, look: 0.2 / size }),
  (size) => ({ kind: 'lost-shards', source: 'interest', shards: Math.round(6 * size) }),
  (size) => ({
    kind: 'embedding-skew',
    source: 'interest',
    agreement: 1 - 0.5 * size,
    healMinutes: 0,
  }),
  () => ({ kind: 'stale-features' }),
  () => ({ kind: 'exploration', factor: 0 }),
  (size) => ({ kind: 'slate-cache', minutes: Math.round(600 * size) }),
  (size, topics) => ({ kind: 'season', topics, interest: 1 - 0.4 * size, visits: 0.97 }),
  (size, topics) => ({ kind: 'over-blocking', topics, languages: [], share: 0.6 * size }),
  (size) => ({ kind: 'unnormalised-popularity', exponent: size, quotaFactor: 2 }),
  (size) => ({ kind: 'tier-shift', tier: 'new', logit: -0.8 * size }),
];

/**
 * An explanation from outside the incident's list: of no kind that stands in it. It begins when one of the list does, as
 * that much is seen at once, and so has a fault-free world in common with that one; at the page where none of the list does.
 */
export function outsiderOf(scenario: CompiledScenario, seed: string): Explanation {
  const known = runnable(scenario).flatMap(({ faults }) => faults);
  const listed = new Set(known.map((fault) => fault.kind));
  const key = streamKey(`${scenario.id}/${seed}`, NONE_OF_THESE);
  let draws = 0;
  const below = (n: number): number => Math.floor(drawn(key, draws++) * n);
  const others = FAULTS.filter((fault) => !listed.has(fault(1, []).kind));
  const fault = others[below(others.length)]!;
  const size = SIZES[below(SIZES.length)]!;
  const scope = SCOPES[below(SCOPES.length)]!;
  const onset = known[below(known.length)]?.onset ?? scenario.world.pageTick;
  const first = below(TOPIC_COUNT);
  const topics = Array.from({ length: SOME_TOPICS }, (_, k) => (first + 5 * k) % TOPIC_COUNT);
  const timing = { id: NONE_OF_THESE, onset, form: { shape: 'step' } } as const;
  return { id: NONE_OF_THESE, faults: [{ ...fault(size, topics), ...timing, scope }] };
}
