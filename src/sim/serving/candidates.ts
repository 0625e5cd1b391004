/**
 * Candidate generation: four sources with quotas fill one list without repeats, ideas seen lately left out. The list
 * is in the order of the sources, not of merit; only a ranker orders it.
 */
import { subKey } from '../../determinism/random.ts';
import { EMBED_DIMS, LOOK_COUNT } from '../presets.ts';
import type { World } from '../world.ts';
import { CELL_COUNT, cellOf } from './index.ts';
import { drawPopular } from './popular.ts';
import { dotRows } from './dot.ts';
import { CANDIDATE_ROOM } from './scratch.ts';

export const G_INTEREST = 0;
export const G_SIMILAR = 1;
export const G_POPULAR = 2;
export const G_FRESH = 3;

export interface Quotas {
  readonly interest: number;
  readonly similar: number;
  readonly popular: number;
  readonly fresh: number;
}

/** Quotas by surface (home, related); each sums to CANDIDATE_COUNT. */
export const QUOTAS: readonly Quotas[] = [
  { interest: 31, similar: 17, popular: 11, fresh: 7 },
  { interest: 12, similar: 40, popular: 9, fresh: 5 },
];

const TWO_POW_MINUS_32 = 2.3283064365386963e-10;
/** Cells the interest source searches. */
const PROBES = 8;
/** Jitter of cell scores, so that a person's neighbourhood rotates from visit to visit. */
const PROBE_JITTER = 0.3;
/** Looks of a topic that the related surface always searches: the opened idea's and those beside it. */
const NEIGHBOURS = 3;
/** Error of the approximate search within a cell: it returns near neighbours, not always the nearest. */
const NEAREST_JITTER = 0.5;

/** Seed of the running request: a counter-based hash, so that what one request draws moves no other. */
let seed = 0;

/**
 * The k-th number of a source within the request, a uint32. Each draw has its own counter: an attempt that fails in one
 * world and not in another shifts nothing after it.
 */
