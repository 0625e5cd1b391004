// The arithmetic of serving, compiled to WebAssembly (AssemblyScript): inner products, near neighbours, four logistic
// heads, a slate, a pass of the trainer. Compiled into binary.ts, see kernel.ts; test/sim/kernel.test.ts holds each function to a plain one.
//
// Four single-precision numbers are worked on at once. Sums have a fixed order and no operation is fused, so that every
// engine gives the same bits. Lengths and numbers of places are in the places' own units, addresses in bytes.

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

// Of the trainer: a batch of rows, columns as the training table has them, and weights with the heads side by side.
const DENSE: usize = 8;
const FLOATS: usize = DENSE + 1;
const COLUMNS: usize = 9;
export let rowFeatures: usize = 0;
export let rowWeight: usize = 0;
export let rowLabels: usize = 0;
export let rowLeak: usize = 0;
/** Columns in the order surface, build, tenure, history, region, creator tier, source, topic, match; each of `batch` bytes. */
export let rowColumns: usize = 0;
/** Features at which the first eight of them begin, then those of local content, price, dense inputs and the leak. */
export let featureAt: usize = 0;
export let trained: usize = 0;
export let trainedSum: usize = 0;
let batch: usize = 0;
let features: usize = 0;

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

let top: usize = 1024;

function take(bytes: usize): usize {
  const at = top;
  top = (top + bytes + 63) & ~63;
  return at;
}

/**
 * Lays out the memory: for ideas, candidates, so many item parts and indexes, and a batch of rows for weights of a width.
 * Called once.
 */
export function reserve(
  capacity: usize,
  room: usize,
  parts: usize,
  indexes: usize,
  rows: usize,
  width: usize,
): void {
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
  batch = rows;
  features = width;
  rowFeatures = take(rows * FLOATS * 4);
  rowWeight = take(rows * 4);
  rowLabels = take(rows);
  rowLeak = take(rows * 4);
  rowColumns = take(rows * COLUMNS);
  featureAt = take(16 * 4);
  trained = take(width * HEADS * 8);
  trainedSum = take(width * HEADS * 8);
  const pages = ((top + 65535) >> 16) as i32;
  const more = pages - memory.size();
  if (more > 0 && memory.grow(more) < 0) unreachable();
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

/** Brings the `k` best of the first `n` of `nearest` to the front, best first: Hoare's FIND, then insertion. */
export function best(n: i32, k: i32): void {
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
  const front = min<i32>(k, n);
  for (let p = 1; p < front; p++) {
    const score = scoreAt(p);
    const id = load<i32>(nearest + ((p as usize) << 2));
    let slot = p;
    while (slot > 0 && scoreAt(slot - 1) < score) {
      store<f32>(nearestScore + ((slot as usize) << 2), scoreAt(slot - 1));
      store<i32>(nearest + ((slot as usize) << 2), load<i32>(nearest + (((slot - 1) as usize) << 2)));
      slot--;
    }
    store<f32>(nearestScore + ((slot as usize) << 2), score);
    store<i32>(nearest + ((slot as usize) << 2), id);
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
 * 1 / (1 + e^−x) of four numbers, relative error below 1e-6. e^y = 2^k · e^r with k = round(y / ln 2), the series of e^r cut
 * after r⁵/120. A number that is none stays none.
 */
@inline
function sigmoid(x: v128): v128 {
  const y = f32x4.min(f32x4.max(f32x4.neg(x), f32x4.splat(-87)), f32x4.splat(87));
  const k = f32x4.nearest(f32x4.mul(y, f32x4.splat(1.44269504)));
  const r = f32x4.sub(
    f32x4.sub(y, f32x4.mul(k, f32x4.splat(0.693145751953125))),
    f32x4.mul(k, f32x4.splat(1.4286068203094172e-6)),
  );
  let p = f32x4.splat(1.0 / 120);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 24));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.0 / 6));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127)), 23);
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), f32x4.mul(p, power)));
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
  if (dropBest) store<f32>(value + ((greatest(vectors) as usize) << 2), TAKEN);
  for (let slot = 0; slot < slots; slot++) {
    let pick = -1;
    if ((explore >> slot) & 1) pick = freshest(n, fresh);
    if (pick < 0) pick = greatest(vectors);
    store<i32>(chosen + ((slot as usize) << 2), pick);
    const topic = load<i32>(wideTopic + ((pick as usize) << 2));
    const look = load<i32>(wideLook + ((pick as usize) << 2));
    charge(vectors, topic, look, -topicCost, -lookCost);
    if (slot >= window) {
      const gone = (load<i32>(chosen + (((slot - window) as usize) << 2)) as usize) << 2;
      charge(vectors, load<i32>(wideTopic + gone), load<i32>(wideLook + gone), topicCost, lookCost);
    }
    store<f32>(value + ((pick as usize) << 2), TAKEN);
  }
}

