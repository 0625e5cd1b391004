// What people chose before the world began, compiled to WebAssembly (AssemblyScript). Compiled into binary.ts, see
// past.ts; test/sim/pastKernel.test.ts holds both functions to plain ones.
//
// The opening catalogue lies here sorted by topic, so that the ideas of one are within a few kilobytes. Choices are
// made in double precision and in a fixed order, so that every engine makes the same ones.

import { pages, take } from './memory';

const TOPICS: i32 = 24;
const DIMS: usize = 16;
const STYLE: usize = 8;
/** Of a row of charm: style, then quality, then what plays no part here. */
const CHARM: usize = 12;
const SEEN: i32 = 96;
/** An action is the best of so many ideas; what was put before a person lately, of one more. */
const CHOICES: i32 = 3;
/** How much more the best match of a feed is chosen by quality. */
const CARE: f64 = 0.35;

const TWO_POW_MINUS_32: f64 = 2.3283064365386963e-10;

/** Places of a topic's ideas: from `topicStart` of it to that of the next. */
export let topicStart: usize = 0;
/** By place. */
export let ideaAt: usize = 0;
export let charm: usize = 0;
export let embedding: usize = 0;
// Of a person.
export let style: usize = 0;
export let interest: usize = 0;
export let diet: usize = 0;
let eaten: usize = 0;
// What comes of it.
export let chosen: usize = 0;
export let topicCount: usize = 0;
export let sum: usize = 0;
export let seen: usize = 0;

/** Lays out the memory, for so many ideas and so many actions of a person. Returns the pages it takes. Called once. */
export function reserve(ideas: usize, actions: usize): i32 {
  topicStart = take(((TOPICS as usize) + 1) * 4);
  ideaAt = take(ideas * 2);
  charm = take(ideas * CHARM * 4);
  embedding = take(ideas * DIMS * 4);
  style = take(STYLE * 8);
  interest = take((TOPICS as usize) * 8);
  diet = take((TOPICS as usize) * 8);
  eaten = take((TOPICS as usize) * 8);
  chosen = take(actions * 4);
  topicCount = take((TOPICS as usize) * 4);
  sum = take(DIMS * 8);
  seen = take((SEEN as usize) * 2);
  return pages();
}

/** See determinism/random.ts, as the next two. */
@inline
function subKey(key: i32, a: i32): i32 {
  let h = key ^ (a * 0x9e3779b1) ^ 0x7f4a7c15;
  h = (h ^ (h >>> 16)) * 0x21f0aaad;
  h = (h ^ (h >>> 15)) * 0x735a2d97;
  return h ^ (h >>> 15);
}

@inline
function drawn(own: i32, k: i32): f64 {
  return (subKey(own, k) as u32 as f64) * TWO_POW_MINUS_32;
}

@inline
function uniform(key: i32, a: i32, b: i32): f64 {
  return drawn(subKey(subKey(key, a), b), 0);
}

/** How much the person is drawn to what is at a place: by style and a little by quality, and by `care` for quality on top. */
@inline
function drawTo(place: i32, care: f64): f64 {
  const row = charm + (place as usize) * (CHARM * 4);
  const quality = load<f32>(row, STYLE * 4) as f64;
  const score =
    0.25 * quality +
    (load<f32>(row) as f64) * load<f64>(style) +
    (load<f32>(row, 4) as f64) * load<f64>(style, 8) +
    (load<f32>(row, 8) as f64) * load<f64>(style, 16) +
    (load<f32>(row, 12) as f64) * load<f64>(style, 24) +
    (load<f32>(row, 16) as f64) * load<f64>(style, 32) +
    (load<f32>(row, 20) as f64) * load<f64>(style, 40) +
    (load<f32>(row, 24) as f64) * load<f64>(style, 48) +
    (load<f32>(row, 28) as f64) * load<f64>(style, 56);
  return score + care * quality;
}

@inline
function first(topic: i32): i32 {
  return load<i32>(topicStart + ((topic as usize) << 2));
}