function drawAt(source: number, k: number): number {
  let h = (seed + Math.imul(source * 1024 + k, 0x9e3779b1)) | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** Number in [0, n) from a uint32. */
function below(draw: number, n: number): number {
  return Math.floor(draw * TWO_POW_MINUS_32 * n);
}

/** Jitter in [−½, ½) of an idea or a cell within the request: one multiplication, enough to shuffle near-equals. */
function jitter(id: number): number {
  const h = Math.imul(id + 1, seed | 1);
  return ((h ^ (h >>> 13)) >>> 8) * 5.960464477539063e-8 - 0.5;
}

/**
 * Gathers candidates for a person whose features are loaded. `seedIdea` is the opened idea on the related surface, −1
 * at home. `salt` identifies the request.
 */
export function gather(
  world: World,
  person: number,
  surface: number,
  seedIdea: number,
  salt: number,
  quotas: Quotas,
): void {
  const { scratch } = world;
  scratch.candidates = 0;
  seed = subKey(subKey(world.keys.serving, salt), surface) | 0;
  if (seedIdea >= 0) scratch.mark[seedIdea] = scratch.stamp;
  // Scarce sources first, so that the broad ones fill what is left without repeating them.
  if (quotas.fresh > 0) fromFresh(world, quotas.fresh);
  if (quotas.popular > 0) fromPopular(world, world.people.region[person]!, quotas.popular);
  if (quotas.similar > 0) fromSimilar(world, person, seedIdea, quotas.similar);
  if (quotas.interest > 0) fromInterest(world, quotas.interest);
}

function add(world: World, idea: number, generator: number): boolean {
  const { scratch } = world;
  if (scratch.mark[idea] === scratch.stamp || scratch.candidates >= CANDIDATE_ROOM) return false;
  const cap = world.control.cap;
  if (cap !== null && world.counters.servedToday[idea]! >= cap) return false;
  scratch.mark[idea] = scratch.stamp;
  scratch.candidate[scratch.candidates] = idea;
  scratch.candidateGenerator[scratch.candidates] = generator;
  scratch.candidates++;
  return true;
}

function fromFresh(world: World, quota: number): void {
  const { fresh } = world.index;
  if (fresh.length === 0) return;
  let left = quota;
  for (let attempt = 0; attempt < quota * 3 && left > 0; attempt++) {
    if (add(world, fresh[below(drawAt(G_FRESH, attempt), fresh.length)]!, G_FRESH)) left--;
  }
}

function fromPopular(world: World, region: number, quota: number): void {
  let left = quota;
  for (let attempt = 0; attempt < quota * 3 && left > 0; attempt++) {
    const idea = drawPopular(world.popular, region, drawAt(G_POPULAR, attempt));
    if (idea < 0) return;
    if (add(world, idea, G_POPULAR)) left--;
  }
}

/** Neighbours in look of recent saves (home) or of the opened idea (related). */
function fromSimilar(world: World, person: number, seedIdea: number, quota: number): void {
  const { people, ideas, index } = world;
  if (seedIdea >= 0) {
    nearestIn(
      world,
      cellOf(ideas, seedIdea),
      ideas.embedding,
      seedIdea * EMBED_DIMS,
      quota,
      G_SIMILAR,
      true,
    );
    return;
  }
  const length = people.historyLength[person]!;
  if (length === 0) return;
  const start = people.historyStart[person]!;
  const capacity = people.historyStart[person + 1]! - start;
  const recent = Math.min(length, 24);
  const seeds = 3;
  const each = Math.ceil(quota / seeds);
  for (let s = 0; s < seeds; s++) {
    const back = 1 + below(drawAt(G_SIMILAR, 1000 + s), recent);
    const idea =
      people.history[start + ((people.historyHead[person]! - back + capacity) % capacity)]!;
    const cell = cellOf(ideas, idea);
    const first = index.start[cell]!;
    const size = index.start[cell + 1]! - first;
    if (size === 0) continue;
    let left = each;
    for (let attempt = 0; attempt < each * 2 && left > 0; attempt++) {
      if (
        add(
          world,
          index.members[first + below(drawAt(G_SIMILAR, s * 64 + attempt), size)]!,
          G_SIMILAR,
        )
      )
        left--;
    }
  }
}

function fromInterest(world: World, quota: number): void {
  const { scratch, index } = world;
  const { userEmbedding, probe, probeScore, centroidDot } = scratch;
  // A visit's second request has the same embedding before it: the cells need not be scored twice.
  if (scratch.centroidPerson !== scratch.loadedPerson) {
    dotRows(userEmbedding, 0, index.centroid, 0, CELL_COUNT, centroidDot);
    scratch.centroidPerson = scratch.loadedPerson;
  }
  let n = 0;
  for (let c = 0; c < CELL_COUNT; c++) {
    const score = centroidDot[c]! + PROBE_JITTER * jitter(c);
    if (n === PROBES && score <= probeScore[PROBES - 1]!) continue;
    let slot = n < PROBES ? n++ : PROBES - 1;
    while (slot > 0 && probeScore[slot - 1]! < score) {
      probeScore[slot] = probeScore[slot - 1]!;
      probe[slot] = probe[slot - 1]!;
      slot--;
    }
    probeScore[slot] = score;
    probe[slot] = c;
  }
  const each = Math.ceil(quota / PROBES);
  let left = quota;
  for (let p = 0; p < n && left > 0; p++)
    left -= nearestIn(world, probe[p]!, userEmbedding, 0, Math.min(each, left), G_INTEREST, false);
}

/**
 * Adds up to `quota` ideas of a cell, nearest to a query first (and of the same topic in neighbouring looks when
 * `widen`). Returns how many it added.
 */
function nearestIn(
  world: World,
  cell: number,
  query: Float32Array,
  at: number,
  quota: number,
  generator: number,
  widen: boolean,
): number {
  const { scratch, index } = world;
  const { nearest, nearestDot, rowDot } = scratch;
  const { mark, stamp } = scratch;
  let n = 0;
  const cells = widen ? LOOK_COUNT : 1;
  const own = cell % LOOK_COUNT;
  for (let k = 0; k < cells; k++) {
    // A small catalogue fills the quota only from further looks.
    if (k >= NEIGHBOURS && n === quota) break;
    // Own look, then one to either side, then two …
    const aside = (k & 1) === 1 ? (k + 1) >> 1 : LOOK_COUNT - (k >> 1);
    const c = cell - own + ((own + aside) % LOOK_COUNT);
    const first = index.start[c]!;
    const end = index.start[c + 1]!;
    dotRows(query, at, index.embedding, first, end, rowDot);
    for (let m = first; m < end; m++) {
      const idea = index.members[m]!;
      if (mark[idea] === stamp) continue;
      const s = rowDot[m - first]! + NEAREST_JITTER * jitter(idea);
      if (n === quota && s <= nearestDot[n - 1]!) continue;
      let slot = n < quota ? n++ : n - 1;
      while (slot > 0 && nearestDot[slot - 1]! < s) {
        nearestDot[slot] = nearestDot[slot - 1]!;
        nearest[slot] = nearest[slot - 1]!;
        slot--;
      }
      nearestDot[slot] = s;
      nearest[slot] = idea;
    }
  }
  let added = 0;
  for (let k = 0; k < n; k++) if (add(world, nearest[k]!, generator)) added++;
  return added;
}
