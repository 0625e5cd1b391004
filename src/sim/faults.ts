/**
 * Faults: perturbations of a named mechanism. Closed and typed; the simulator must handle every kind, so a new kind
 * does not compile until it does. Ticks are simulated minutes since the world began.
 */
import type { Scope } from './segments.ts';

export type FaultShape =
  | { readonly shape: 'step' }
  /** Grows linearly from nothing to full size over `minutes`. */
  | { readonly shape: 'ramp'; readonly minutes: number };

export interface FaultTiming {
  readonly id: string;
  /** First minute at which the fault acts. */
  readonly onset: number;
  /** First minute at which it no longer acts; absent: until repaired. */
  readonly until?: number;
  readonly form: FaultShape;
}

export type FaultMechanism =
  /** A ranker version reads only the last `keep` actions of a person's history (retrieval and ranking features). */
  | { readonly kind: 'history-truncation'; readonly version: string; readonly keep: number }
  /** A head of a ranker version returns NaN for people with more than `aboveActions` logged actions. */
  | {
      readonly kind: 'non-finite-scores';
      readonly version: string;
      readonly head: 'closeup' | 'save' | 'dwell' | 'hide';
      readonly aboveActions: number;
    }
  /** An app build fires an event more than once: `extra` surplus events per true one. */
  | {
      readonly kind: 'duplicate-events';
      readonly event: 'impression' | 'save';
      readonly build: string;
      readonly extra: number;
    }
  /** An app build loses a share of an event. */
  | {
      readonly kind: 'lost-events';
      readonly event: 'impression' | 'save';
      readonly build: string;
      readonly share: number;
    }
  /**
   * The popular generator samples ideas by (live count)^exponent and counts are no longer divided by exposure, so
   * what is shown is what will be shown.
   */
  | {
      readonly kind: 'unnormalised-popularity';
      readonly exponent: number;
      readonly quotaFactor: number;
    };

export type Fault = FaultTiming & FaultMechanism & { readonly scope?: Scope };
export type FaultKind = FaultMechanism['kind'];

export const FAULT_KINDS = [
  'history-truncation',
  'non-finite-scores',
  'duplicate-events',
  'lost-events',
  'unnormalised-popularity',
] as const satisfies readonly FaultKind[];
