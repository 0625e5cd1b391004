/** What people chose before the world began, in WebAssembly, against the plain way to say it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn, subKey, uniform } from '../../src/determinism/random.ts';
import { C_QUALITY, CHARM } from '../../src/sim/ideas/ideas.ts';
import { createPastKernel } from '../../src/sim/kernel/past.ts';
import { EMBED_DIMS, SEEN_CAPACITY, STYLE_DIMS, TOPIC_COUNT } from '../../src/sim/presets.ts';

const IDEAS = 700;
const ACTIONS = 600;
const kernel = createPastKernel(IDEAS, ACTIONS);
const { run } = kernel;

/** A number in [−1, 1) that looks random. */
const noise = (k: number): number => ((Math.imul(k + 1, 0x9e3779b1) ^ 0x5bd1e995) | 0) / 2 ** 31;

// Topics of very different sizes, one of a single idea; ideas in no order.
const topicStart = kernel.ints('topicStart', TOPIC_COUNT + 1);
for (let t = 1; t < TOPIC_COUNT; t++) topicStart[t] = t + Math.floor(t ** 2 * 1.1);
topicStart[TOPIC_COUNT] = IDEAS;
const ideaAt = kernel.shorts('ideaAt', IDEAS);
ideaAt.forEach((_, place) => (ideaAt[place] = (place * 37) % IDEAS));
const charm = kernel.floats('charm', IDEAS * CHARM);
charm.forEach((_, k) => (charm[k] = noise(k)));
const embedding = kernel.floats('embedding', IDEAS * EMBED_DIMS);
embedding.forEach((_, k) => (embedding[k] = noise(k + 90_000)));
const style = kernel.doubles('style', STYLE_DIMS);
const interest = kernel.doubles('interest', TOPIC_COUNT);
const diet = kernel.doubles('diet', TOPIC_COUNT);

/** The place a person is drawn to most, the first of equals. */
function favourite(places: readonly number[], care: number): number {
  let best = -1;
  let most = -Infinity;
  for (const place of places) {
    const quality = charm[place * CHARM + C_QUALITY]!;
    let score = 0.25 * quality;
    for (let d = 0; d < STYLE_DIMS; d++) score += charm[place * CHARM + d]! * style[d]!;
    score += care * quality;
    if (score > most) {
      most = score;
      best = place;
    }
  }
  return best;
}

/** The topic at which the running sum of shares first exceeds `at`. */
function topicAt(shares: Float64Array, at: number): number {
  const topic = shares.findIndex((share) => (at -= share) < 0);
  return topic < 0 ? 0 : topic;
}

interface Past {
  readonly ideas: readonly number[];
  /** Actions at which a burst begins. */
  readonly bursts: readonly number[];
  readonly topics: readonly number[];
  readonly sum: readonly number[];
}

function plainHistory(mine: number, actions: number, core: boolean): Past {
  const ideas: number[] = [];
  const bursts: number[] = [];
  const topics = Array.from({ length: TOPIC_COUNT }, () => 0);
  const sum = Array.from({ length: EMBED_DIMS }, () => 0);
  const all = interest.reduce((a, b) => a + b, 0);
  let topic = 0;
  let until = 0;
  for (let a = 0; a < actions; a++) {
    if (a === until) {
      const b = bursts.length;
      topic = topicAt(interest, uniform(mine, 1, b) * all);
      const long = uniform(mine, 2, b);
      until = a + (core ? 30 + Math.floor(long * 70) : 2 + Math.floor(long * 6));
      if (!core && a < actions * 0.6 && uniform(mine, 3, b) < 0.5)
        topic = Math.floor(uniform(mine, 4, b) * TOPIC_COUNT);
      bursts.push(a);
    }
    const first = topicStart[topic]!;
    const size = topicStart[topic + 1]! - first;
    const place = favourite(
      [5, 6, 7].map((k) => first + Math.floor(drawn(subKey(mine, k), a) * size)),
      0,
    );
    ideas.push(ideaAt[place]!);
    topics[topic]!++;
    for (let d = 0; d < EMBED_DIMS; d++) sum[d] = sum[d]! + embedding[place * EMBED_DIMS + d]!;
  }
  return { ideas, bursts, topics, sum };
}

function history(mine: number, actions: number, core: boolean): Past {
  run.history(mine, actions, core ? 1 : 0);
  const chosen = [...kernel.ints('chosen', actions)];
  return {
    ideas: chosen.map((next) => (next < 0 ? ~next : next)),
    bursts: chosen.flatMap((next, a) => (next < 0 ? [a] : [])),
    topics: [...kernel.ints('topicCount', TOPIC_COUNT)],
    sum: [...kernel.doubles('sum', EMBED_DIMS)],
  };
}

function plainFeed(mine: number): number[] {
  const eaten: number[] = [];
  for (let t = 0; t < TOPIC_COUNT; t++) eaten.push((eaten[t - 1] ?? 0) + diet[t]!);
  return Array.from({ length: SEEN_CAPACITY }, (_, k) => {
    const luck = subKey(mine, k);
    const past = eaten.filter((sum) => drawn(luck, 0) >= sum).length;
    const topic = Math.min(past, TOPIC_COUNT - 1);
    const first = topicStart[topic]!;
    const size = topicStart[topic + 1]! - first;
    const halves = [1, 2].flatMap((half) => {
      const draw = subKey(luck, half);
      return [draw & 0xffff, draw >>> 16];
    });
    const places = halves.map((half) => first + ((half * size) >>> 16));
    return ideaAt[favourite(places, 0.35)]!;
  });
}

/** Somebody with a style and interests of their own; a diet comes to one, or to a little less by rounding. */
function somebody(k: number): void {
  style.forEach((_, d) => (style[d] = noise(k * 31 + d)));
  interest.forEach((_, t) => (interest[t] = Math.max(0, noise(k * 57 + t))));
  diet.forEach((_, t) => (diet[t] = 1 + noise(k * 91 + t)));
  const all = diet.reduce((a, b) => a + b, 0) * 1.01;
  diet.forEach((share, t) => (diet[t] = share / all));
}

const person = fc.record({ who: fc.nat(10_000), mine: fc.integer() });

describe('before the world begins', () => {
  test('a history is the best of three ideas, burst by burst', () => {
    fc.assert(
      fc.property(
        person,
        fc.integer({ min: 0, max: ACTIONS }),
        fc.boolean(),
        (p, actions, core) => {
          somebody(p.who);
          expect(history(p.mine, actions, core)).toStrictEqual(plainHistory(p.mine, actions, core));
        },
      ),
    );
  });

  test('a feed shows the best of four, in proportion to a diet', () => {
    fc.assert(
      fc.property(person, (p) => {
        somebody(p.who);
        run.feed(p.mine);
        expect([...kernel.shorts('seen', SEEN_CAPACITY)]).toStrictEqual(plainFeed(p.mine));
      }),
    );
  });
});
