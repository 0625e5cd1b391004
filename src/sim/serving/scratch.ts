/** Working memory of the serving path: written and read within one request, never part of the state. */
import {
  CANDIDATE_COUNT,
  EMBED_DIMS,
  HEAD_COUNT,
  LOOK_COUNT,
  SLATE_SIZE,
  SOURCE_COUNT,
  SURFACE_COUNT,
  TOPIC_COUNT,
} from '../presets.ts';
import { ITEM_INPUTS } from '../data/layout.ts';
import { createFeatureKernel, type FeatureKernel } from '../kernel/features.ts';
import { createKernel, type KernelFunctions } from '../kernel/kernel.ts';
import { createResidents, type Residents } from '../kernel/residents.ts';
import { createEffects, type Effects } from './effectsShape.ts';
import { MATCH_CODES } from './match.ts';

/** One slate as served, with what the log and the trainer need of it. */
export interface Slate {
  length: number;
  readonly item: Uint16Array;
  readonly generator: Uint8Array;
  readonly topic: Uint8Array;
  readonly look: Uint8Array;
  readonly match: Uint8Array;
  /** Features as served. */
  readonly dot: Float32Array;
  readonly topicShare: Float32Array;
  readonly seenTopic: Float32Array;
  readonly seenLook: Float32Array;
  /** Stated probabilities per head, `SLATE_SIZE × HEAD_COUNT`, examination not included; NaN where a score was lost. */
  readonly stated: Float32Array;
  /** Item inputs as served, `SLATE_SIZE × ITEM_INPUTS`; only where `distorted`. */
  readonly inputs: Float32Array;
  distorted: boolean;
  /** The opened idea a related slate was asked for with; −1 elsewhere. */
  seedIdea: number;
  /** Kept from an earlier visit. */
  cached: boolean;
  /** Milliseconds the request took; for a member of the panel, on average. */
  latencyMs: number;
  /** Rung of the fallback ladder that answered, see infra/state.ts; FAILED: none did. */
  rung: number;
  /** Share of tiles that are never painted. */
  unpainted: number;
  /** What the person saves of it does not reach their history. */
  unremembered: boolean;
  /** A score of this request was not finite. */
  nonFinite: boolean;
  /** Served in the random-exposure slice. */
  random: boolean;
  /** Line that served it. */
  line: number;
  build: number;
  region: number;
  tenure: number;
  history: number;
}

export function createSlate(): Slate {
  return {
    length: 0,
    item: new Uint16Array(SLATE_SIZE),
    generator: new Uint8Array(SLATE_SIZE),
    topic: new Uint8Array(SLATE_SIZE),
    look: new Uint8Array(SLATE_SIZE),
    match: new Uint8Array(SLATE_SIZE),
    dot: new Float32Array(SLATE_SIZE),
    topicShare: new Float32Array(SLATE_SIZE),
    seenTopic: new Float32Array(SLATE_SIZE),
    seenLook: new Float32Array(SLATE_SIZE),
    stated: new Float32Array(SLATE_SIZE * HEAD_COUNT),
    inputs: new Float32Array(SLATE_SIZE * ITEM_INPUTS),
    distorted: false,
    seedIdea: -1,
    cached: false,
    latencyMs: 0,
    rung: 0,
    unpainted: 0,
    unremembered: false,
    nonFinite: false,
    random: false,
    line: 0,
    build: 0,
    region: 0,
    tenure: 0,
    history: 0,
  };
}

/** Candidates a request may gather before ranking: room for every generator's quota. */
export const CANDIDATE_ROOM = CANDIDATE_COUNT + 24;

