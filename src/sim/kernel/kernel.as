// The arithmetic of serving, compiled to WebAssembly (AssemblyScript): inner products, near neighbours, four logistic
// heads, a slate. Compiled into binary.ts, see kernel.ts; test/sim/kernel.test.ts holds each function to a plain one.
//
// Four single-precision numbers are worked on at once. Sums have a fixed order and no operation is fused, so that every
// engine gives the same bits. Lengths and numbers of places are in the places' own units, addresses in bytes.

import { pages, take } from './memory';
import { sigmoid } from './sigmoid';

const DIMS: usize = 16;
const ROW: usize = DIMS * 4;
const HEADS: usize = 4;
const VECTOR: usize = HEADS * 4;
const TOPICS: usize = 24;
const LOOKS: usize = 10;
const CELLS: i32 = 240;
const SOURCES: usize = 6;
const MATCHES: usize = 6;
const PRICE_TIERS: i32 = 3;
const PROBES: usize = 16;
/** In `rowOf`: the index does not hold the idea. */
const NO_ROW: i32 = 0xffff;

const PROBE_JITTER: f32 = 0.3;
const NEAREST_JITTER: f32 = 0.5;

// Of a request.
export let mark: usize = 0;
export let candidate: usize = 0;
export let candidateGenerator: usize = 0;
export let candidateTopic: usize = 0;
export let candidateLook: usize = 0;
export let candidateMatch: usize = 0;
export let candidateDot: usize = 0;
export let candidateInsight: usize = 0;
export let candidateShift: usize = 0;
export let candidateStated: usize = 0;
export let candidateUtility: usize = 0;
export let topicTerm: usize = 0;
export let lookTerm: usize = 0;
export let sourceTerm: usize = 0;
export let matchTerm: usize = 0;
export let dotWeight: usize = 0;
export let utilityWeight: usize = 0;
export let topicShare: usize = 0;
export let seenTopic: usize = 0;
export let seenLook: usize = 0;
export let user: usize = 0;
export let query: usize = 0;
export let foreign: usize = 0;
export let centroidDot: usize = 0;
export let probe: usize = 0;
let probeScore: usize = 0;
export let nearest: usize = 0;
export let nearestScore: usize = 0;
export let missing: usize = 0;
export let chosen: usize = 0;
let value: usize = 0;
let wideTopic: usize = 0;
let wideLook: usize = 0;

// Residents: parts of worlds that are kept here as long as there is room.
export let part: usize = 0;
export let partBytes: usize = 0;
export let start: usize = 0;
export let members: usize = 0;
export let traits: usize = 0;
export let embedding: usize = 0;
export let centroid: usize = 0;
export let rowOf: usize = 0;
/** Bytes from an index's array to the next index's of the same kind. */
export let startBytes: usize = 0;
export let memberBytes: usize = 0;
export let traitBytes: usize = 0;
export let embeddingBytes: usize = 0;
export let centroidBytes: usize = 0;

/** Lays out the memory: for ideas, candidates, so many item parts and indexes. Returns the pages it takes. Called once. */
export function reserve(capacity: usize, room: usize, parts: usize, indexes: usize): i32 {
  mark = take(capacity * 4);
  candidate = take(room * 4);
  candidateGenerator = take(room);
  candidateTopic = take(room);
  candidateLook = take(room);
  candidateMatch = take(room);
  candidateDot = take(room * 4);
  candidateInsight = take(room * 4);
  candidateShift = take(room * VECTOR);
  candidateStated = take(room * VECTOR);
  candidateUtility = take(room * 4);
  topicTerm = take(TOPICS * VECTOR);
  lookTerm = take(LOOKS * VECTOR);
  sourceTerm = take(SOURCES * VECTOR);
  matchTerm = take(MATCHES * VECTOR);
  dotWeight = take(VECTOR);
  utilityWeight = take(VECTOR);
  topicShare = take(TOPICS * 4);
  seenTopic = take(TOPICS * 4);
  seenLook = take(LOOKS * 4);
  user = take(ROW);
  query = take(ROW);
  foreign = take(ROW);
  centroidDot = take((CELLS as usize) * 4);
  probe = take(PROBES * 4);
  probeScore = take(PROBES * 4);
  nearest = take(capacity * 4);
  nearestScore = take(capacity * 4);
  missing = take(room * 4);
  chosen = take(room * 4);
  value = take(room * 4 + 16);
  wideTopic = take(room * 4 + 16);
  wideLook = take(room * 4 + 16);
  partBytes = capacity * VECTOR;
  part = take(parts * partBytes);
  startBytes = ((CELLS as usize) + 1) * 4;
  start = take(indexes * startBytes);
  memberBytes = capacity * 2;
  members = take(indexes * memberBytes);
  rowOf = take(indexes * memberBytes);
  traitBytes = capacity * 4;
  traits = take(indexes * traitBytes);
  embeddingBytes = capacity * ROW;
  embedding = take(indexes * embeddingBytes);
  centroidBytes = (CELLS as usize) * ROW;
  centroid = take(indexes * centroidBytes);
  return pages();
}

