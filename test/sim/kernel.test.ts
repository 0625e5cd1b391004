/** Each function of the WebAssembly kernel against the plain way to say it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKernel, RESIDENT_PARTS } from '../../src/sim/kernel/kernel.ts';
import { createResidents } from '../../src/sim/kernel/residents.ts';
import { jitter } from '../../src/sim/serving/sources/draws.ts';
import { CELL_COUNT, NO_ROW, type RetrievalIndex } from '../../src/sim/serving/index.ts';
import { EMBED_DIMS, HEAD_COUNT, LOOK_COUNT, TOPIC_COUNT } from '../../src/sim/presets.ts';
import { exp } from '../../src/determinism/math.ts';

const CAPACITY = 500;
const ROOM = 90;
const kernel = createKernel(CAPACITY, ROOM);
const residents = createResidents(kernel, CAPACITY);
const { run } = kernel;

/** A number in [−1, 1) that looks random. */
const noise = (k: number): number => ((Math.imul(k + 1, 0x9e3779b1) ^ 0x5bd1e995) | 0) / 2 ** 31;

/** All ideas but the last twenty, in cells by their number. */
function makeIndex(shift: number): RetrievalIndex {
  const held = CAPACITY - 20;
  const members = Int32Array.from({ length: held }, (_, k) => k).sort(
    (a, b) => (a % CELL_COUNT) - (b % CELL_COUNT) || a - b,
  );
  const start = new Int32Array(CELL_COUNT + 1);
  for (const idea of members) start[(idea % CELL_COUNT) + 1]!++;
  for (let c = 0; c < CELL_COUNT; c++) start[c + 1] = start[c + 1]! + start[c]!;
  const rowOf = new Uint16Array(CAPACITY).fill(NO_ROW);
  members.forEach((idea, row) => (rowOf[idea] = row));
  return {
    builtTick: 0,
    start,
    members,
    rowOf,
    traits: Uint32Array.from(
      members,
      (i) => topicOf(i) | (lookOf(i) << 8) | ((i % 8) << 16) | ((i % 3) << 24),
    ),
    embedding: Float32Array.from({ length: held * EMBED_DIMS }, (_, k) => noise(k + shift)),
    centroid: Float32Array.from({ length: CELL_COUNT * EMBED_DIMS }, (_, k) =>
      noise(k * 7 + shift),
    ),
    fresh: new Int32Array(0),
  };
}
const topicOf = (idea: number): number => Math.floor((idea % CELL_COUNT) / LOOK_COUNT);
const lookOf = (idea: number): number => idea % LOOK_COUNT;
const index = makeIndex(0);

const user = kernel.floats('user', EMBED_DIMS);
const foreign = kernel.floats('foreign', EMBED_DIMS);
const mark = kernel.ints('mark', CAPACITY);
const nearest = kernel.ints('nearest', CAPACITY);
const nearestScore = kernel.floats('nearestScore', CAPACITY);
for (let d = 0; d < EMBED_DIMS; d++) {
  user[d] = noise(d * 3 + 900);
  foreign[d] = noise(d * 5 + 700);
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>, at: number): number => {
  let sum = 0;
  for (let d = 0; d < EMBED_DIMS; d++) sum += a[d]! * b[at + d]!;
  return sum;
};

const candidate = kernel.ints('candidate', ROOM);
const utility = kernel.floats('candidateUtility', ROOM);
const topics = kernel.bytes('candidateTopic', ROOM);
const looks = kernel.bytes('candidateLook', ROOM);
const generator = kernel.bytes('candidateGenerator', ROOM);

