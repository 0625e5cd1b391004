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
import { createEffects, type Effects } from './effectsShape.ts';
import { CELL_COUNT } from './index.ts';
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
  /** `mark[idea] === stamp`: already a candidate, or seen lately. */
  readonly mark: Int32Array;
  stamp: number;
  readonly candidate: Int32Array;
  readonly candidateGenerator: Uint8Array;
  readonly candidateTopic: Uint8Array;
  readonly candidateLook: Uint8Array;
  readonly candidateMatch: Uint8Array;
  readonly candidateDot: Float64Array;
  readonly candidateInsight: Float64Array;
  readonly candidateUtility: Float64Array;
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
  // What of the heads' logits one request shares among candidates of a topic, a look, a source; the heads side by side.
  readonly topicTerm: Float64Array;
  readonly lookTerm: Float64Array;
  readonly sourceTerm: Float64Array;
  readonly matchTerm: Float64Array;
  // The person as the feature store sees them.
  /** Whose history is loaded, and how much of it: −1 nobody. */
  loadedPerson: number;
  loadedCap: number;
  loadedPrior: number;
  readonly userEmbedding: Float32Array;
  /** Inner products of the embedding with the index's centroids; whose, −1 nobody's. */
  readonly centroidDot: Float64Array;
  centroidPerson: number;
  readonly topicShare: Float32Array;
  readonly seenTopic: Float32Array;
  readonly seenLook: Float32Array;
  /** Best cells of a search, best first. */
  readonly probe: Int32Array;
  readonly probeScore: Float64Array;
  /** Inner products of a query with a cell's rows. */
  readonly rowDot: Float64Array;
  /** The same for the query of another embedding version. */
  readonly foreignDot: Float64Array;
  readonly nearest: Int32Array;
  readonly nearestDot: Float64Array;
  /** Candidates by utility while a slate is filled, with copies of what the search for the best reads. */
  readonly place: Int32Array;
  readonly placeUtility: Float64Array;
  /** Where runs of them are merged to. */
  readonly spare: Int32Array;
  readonly spareUtility: Float64Array;
  readonly placeTopic: Uint8Array;
  readonly placeLook: Uint8Array;
  readonly placeTaken: Uint8Array;
  /** Topics and looks among the last slots of the slate being filled. */
  readonly windowTopic: Float64Array;
  readonly windowLook: Float64Array;
  readonly weight: Float64Array;
  /** One slate a surface, in the order of SURFACES: a visit may have several at hand. */
  readonly slates: readonly Slate[];
}

/** `capacity`: most ideas there can be; `room`: most candidates of a request. */
export function createScratch(capacity: number, room = CANDIDATE_ROOM): Scratch {
  return {
    mark: new Int32Array(capacity),
    stamp: 0,
    candidate: new Int32Array(room),
    candidateGenerator: new Uint8Array(room),
    candidateTopic: new Uint8Array(room),
    candidateLook: new Uint8Array(room),
    candidateMatch: new Uint8Array(room),
    candidateDot: new Float64Array(room),
    candidateInsight: new Float64Array(room),
    candidateUtility: new Float64Array(room),
    candidateStated: new Float32Array(room * HEAD_COUNT),
    candidates: 0,
    rejected: 0,
    rowsScored: 0,
    pairsRanked: 0,
    seed: 0,
    effects: createEffects(),
    candidateItem: new Float32Array(room * ITEM_INPUTS),
    candidateShift: new Float32Array(room * HEAD_COUNT),
    topicTerm: new Float64Array(TOPIC_COUNT * HEAD_COUNT),
    lookTerm: new Float64Array(LOOK_COUNT * HEAD_COUNT),
    sourceTerm: new Float64Array(SOURCE_COUNT * HEAD_COUNT),
    matchTerm: new Float64Array(MATCH_CODES * HEAD_COUNT),
    loadedPerson: -1,
    loadedCap: 0,
    loadedPrior: 0,
    userEmbedding: new Float32Array(EMBED_DIMS),
    centroidDot: new Float64Array(CELL_COUNT),
    centroidPerson: -1,
    topicShare: new Float32Array(TOPIC_COUNT),
    seenTopic: new Float32Array(TOPIC_COUNT),
    seenLook: new Float32Array(LOOK_COUNT),
    probe: new Int32Array(16),
    probeScore: new Float64Array(16),
    rowDot: new Float64Array(Math.max(capacity, CELL_COUNT)),
    foreignDot: new Float64Array(capacity),
    nearest: new Int32Array(room),
    nearestDot: new Float64Array(room),
    place: new Int32Array(room),
    placeUtility: new Float64Array(room),
    spare: new Int32Array(room),
    spareUtility: new Float64Array(room),
    placeTopic: new Uint8Array(room),
    placeLook: new Uint8Array(room),
    placeTaken: new Uint8Array(room),
    windowTopic: new Float64Array(TOPIC_COUNT),
    windowLook: new Float64Array(LOOK_COUNT),
    weight: new Float64Array(capacity),
    slates: Array.from({ length: SURFACE_COUNT }, createSlate),
  };
}