@inline
function dot(a: usize, b: usize): f32 {
  const s = f32x4.add(
    f32x4.add(f32x4.mul(v128.load(a), v128.load(b)), f32x4.mul(v128.load(a, 16), v128.load(b, 16))),
    f32x4.add(
      f32x4.mul(v128.load(a, 32), v128.load(b, 32)),
      f32x4.mul(v128.load(a, 48), v128.load(b, 48)),
    ),
  );
  return (
    f32x4.extract_lane(s, 0) +
    f32x4.extract_lane(s, 1) +
    (f32x4.extract_lane(s, 2) + f32x4.extract_lane(s, 3))
  );
}

/** In [−½, ½). */
@inline
function jitter(seed: i32, id: i32): f32 {
  const h = (id + 1) * (seed | 1);
  return (((h ^ (h >>> 13)) >>> 8) as f32) * 5.960464477539063e-8 - 0.5;
}

/** `centroidDot` of the user with the centroids of an index. */
export function centroids(index: usize): void {
  let row = centroid + index * centroidBytes;
  for (let c = 0; c < CELLS; c++, row += ROW)
    store<f32>(centroidDot + ((c as usize) << 2), dot(user, row));
}

/** Centroids are means over ideas of both versions: the part of the other version scores as `foreign` does. */
export function mixForeign(index: usize, agreement: f32): void {
  let row = centroid + index * centroidBytes;
  for (let c = 0; c < CELLS; c++, row += ROW) {
    const at = centroidDot + ((c as usize) << 2);
    store<f32>(at, agreement * load<f32>(at) + (1 - agreement) * dot(foreign, row));
  }
}

/** The `k` best cells by `centroidDot` and luck to `probe`, best first. */
export function probes(seed: i32, k: i32): void {
  let n = 0;
  let least: f32 = -Infinity;
  for (let c = 0; c < CELLS; c++) {
    const score = load<f32>(centroidDot + ((c as usize) << 2)) + PROBE_JITTER * jitter(seed, c);
    if (n == k && !(score > least)) continue;
    let slot = n < k ? n++ : k - 1;
    while (slot > 0 && load<f32>(probeScore + (((slot - 1) as usize) << 2)) < score) {
      store<f32>(probeScore + ((slot as usize) << 2), load<f32>(probeScore + (((slot - 1) as usize) << 2)));
      store<i32>(probe + ((slot as usize) << 2), load<i32>(probe + (((slot - 1) as usize) << 2)));
      slot--;
    }
    store<f32>(probeScore + ((slot as usize) << 2), score);
    store<i32>(probe + ((slot as usize) << 2), c);
    least = load<f32>(probeScore + (((n - 1) as usize) << 2));
  }
}

/**
 * Appends the ideas of a cell that are not marked to `nearest`, of which `n` are filled, with how near each is to the
 * query at `from`: inner product, luck, and a boost where the idea is of the region. Where an idea does not agree with the
 * query's version, the `foreign` query is asked. Returns how many are filled then.
 */