describe('retrieval', () => {
  test('probes are the cells of the greatest inner product and luck', () => {
    const place = residents.index(index);
    run.centroids(place);
    for (const seed of [1, -77, 123_456_789]) {
      run.probes(seed, 8);
      const scores = Array.from(
        { length: CELL_COUNT },
        (_, c) => dot(user, index.centroid, c * EMBED_DIMS) + 0.3 * jitter(seed, c),
      );
      const wanted = scores.map((_, c) => c).sort((a, b) => scores[b]! - scores[a]!);
      expect([...kernel.ints('probe', 8)]).toEqual(wanted.slice(0, 8));
    }
  });

  test('a part of another version takes its share of the centroids', () => {
    const place = residents.index(index);
    run.centroids(place);
    run.mixForeign(place, 0.25);
    const got = kernel.floats('centroidDot', CELL_COUNT);
    for (let c = 0; c < CELL_COUNT; c++)
      expect(got[c]).toBeCloseTo(
        0.25 * dot(user, index.centroid, c * EMBED_DIMS) +
          0.75 * dot(foreign, index.centroid, c * EMBED_DIMS),
        5,
      );
  });

  test.each([1, 0.4])('near neighbours of a cell, agreement %d', (agreement) => {
    mark.fill(0);
    mark[index.members[index.start[17]!]!] = 5;
    const n = run.near(
      residents.index(index),
      kernel.address('user'),
      17,
      99,
      3,
      0.4,
      5,
      agreement,
      2,
    );
    const wanted: [number, number][] = [];
    for (let m = index.start[17]!; m < index.start[18]!; m++) {
      const idea = index.members[m]!;
      if (mark[idea] === 5) continue;
      const agrees = (Math.imul(idea + 1, 0x85ebca6b) >>> 0) / 2 ** 32 < agreement;
      const query = agrees ? user : foreign;
      const local = idea % 8 === 3 ? 0.4 : 0;
      wanted.push([
        idea,
        dot(query, index.embedding, m * EMBED_DIMS) + 0.5 * jitter(99, idea) + local,
      ]);
    }
    expect(n).toBe(2 + wanted.length);
    wanted.forEach(([idea, score], k) => {
      expect(nearest[2 + k]).toBe(idea);
      expect(nearestScore[2 + k]).toBeCloseTo(score, 5);
    });
  });

  test('the best k of a list come to the front in order', () => {
    const scores = fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 80 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 70 }), (values, k) => {
        values.forEach((v, i) => {
          nearest[i] = i;
          nearestScore[i] = v;
        });
        run.best(values.length, k);
        const front = Math.min(k, values.length);
        expect([...nearestScore.subarray(0, front)]).toEqual(
          values.toSorted((a, b) => b - a).slice(0, front),
        );
        for (let i = 0; i < values.length; i++) expect(values[nearest[i]!]).toBe(nearestScore[i]);
        expect(new Set(nearest.subarray(0, values.length)).size).toBe(values.length);
      }),
    );
  });
});

