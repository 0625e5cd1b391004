/** The catalogue of ideas as columns. Identifiers are never reused: fresh ideas are appended, old ones retire. */
import { STYLE_DIMS } from '../presets.ts';

/** Numbers in a row of `charm`: a style of unit length, and what stands at the places below; the last is not used. */
export const CHARM = STYLE_DIMS + 4;
/** What saving it is really worth; standard normal. */
export const C_QUALITY = STYLE_DIMS;
/** What makes one tap it; correlated with quality, not the same. */
export const C_APPEAL = STYLE_DIMS + 1;
/** How worn out it is for the public at the last refresh: log exposure above the ordinary, ≥ 0. */
export const C_WEAR = STYLE_DIMS + 2;

export interface Ideas {
  /** Rows allocated; `count` of them exist. */
  readonly capacity: number;
  count: number;
  readonly topic: Uint8Array;
  readonly look: Uint8Array;
  /**
   * What a person meets in an idea, `capacity × CHARM`: its style, then the three below. Side by side, as whoever reads
   * one reads all of them, of one idea out of thousands.
   */
  readonly charm: Float32Array;
  readonly region: Uint8Array;
  readonly language: Uint8Array;
  /** Price tier. */
  readonly price: Uint8Array;
  /** Policy class: 0 clean, 1 borderline, 2 violating. */
  readonly policy: Uint8Array;
  /** 1: the classifier lets it through; see serving/policy.ts. Fixed at upload, as a verdict is the same every time. */
  readonly cleared: Uint8Array;
  readonly creator: Uint16Array;
  /** Day of upload; negative before the world began. */
  readonly birthDay: Int32Array;
  /** 1: in the live catalogue; 0: retired. */
  readonly live: Uint8Array;
  /** Learned embedding, `capacity × EMBED_DIMS`: belief, not truth. */
  readonly embedding: Float32Array;
  /** Impressions truly made, decayed daily: truth beside the logged counters. */
  readonly shown: Float32Array;
  /** `LOOK_COUNT × STYLE_DIMS`, unit length. */
  readonly lookCentre: Float32Array;
  /** Day a creator joined. */
  readonly creatorSince: Int32Array;
  /** Creator tier: 0 new, 1 small, 2 established. */
  readonly creatorTier: Uint8Array;
  /** Share of a day's exposure each tier is used to, and what creators take it to be of late. */
  readonly tierNorm: Float64Array;
  readonly tierShare: Float64Array;
  /** Ideas saved next to an idea, `capacity × COSAVES`, a ring; NO_IDEA: empty. */
  readonly cosave: Uint16Array;
  readonly cosaveHead: Uint8Array;
}