export function near(
  index: usize,
  from: usize,
  cell: usize,
  seed: i32,
  region: i32,
  boost: f32,
  stamp: i32,
  agreement: f64,
  n: i32,
): i32 {
  const starts = start + index * startBytes + (cell << 2);
  const first = load<i32>(starts) as usize;
  const end = load<i32>(starts, 4) as usize;
  const ids = members + index * memberBytes;
  const trait = traits + index * traitBytes;
  const rows = embedding + index * embeddingBytes;
  for (let m = first; m < end; m++) {
    const idea = load<u16>(ids + (m << 1)) as i32;
    if (load<i32>(mark + ((idea as usize) << 2)) == stamp) continue;
    let asked = from;
    if (agreement < 1) {
      const luck = (((idea + 1) * 0x85ebca6b) as u32 as f64) * 2.3283064365386963e-10;
      if (!(luck < agreement)) asked = foreign;
    }
    const local = (load<u8>(trait + (m << 2), 2) as i32) == region ? boost : (0 as f32);
    const at = (n as usize) << 2;
    store<i32>(nearest + at, idea);
    store<f32>(
      nearestScore + at,
      dot(asked, rows + m * ROW) + NEAREST_JITTER * jitter(seed, idea) + local,
    );
    n++;
  }
  return n;
}

@inline
function swap(i: i32, j: i32): void {
  const a = (i as usize) << 2;
  const b = (j as usize) << 2;
  const score = load<f32>(nearestScore + a);
  store<f32>(nearestScore + a, load<f32>(nearestScore + b));
  store<f32>(nearestScore + b, score);
  const id = load<i32>(nearest + a);
  store<i32>(nearest + a, load<i32>(nearest + b));
  store<i32>(nearest + b, id);
}

@inline
function scoreAt(i: i32): f32 {
  return load<f32>(nearestScore + ((i as usize) << 2));
}

/** Lists shorter than this are sorted into while they are read. */
const SHORT: i32 = 10;

/** Brings the `k` best of the first `n` of `nearest` to the front, best first. */
export function best(n: i32, k: i32): void {
  if (k > SHORT) find(n, k);
  for (let p = 1; p < (k > SHORT ? min<i32>(k, n) : n); p++) {
    const score = scoreAt(p);
    let slot = min<i32>(p, k);
    if (slot < p) {
      // The list is full: the last one of it makes way.
      if (!(score > scoreAt(k - 1))) continue;
      swap(k - 1, p);
      slot = k - 1;
    }
    while (slot > 0 && scoreAt(slot - 1) < score) {
      swap(slot - 1, slot);
      slot--;
    }
  }
}

/** Brings the `k` best of the first `n` to the front, in any order: Hoare's FIND. */
function find(n: i32, k: i32): void {
  let low = 0;
  let high = n - 1;
  while (low < high && k < n) {
    const a = scoreAt(low);
    const b = scoreAt((low + high) >> 1);
    const c = scoreAt(high);
    const pivot = max<f32>(min<f32>(a, b), min<f32>(max<f32>(a, b), c));
    let i = low;
    let j = high;
    while (i <= j) {
      while (scoreAt(i) > pivot) i++;
      while (scoreAt(j) < pivot) j--;
      if (i > j) break;
      swap(i, j);
      i++;
      j--;
    }
    if (k - 1 <= j) high = j;
    else if (k - 1 >= i) low = i;
    else break;
  }
}

/**
 * Pair features of `n` candidates: inner product with the user, topic, look, and how they match the person's region and
 * budget. Candidates that the index does not hold are listed in `missing`; returns how many.
 */
export function look(index: usize, n: i32, region: i32, budget: i32): i32 {
  const rows = embedding + index * embeddingBytes;
  const trait = traits + index * traitBytes;
  const at = rowOf + index * memberBytes;
  let misses = 0;
  for (let c: usize = 0; c < (n as usize); c++) {
    const idea = load<i32>(candidate + (c << 2)) as usize;
    const row = load<u16>(at + (idea << 1)) as usize;
    if ((row as i32) == NO_ROW) {
      store<i32>(missing + ((misses as usize) << 2), c as i32);
      misses++;
      continue;
    }
    const all = load<u32>(trait + (row << 2));
    store<u8>(candidateTopic + c, all & 0xff);
    store<u8>(candidateLook + c, (all >>> 8) & 0xff);
    const local = (((all >>> 16) & 0xff) as i32) == region ? PRICE_TIERS : 0;
    const apart = ((all >>> 24) as i32) - budget;
    store<u8>(candidateMatch + c, local + (apart < 0 ? -apart : apart));
    store<f32>(candidateDot + (c << 2), dot(user, rows + row * ROW));
  }
  return misses;
}