export interface Scratch {
  readonly kernel: KernelFunctions;
  readonly residents: Residents;
  readonly features: FeatureKernel;
  /** Addresses of the person's embedding and of `query` in the kernel's memory. */
  readonly userAt: number;
  readonly queryAt: number;
  /** `mark[idea] === stamp`: already a candidate, or seen lately. */
  readonly mark: Int32Array;
  stamp: number;
  readonly candidate: Int32Array;
  readonly candidateGenerator: Uint8Array;
  readonly candidateTopic: Uint8Array;
  readonly candidateLook: Uint8Array;
  readonly candidateMatch: Uint8Array;
  readonly candidateDot: Float32Array;
  readonly candidateInsight: Float32Array;
  readonly candidateUtility: Float32Array;
  /** `CANDIDATE_ROOM × HEAD_COUNT`. */
  readonly candidateStated: Float32Array;
  candidates: number;
  /** Candidates the policy filter took out. */
  rejected: number;
  /** Arithmetic done since the world began, for the bench: rows that retrieval scored, pairs that the heavy ranker did. */
  rowsScored: number;
  pairsRanked: number;
  /** Counter-based seed of the running request. */
  seed: number;
  readonly effects: Effects;
  /** Item inputs as served and shifts of the logits, where a fault changes them. */
  readonly candidateItem: Float32Array;
  readonly candidateShift: Float32Array;
  // What of the heads' logits one request shares among candidates of a source or a match; the heads side by side. Of a
  // topic and a look the kernel sums it up itself.
  readonly sourceTerm: Float32Array;
  readonly matchTerm: Float32Array;
  /** Weight of the inner product in every head, and of every head in the utility. */
  readonly dotWeight: Float32Array;
  readonly utilityWeight: Float32Array;
  // The person as the feature store sees them.
  /** Whose history is loaded, and how much of it: −1 nobody. */
  loadedPerson: number;
  loadedCap: number;
  loadedPrior: number;
  readonly userEmbedding: Float32Array;
  /** Whose inner products with the index's centroids the kernel holds, −1 nobody's. */
  centroidPerson: number;
  readonly topicShare: Float32Array;
  readonly seenTopic: Float32Array;
  readonly seenLook: Float32Array;
  /** Best cells of a search, best first. */
  readonly probe: Int32Array;
  /** A query other than the person's embedding, and what either is to ideas of another embedding version. */
  readonly query: Float32Array;
  readonly foreign: Float32Array;
  readonly nearest: Int32Array;
  /** Candidates that the index does not hold. */
  readonly missing: Int32Array;
  /** Candidates of the slate being filled, by slot. */
  readonly chosen: Int32Array;
  readonly weight: Float64Array;
  /** One slate a surface, in the order of SURFACES: a visit may have several at hand. */
  readonly slates: readonly Slate[];
}

/** Most sizes for which the working memory is kept. */
const KEPT = 4;
const kept: { readonly capacity: number; readonly room: number; readonly scratch: Scratch }[] = [];

/**
 * `capacity`: most ideas there can be; `room`: most candidates of a request. Worlds of a size share one, as nothing in it
 * outlives a request but what says whose it is.
 */
export function createScratch(capacity: number, room = CANDIDATE_ROOM): Scratch {
  const found = kept.find((k) => k.capacity === capacity && k.room === room);
  if (found !== undefined) return found.scratch;
  const scratch = newScratch(capacity, room);
  kept.push({ capacity, room, scratch });
  if (kept.length > KEPT) kept.shift();
  return scratch;
}

function newScratch(capacity: number, room: number): Scratch {
  const kernel = createKernel(capacity, room);
  return {
    kernel: kernel.run,
    residents: createResidents(kernel, capacity),
    features: createFeatureKernel(capacity),
    userAt: kernel.address('user'),
    queryAt: kernel.address('query'),
    mark: kernel.ints('mark', capacity),
    stamp: 0,
    candidate: kernel.ints('candidate', room),
    candidateGenerator: kernel.bytes('candidateGenerator', room),
    candidateTopic: kernel.bytes('candidateTopic', room),
    candidateLook: kernel.bytes('candidateLook', room),
    candidateMatch: kernel.bytes('candidateMatch', room),
    candidateDot: kernel.floats('candidateDot', room),
    candidateInsight: kernel.floats('candidateInsight', room),
    candidateUtility: kernel.floats('candidateUtility', room),
    candidateStated: kernel.floats('candidateStated', room * HEAD_COUNT),
    candidates: 0,
    rejected: 0,
    rowsScored: 0,
    pairsRanked: 0,
    seed: 0,
    effects: createEffects(),
    candidateItem: new Float32Array(room * ITEM_INPUTS),
    candidateShift: kernel.floats('candidateShift', room * HEAD_COUNT),
    sourceTerm: kernel.floats('sourceTerm', SOURCE_COUNT * HEAD_COUNT),
    matchTerm: kernel.floats('matchTerm', MATCH_CODES * HEAD_COUNT),
    dotWeight: kernel.floats('dotWeight', HEAD_COUNT),
    utilityWeight: kernel.floats('utilityWeight', HEAD_COUNT),
    loadedPerson: -1,
    loadedCap: 0,
    loadedPrior: 0,
    userEmbedding: kernel.floats('user', EMBED_DIMS),
    centroidPerson: -1,
    topicShare: kernel.floats('topicShare', TOPIC_COUNT),
    seenTopic: kernel.floats('seenTopic', TOPIC_COUNT),
    seenLook: kernel.floats('seenLook', LOOK_COUNT),
    probe: kernel.ints('probe', 16),
    query: kernel.floats('query', EMBED_DIMS),
    foreign: kernel.floats('foreign', EMBED_DIMS),
    nearest: kernel.ints('nearest', capacity),
    missing: kernel.ints('missing', room),
    chosen: kernel.ints('chosen', room),
    weight: new Float64Array(capacity),
    slates: Array.from({ length: SURFACE_COUNT }, createSlate),
  };
}