/** A topic in proportion to the person's interests, which come to `all`. */
function pickInterest(u: f64, all: f64): i32 {
  let at = u * all;
  for (let t = 0; t < TOPICS; t++) {
    at -= load<f64>(interest + ((t as usize) << 3));
    if (at < 0) return t;
  }
  return 0;
}

/**
 * The saves of a person to `chosen`, oldest first, with how many are on each topic and the sum of their embeddings. They
 * come in bursts on one topic; of the first of a burst `chosen` has the complement. Core people plan in projects: bursts
 * of 30–100. Older saves of the others are partly on topics they have since dropped.
 */
export function history(mine: i32, actions: i32, core: bool): void {
  memory.fill(sum, 0, DIMS * 8);
  memory.fill(topicCount, 0, (TOPICS as usize) * 4);
  let all: f64 = 0;
  for (let t = 0; t < TOPICS; t++) all += load<f64>(interest + ((t as usize) << 3));
  const recent = (actions as f64) * 0.6;
  let topic = 0;
  let left = 0;
  let burst = 0;
  for (let a = 0; a < actions; a++) {
    const begins = left == 0;
    if (begins) {
      topic = pickInterest(uniform(mine, 1, burst), all);
      const length = uniform(mine, 2, burst);
      left = core ? 30 + ((length * 70) as i32) : 2 + ((length * 6) as i32);
      // An interest since abandoned.
      if (!core && (a as f64) < recent && uniform(mine, 3, burst) < 0.5)
        topic = (uniform(mine, 4, burst) * (TOPICS as f64)) as i32;
      burst++;
    }
    left--;
    const from = first(topic);
    const size = (first(topic + 1) - from) as f64;
    let best = -1;
    let most: f64 = -1e9;
    for (let c = 0; c < CHOICES; c++) {
      const place = from + ((drawn(subKey(mine, 5 + c), a) * size) as i32);
      const score = drawTo(place, 0);
      if (score > most) {
        most = score;
        best = place;
      }
    }
    const row = embedding + (best as usize) * (DIMS * 4);
    for (let d: usize = 0; d < DIMS; d += 2) {
      const at = sum + (d << 3);
      v128.store(
        at,
        f64x2.add(v128.load(at), f64x2.promote_low_f32x4(v128.load64_zero(row + (d << 2)))),
      );
    }
    const counted = topicCount + ((topic as usize) << 2);
    store<i32>(counted, load<i32>(counted) + 1);
    const idea = load<u16>(ideaAt + ((best as usize) << 1)) as i32;
    store<i32>(chosen + ((a as usize) << 2), begins ? ~idea : idea);
  }
}

/**
 * What was put before a person lately to `seen`: ideas on topics in proportion to their diet, the best of four by style
 * and quality, since a feed shows the best matches first and they are the ones used up.
 */
export function feed(mine: i32): void {
  let all: f64 = 0;
  for (let t = 0; t < TOPICS; t++) {
    const at = (t as usize) << 3;
    all += load<f64>(diet + at);
    store<f64>(eaten + at, all);
  }
  for (let k = 0; k < SEEN; k++) {
    const luck = subKey(mine, k);
    const u = drawn(luck, 0);
    let topic = 0;
    while (topic < TOPICS - 1 && u >= load<f64>(eaten + ((topic as usize) << 3))) topic++;
    const from = first(topic);
    const size = first(topic + 1) - from;
    let best = -1;
    let most: f64 = -1e9;
    for (let c = 0; c < CHOICES + 1; c++) {
      const draw = subKey(luck, 1 + (c >> 1));
      const half = c & 1 ? draw >>> 16 : draw & 0xffff;
      const place = from + ((half * size) >>> 16);
      const score = drawTo(place, CARE);
      if (score > most) {
        most = score;
        best = place;
      }
    }
    store<u16>(seen + ((k as usize) << 1), load<u16>(ideaAt + ((best as usize) << 1)));
  }
}