/**
 * What of a head's logit hangs on the topic, with all that hangs on the request alone, and what on the look: in double
 * precision from weights, a person's share of a topic, and what they have just seen.
 */
export function terms(
  head: usize,
  request: f64,
  shareWeight: f64,
  topicWeight: f64,
  lookWeight: f64,
): void {
  const lane = head << 2;
  for (let t: usize = 0; t < TOPICS; t++) {
    const share = load<f32>(topicShare + (t << 2)) as f64;
    const seen = load<f32>(seenTopic + (t << 2)) as f64;
    const term = request + shareWeight * share + topicWeight * seen;
    store<f32>(topicTerm + t * VECTOR + lane, term as f32);
  }
  for (let l: usize = 0; l < LOOKS; l++) {
    const seen = load<f32>(seenLook + (l << 2)) as f64;
    store<f32>(lookTerm + l * VECTOR + lane, (lookWeight * seen) as f32);
  }
}

/** The four heads of `n` candidates to `candidateStated`. `changed`: their shifts are to be added. */
export function heads(parts: usize, n: i32, changed: bool): void {
  const items = part + parts * partBytes;
  const weight = v128.load(dotWeight);
  const save = f32x4(0, 1, 0, 0);
  for (let c: usize = 0; c < (n as usize); c++) {
    const idea = load<i32>(candidate + (c << 2)) as usize;
    let logit = f32x4.add(
      f32x4.add(
        v128.load(items + idea * VECTOR),
        f32x4.mul(weight, f32x4.splat(load<f32>(candidateDot + (c << 2)))),
      ),
      f32x4.add(
        f32x4.add(
          v128.load(topicTerm + (load<u8>(candidateTopic + c) as usize) * VECTOR),
          v128.load(lookTerm + (load<u8>(candidateLook + c) as usize) * VECTOR),
        ),
        f32x4.add(
          v128.load(sourceTerm + (load<u8>(candidateGenerator + c) as usize) * VECTOR),
          v128.load(matchTerm + (load<u8>(candidateMatch + c) as usize) * VECTOR),
        ),
      ),
    );
    logit = f32x4.add(logit, f32x4.mul(save, f32x4.splat(load<f32>(candidateInsight + (c << 2)))));
    if (changed) logit = f32x4.add(logit, v128.load(candidateShift + c * VECTOR));
    v128.store(candidateStated + c * VECTOR, sigmoid(logit));
  }
}

/** Utilities of `n` candidates from what is stated. */
export function utilities(n: i32): void {
  const weight = v128.load(utilityWeight);
  for (let c: usize = 0; c < (n as usize); c++) {
    const u = f32x4.mul(weight, v128.load(candidateStated + c * VECTOR));
    store<f32>(
      candidateUtility + (c << 2),
      f32x4.extract_lane(u, 0) +
        f32x4.extract_lane(u, 1) +
        (f32x4.extract_lane(u, 2) + f32x4.extract_lane(u, 3)),
    );
  }
}

/** In the place of the value of a candidate that has its slot; values that are no number stand just above it. */
const TAKEN: f32 = -1e30;
const UNSCORED: f32 = -1e29;
/** Below it a value is that of a candidate taken, whatever has been charged since. */
const HALF_TAKEN: f32 = -5e29;

/**
 * Fills the first `slots` slots of a slate from `n` candidates: each with the one of greatest utility less what its topic
 * and its look cost for every occurrence among the last `window` slots. Bit p of `explore`: slot p is for the best
 * candidate of the source `fresh`, where one is left. `dropBest`: the best one gets no slot. The candidates go to
 * `chosen` in order; of equals the first. Without scores they come in the order of their sources.
 */