/** Candidate of the greatest value, the first of equals. */
function greatest(vectors: i32): i32 {
  let best = f32x4.splat(-Infinity);
  let where = i32x4.splat(0);
  let at = i32x4(0, 1, 2, 3);
  for (let k = 0; k < vectors; k++) {
    const v = v128.load(value + ((k as usize) << 4));
    const better = f32x4.gt(v, best);
    best = v128.bitselect(v, best, better);
    where = v128.bitselect(at, where, better);
    at = i32x4.add(at, i32x4.splat(4));
  }
  let most = f32x4.extract_lane(best, 0);
  let pick = i32x4.extract_lane(where, 0);
  const b1 = f32x4.extract_lane(best, 1);
  const p1 = i32x4.extract_lane(where, 1);
  if (b1 > most || (b1 == most && p1 < pick)) {
    most = b1;
    pick = p1;
  }
  const b2 = f32x4.extract_lane(best, 2);
  const p2 = i32x4.extract_lane(where, 2);
  if (b2 > most || (b2 == most && p2 < pick)) {
    most = b2;
    pick = p2;
  }
  const b3 = f32x4.extract_lane(best, 3);
  const p3 = i32x4.extract_lane(where, 3);
  if (b3 > most || (b3 == most && p3 < pick)) pick = p3;
  return pick;
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

/** Adds to the values of a topic and to those of a look. */
function charge(vectors: i32, topic: i32, look: i32, topicCost: f32, lookCost: f32): void {
  const t = i32x4.splat(topic);
  const l = i32x4.splat(look);
  const ofTopic = f32x4.splat(topicCost);
  const ofLook = f32x4.splat(lookCost);
  for (let k = 0; k < vectors; k++) {
    const at = (k as usize) << 4;
    const cost = f32x4.add(
      v128.and(i32x4.eq(v128.load(wideTopic + at), t), ofTopic),
      v128.and(i32x4.eq(v128.load(wideLook + at), l), ofLook),
    );
    v128.store(value + at, f32x4.add(v128.load(value + at), cost));
  }
}

/** Address of a feature's weights. */
@inline
function weightOf(feature: i32): usize {
  return trained + ((feature as usize) << 5);
}

@inline
function base(k: usize): i32 {
  return load<i32>(featureAt + (k << 2));
}

@inline
function column(k: usize, row: usize): i32 {
  return load<u8>(rowColumns + k * batch + row);
}

/** Address of the weights of a row's k-th one-hot. */
@inline
function oneHot(k: usize, row: usize): usize {
  return weightOf(base(k) + column(k, row));
}

@inline
function step(at: usize, low: v128, high: v128): void {
  v128.store(at, f64x2.add(v128.load(at), low));
  v128.store(at, f64x2.add(v128.load(at, 16), high), 16);
}

/**
 * SGD over the batch's first `n` rows, all heads; the first is the `at`-th of its pass. Every eighth iterate from the
 * `half`-th on is added to `trainedSum`; returns how many were. `dense`, `bias`, `build`: learning rates of the dense inputs,
 * of constants and one-hots, of the app builds. Feature 0 is the constant.
 */
export function learn(
  n: i32,
  at: i32,
  half: i32,
  dense: f64,
  bias: f64,
  build: f64,
  leaking: bool,
): i32 {
  let averaged = 0;
  const size = features << 5;
  const denseAt = weightOf(base(10));
  const leakAt = weightOf(base(11));
  for (let r: usize = 0; r < (n as usize); r++, at++) {
    const weight = load<f32>(rowWeight + (r << 2)) as f64;
    if (weight > 0) {
      const x = rowFeatures + r * FLOATS * 4;
      const match = column(8, r);
      const isLocal = match >= PRICE_TIERS;
      const local = weightOf(base(8) + column(4, r));
      const price = weightOf(base(9) + (isLocal ? match - PRICE_TIERS : match));
      const leak = leaking ? (load<f32>(rowLeak + (r << 2)) as f64) : 0;
      let low = f64x2.splat(load<f32>(x + DENSE * 4));
      let high = low;
      low = f64x2.add(low, v128.load(trained));
      high = f64x2.add(high, v128.load(trained, 16));
      for (let k: usize = 0; k < 8; k++) {
        const w = oneHot(k, r);
        low = f64x2.add(low, v128.load(w));
        high = f64x2.add(high, v128.load(w, 16));
      }
      low = f64x2.add(low, v128.load(price));
      high = f64x2.add(high, v128.load(price, 16));
      if (isLocal) {
        low = f64x2.add(low, v128.load(local));
        high = f64x2.add(high, v128.load(local, 16));
      }
      for (let k: usize = 0; k < DENSE; k++) {
        const value = f64x2.splat(load<f32>(x + (k << 2)));
        const w = denseAt + (k << 5);
        low = f64x2.add(low, f64x2.mul(value, v128.load(w)));
        high = f64x2.add(high, f64x2.mul(value, v128.load(w, 16)));
      }
      if (leaking) {
        low = f64x2.add(low, f64x2.mul(f64x2.splat(leak), v128.load(leakAt)));
        high = f64x2.add(high, f64x2.mul(f64x2.splat(leak), v128.load(leakAt, 16)));
      }
      const p = sigmoid(
        v128.shuffle<f32>(
          f32x4.demote_f64x2_zero(low),
          f32x4.demote_f64x2_zero(high),
          0,
          1,
          4,
          5,
        ),
      );
      const labels = load<u8>(rowLabels + r);
      const truth = f32x4.convert_i32x4_s(
        v128.and(i32x4.splat(labels), i32x4(1, 2, 4, 8)),
      );
      const error = f32x4.sub(f32x4.min(truth, f32x4.splat(1)), p);
      const scale = f64x2.splat(weight);
      const errorLow = f64x2.mul(scale, f64x2.promote_low_f32x4(error));
      const errorHigh = f64x2.mul(
        scale,
        f64x2.promote_low_f32x4(v128.shuffle<f32>(error, error, 2, 3, 2, 3)),
      );
      const slow = f64x2.splat(bias);
      const stepLow = f64x2.mul(slow, errorLow);
      const stepHigh = f64x2.mul(slow, errorHigh);
      step(trained, stepLow, stepHigh);
      for (let k: usize = 0; k < 8; k++) {
        if (k == 1) {
          const rate = f64x2.splat(build);
          step(oneHot(k, r), f64x2.mul(rate, errorLow), f64x2.mul(rate, errorHigh));
        } else step(oneHot(k, r), stepLow, stepHigh);
      }
      step(price, stepLow, stepHigh);
      if (isLocal) step(local, stepLow, stepHigh);
      const quick = f64x2.splat(dense);
      const denseLow = f64x2.mul(quick, errorLow);
      const denseHigh = f64x2.mul(quick, errorHigh);
      for (let k: usize = 0; k < DENSE; k++) {
        const value = f64x2.splat(load<f32>(x + (k << 2)));
        step(denseAt + (k << 5), f64x2.mul(denseLow, value), f64x2.mul(denseHigh, value));
      }
      if (leaking)
        step(leakAt, f64x2.mul(denseLow, f64x2.splat(leak)), f64x2.mul(denseHigh, f64x2.splat(leak)));
    }
    if (at >= half && (at & 7) == 0) {
      for (let k: usize = 0; k < size; k += 16)
        v128.store(
          trainedSum + k,
          f64x2.add(v128.load(trainedSum + k), v128.load(trained + k)),
        );
      averaged++;
    }
  }
  return averaged;
}