describe('ranking', () => {
  test('pair features of what the index holds; what it does not is named', () => {
    candidate.set([0, 250, 499, 33]);
    expect(run.look(residents.index(index), 4, 1, 2)).toBe(1);
    expect(kernel.ints('missing', 1)[0]).toBe(2);
    for (const c of [0, 1, 3]) {
      const idea = candidate[c]!;
      expect(topics[c]).toBe(topicOf(idea));
      expect(looks[c]).toBe(lookOf(idea));
      expect(kernel.bytes('candidateMatch', ROOM)[c]).toBe(
        (idea % 8 === 1 ? 3 : 0) + Math.abs((idea % 3) - 2),
      );
      expect(kernel.floats('candidateDot', ROOM)[c]).toBeCloseTo(
        dot(user, index.embedding, index.rowOf[idea]! * EMBED_DIMS),
        5,
      );
    }
  });

  test('what heads share among candidates of a topic and of a look, to the bit', () => {
    const floats = (name: string, length: number): Float32Array => kernel.floats(name, length);
    const share = floats('topicShare', TOPIC_COUNT);
    const seen = floats('seenTopic', TOPIC_COUNT);
    const seenLook = floats('seenLook', LOOK_COUNT);
    share.forEach((_, t) => (share[t] = noise(t)));
    seen.forEach((_, t) => (seen[t] = noise(t + 50)));
    seenLook.forEach((_, l) => (seenLook[l] = noise(l + 90)));
    const weights = [0.3, -1.7, 0.123_456_789, 2.5];
    for (let h = 0; h < HEAD_COUNT; h++) {
      const [request, ofShare, ofTopic, ofLook] = weights.map((w) => w * (h + 1) + noise(h));
      run.terms(h, request!, ofShare!, ofTopic!, ofLook!);
      const topicTerm = floats('topicTerm', TOPIC_COUNT * HEAD_COUNT);
      const lookTerm = floats('lookTerm', LOOK_COUNT * HEAD_COUNT);
      for (let t = 0; t < TOPIC_COUNT; t++)
        expect(topicTerm[t * HEAD_COUNT + h]).toBe(
          Math.fround(request! + ofShare! * share[t]! + ofTopic! * seen[t]!),
        );
      for (let l = 0; l < LOOK_COUNT; l++)
        expect(lookTerm[l * HEAD_COUNT + h]).toBe(Math.fround(ofLook! * seenLook[l]!));
    }
  });

  test('four logistic heads, to a millionth', () => {
    const part = Float32Array.from({ length: CAPACITY * HEAD_COUNT }, (_, k) => 20 * noise(k));
    const terms = (name: string, rows: number): Float32Array => {
      const view = kernel.floats(name, rows * HEAD_COUNT);
      view.forEach((_, k) => (view[k] = 2 * noise(k + rows)));
      return view;
    };
    const topicTerm = terms('topicTerm', TOPIC_COUNT);
    const lookTerm = terms('lookTerm', LOOK_COUNT);
    const sourceTerm = terms('sourceTerm', 6);
    const matchTerm = terms('matchTerm', 6);
    const weight = terms('dotWeight', 1);
    const worth = terms('utilityWeight', 1);
    const insight = kernel.floats('candidateInsight', ROOM);
    const shift = kernel.floats('candidateShift', ROOM * HEAD_COUNT);
    const match = kernel.bytes('candidateMatch', ROOM);
    const dots = kernel.floats('candidateDot', ROOM);
    for (let c = 0; c < 60; c++) {
      candidate[c] = (c * 7) % CAPACITY;
      topics[c] = c % TOPIC_COUNT;
      looks[c] = c % LOOK_COUNT;
      generator[c] = c % 6;
      match[c] = (c * 5) % 6;
      dots[c] = noise(c);
      insight[c] = noise(c + 50);
      for (let h = 0; h < HEAD_COUNT; h++) shift[c * HEAD_COUNT + h] = noise(c + 9 * h);
    }
    const stated = kernel.floats('candidateStated', ROOM * HEAD_COUNT);
    for (const changed of [0, 1]) {
      run.heads(residents.part(part), 60, changed);
      run.utilities(60);
      for (let c = 0; c < 60; c++) {
        let sum = 0;
        for (let h = 0; h < HEAD_COUNT; h++) {
          const logit =
            part[candidate[c]! * HEAD_COUNT + h]! +
            weight[h]! * dots[c]! +
            topicTerm[topics[c]! * HEAD_COUNT + h]! +
            lookTerm[looks[c]! * HEAD_COUNT + h]! +
            sourceTerm[generator[c]! * HEAD_COUNT + h]! +
            matchTerm[match[c]! * HEAD_COUNT + h]! +
            (h === 1 ? insight[c]! : 0) +
            changed * shift[c * HEAD_COUNT + h]!;
          const p = 1 / (1 + exp(-logit));
          // Single precision in the logit itself: a few units of its last place.
          expect(Math.abs(stated[c * HEAD_COUNT + h]! / p - 1)).toBeLessThan(6e-6);
          sum += worth[h]! * p;
        }
        expect(utility[c]).toBeCloseTo(sum, 5);
      }
    }
  });
});