export function fill(
  n: i32,
  slots: i32,
  window: i32,
  topicCost: f32,
  lookCost: f32,
  explore: i32,
  fresh: i32,
  dropBest: bool,
): void {
  // Whole vectors: what is beyond the last candidate counts as taken.
  const vectors = (n + 3) >> 2;
  for (let c = 0; c < vectors << 2; c++) {
    const at = (c as usize) << 2;
    const utility = load<f32>(candidateUtility + at);
    store<f32>(value + at, c >= n ? TAKEN : utility == utility ? utility : UNSCORED);
    store<i32>(wideTopic + at, load<u8>(candidateTopic + (c as usize)));
    store<i32>(wideLook + at, load<u8>(candidateLook + (c as usize)));
  }
  let next = charged(vectors, -1, -1, 0, 0, -1, -1, 0, 0);
  if (dropBest) {
    store<f32>(value + ((next as usize) << 2), TAKEN);
    next = charged(vectors, -1, -1, 0, 0, -1, -1, 0, 0);
  }
  for (let slot = 0; slot < slots; slot++) {
    let pick = -1;
    if ((explore >> slot) & 1) pick = freshest(n, fresh);
    if (pick < 0) pick = next;
    store<i32>(chosen + ((slot as usize) << 2), pick);
    if (slot + 1 == slots) break;
    const at = (pick as usize) << 2;
    store<f32>(value + at, TAKEN);
    let topicGone = -1;
    let lookGone = -1;
    if (slot >= window) {
      const gone = (load<i32>(chosen + (((slot - window) as usize) << 2)) as usize) << 2;
      topicGone = load<i32>(wideTopic + gone);
      lookGone = load<i32>(wideLook + gone);
    }
    next = charged(
      vectors,
      load<i32>(wideTopic + at),
      load<i32>(wideLook + at),
      -topicCost,
      -lookCost,
      topicGone,
      lookGone,
      topicCost,
      lookCost,
    );
  }
}

/**
 * Adds to the values of a topic and to those of a look, twice over, and returns the candidate of the greatest value then,
 * the first of equals: one pass, since every slot of every slate takes it. What is taken stays far below all others.
 */
function charged(
  vectors: i32,
  topic: i32,
  look: i32,
  topicCost: f32,
  lookCost: f32,
  topicGone: i32,
  lookGone: i32,
  topicBack: f32,
  lookBack: f32,
): i32 {
  const t = i32x4.splat(topic);
  const l = i32x4.splat(look);
  const ofTopic = f32x4.splat(topicCost);
  const ofLook = f32x4.splat(lookCost);
  const tGone = i32x4.splat(topicGone);
  const lGone = i32x4.splat(lookGone);
  const ofTopicGone = f32x4.splat(topicBack);
  const ofLookGone = f32x4.splat(lookBack);
  let best = f32x4.splat(-Infinity);
  for (let k = 0; k < vectors; k++) {
    const at = (k as usize) << 4;
    const topics = v128.load(wideTopic + at);
    const looks = v128.load(wideLook + at);
    const cost = f32x4.add(
      v128.and(i32x4.eq(topics, t), ofTopic),
      v128.and(i32x4.eq(looks, l), ofLook),
    );
    const back = f32x4.add(
      v128.and(i32x4.eq(topics, tGone), ofTopicGone),
      v128.and(i32x4.eq(looks, lGone), ofLookGone),
    );
    const v = f32x4.add(f32x4.add(v128.load(value + at), cost), back);
    v128.store(value + at, v);
    best = f32x4.pmax(best, v);
  }
  const most = f32x4.splat(
    max<f32>(
      max<f32>(f32x4.extract_lane(best, 0), f32x4.extract_lane(best, 1)),
      max<f32>(f32x4.extract_lane(best, 2), f32x4.extract_lane(best, 3)),
    ),
  );
  for (let k = 0; k < vectors; k++) {
    const equal = i32x4.bitmask(f32x4.eq(v128.load(value + ((k as usize) << 4)), most));
    if (equal != 0) return (k << 2) + ctz(equal);
  }
  return 0;
}

/** The one of greatest utility of a source that is not taken; −1 where none is left. */
function freshest(n: i32, source: i32): i32 {
  let pick = -1;
  let most: f32 = TAKEN;
  for (let c = 0; c < n; c++) {
    if ((load<u8>(candidateGenerator + (c as usize)) as i32) != source) continue;
    const at = (c as usize) << 2;
    if (load<f32>(value + at) <= HALF_TAKEN) continue;
    const raw = load<f32>(candidateUtility + at);
    const utility = raw == raw ? raw : UNSCORED;
    if (utility > most) {
      most = utility;
      pick = c;
    }
  }
  return pick;
}