describe('filling a slate', () => {
  /** Greedy, slot by slot, over plain arrays. */
  function plain(
    values: readonly number[],
    slots: number,
    window: number,
    cost: readonly [number, number],
    explore: number,
    dropBest: boolean,
  ): number[] {
    const left = new Set(values.map((_, c) => c));
    const best = (from: readonly number[], worth: (c: number) => number): number =>
      from.reduce((a, c) => (worth(c) > worth(a) ? c : a));
    if (dropBest) left.delete(best([...left], (c) => values[c]!));
    const chosen: number[] = [];
    for (let p = 0; p < slots; p++) {
      const recent = chosen.slice(-window);
      const worth = (c: number): number =>
        values[c]! -
        cost[0] * recent.filter((r) => topics[r] === topics[c]).length -
        cost[1] * recent.filter((r) => looks[r] === looks[c]).length;
      const young = [...left].filter((c) => generator[c] === 3);
      const pick =
        ((explore >> p) & 1) === 1 && young.length > 0
          ? best(young, (c) => values[c]!)
          : best([...left], worth);
      chosen.push(pick);
      left.delete(pick);
    }
    return chosen;
  }

  // Quarters and eighths: sums of them are exact, so that equals are equal to both.
  const candidates = fc.array(
    fc.record({
      value: fc.integer({ min: 0, max: 400 }).map((v) => v / 8),
      topic: fc.integer({ min: 0, max: 4 }),
      look: fc.integer({ min: 0, max: 3 }),
      source: fc.integer({ min: 2, max: 4 }),
    }),
    { minLength: 2, maxLength: 80 },
  );

  test('each slot has the best of what is left after spacing', () => {
    fc.assert(
      fc.property(
        candidates,
        fc.integer({ min: 0, max: 2 ** 25 - 1 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 8 }),
        (list, explore, drop, cost) => {
          list.forEach((c, k) => {
            utility[k] = c.value;
            topics[k] = c.topic;
            looks[k] = c.look;
            generator[k] = c.source;
          });
          const slots = Math.min(25, list.length - 1);
          run.fill(list.length, slots, 8, cost / 4, cost / 8, explore, 3, drop ? 1 : 0);
          expect([...kernel.ints('chosen', slots)]).toEqual(
            plain(
              list.map((c) => c.value),
              slots,
              8,
              [cost / 4, cost / 8],
              explore,
              drop,
            ),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('without scores candidates come in the order of their sources', () => {
    utility.fill(NaN, 0, 66);
    generator.fill(0, 0, 66);
    topics.fill(0, 0, 66);
    looks.fill(0, 0, 66);
    run.fill(66, 25, 8, 0.013, 0.005, 0, 3, 0);
    expect([...kernel.ints('chosen', 25)]).toEqual(Array.from({ length: 25 }, (_, p) => p));
  });
});

test('what lies in the memory is told by identity, and the least lately used makes way', () => {
  const parts = Array.from({ length: RESIDENT_PARTS + 1 }, (_, k) =>
    new Float32Array(CAPACITY * HEAD_COUNT).fill(k),
  );
  const view = kernel.floats('part', RESIDENT_PARTS * CAPACITY * HEAD_COUNT);
  const valueAt = (place: number): number => view[place * CAPACITY * HEAD_COUNT]!;
  for (const part of parts.slice(0, -1)) residents.part(part);
  residents.part(parts[0]!);
  const newest = residents.part(parts.at(-1)!);
  expect(valueAt(newest)).toBe(RESIDENT_PARTS);
  expect(valueAt(residents.part(parts[0]!))).toBe(0);
  expect(valueAt(residents.part(parts[1]!))).toBe(1);
  const other = makeIndex(31);
  expect(residents.index(other)).not.toBe(residents.index(index));
});
