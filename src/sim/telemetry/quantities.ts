/** Metrics as ratios of summed quantities, so that any cut of any metric is two sums over the same people. */
import type { Reported } from './reported.ts';
import type { MetricId } from '../metrics.ts';
import {
  V_CLOSEUPS,
  V_DWELLS,
  V_ENTROPY,
  V_HIDES,
  V_IMPRESSIONS,
  V_NONFINITE,
  V_PREDICTED,
  V_REQUESTS,
  V_SAVES,
  V_UNSAFE,
} from '../panel/evaluate.ts';
import { FALSE_POSITIVE } from '../serving/verdicts.ts';

/** What is summed over people. `logged…` passes through the client's log, the others do not. */
export const QUANTITIES = [
  'sessions',
  'loggedImpressions',
  'loggedSaves',
  'serverSaves',
  'loggedCloseups',
  'loggedHides',
  'loggedDwells',
  'predictedSaves',
  'requests',
  'nonFinite',
  'entropy',
  'latency',
  'shown',
  'flagged',
] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** Metrics that can be cut, as numerator over denominator; null: a count per hour. */
export const METRIC_PARTS: Readonly<
  Partial<Record<MetricId, readonly [Quantity, Quantity | null]>>
> = {
  save_rate: ['loggedSaves', 'loggedImpressions'],
  saves: ['loggedSaves', null],
  server_saves: ['serverSaves', null],
  saves_per_session: ['loggedSaves', 'sessions'],
  impressions_per_session: ['loggedImpressions', 'sessions'],
  sessions: ['sessions', null],
  closeup_rate: ['loggedCloseups', 'loggedImpressions'],
  hide_rate: ['loggedHides', 'loggedImpressions'],
  dwell_rate: ['loggedDwells', 'loggedImpressions'],
  calibration: ['predictedSaves', 'loggedSaves'],
  nonfinite_share: ['nonFinite', 'requests'],
  topic_entropy: ['entropy', 'requests'],
  p99_ms: ['latency', 'requests'],
  flagged_share: ['flagged', 'shown'],
};

/** What stands for a column where a quantity counts openings of the app instead of summing expected values. */
export const OPENINGS = -1;
/** What stands for a column where a second reading judges what was shown. */
export const SECOND_READING = -2;

/** The column of a member's expected values on a surface that a quantity sums; `latency`: of what its milliseconds weigh. */
export const COLUMN: Readonly<Record<Quantity, number>> = {
  sessions: OPENINGS,
  loggedImpressions: V_IMPRESSIONS,
  loggedSaves: V_SAVES,
  serverSaves: V_SAVES,
  loggedCloseups: V_CLOSEUPS,
  loggedHides: V_HIDES,
  loggedDwells: V_DWELLS,
  predictedSaves: V_PREDICTED,
  requests: V_REQUESTS,
  nonFinite: V_NONFINITE,
  entropy: V_ENTROPY,
  latency: V_REQUESTS,
  shown: V_IMPRESSIONS,
  flagged: SECOND_READING,
};

/** What of a session's expected values at `at` enters a sum; of openings, one, wherever the session opens. */
export function expectedOf(column: number, values: Float32Array, at: number): number {
  if (column >= 0) return values[at + column]!;
  if (column === OPENINGS) return 1;
  // The second reading finds what breaks policy and errs on what does not as often as the first.
  const unsafe = values[at + V_UNSAFE]!;
  return unsafe + FALSE_POSITIVE * (values[at + V_IMPRESSIONS]! - unsafe);
}

/** How many times over what a client's person did of a quantity is reported. */
export function reportedPart(q: Quantity, client: Readonly<Reported>): number {
  switch (q) {
    case 'loggedImpressions':
      return (1 + client.impressionExtra - client.impressionLoss) * client.impressionKept;
    case 'loggedSaves':
      return (1 + client.saveExtra - client.saveLoss + client.botSaves) * client.saveKept;
    case 'serverSaves':
      // Storage counts whatever is written, by whomever.
      return 1 + client.botSaves;
    case 'loggedCloseups':
      return (1 + client.closeupExtra - client.closeupLoss) * client.closeupKept;
    case 'loggedHides':
      return (1 + client.hideExtra - client.hideLoss) * client.hideKept;
    case 'loggedDwells':
      return (1 - client.closeupLoss) * client.closeupKept;
    default:
      return 1;
  }
}

/**
 * Display noise of a quantity given sessions, hourly: `cell` in per cent for the whole population and growing as
 * 1/√share, `shared` for everybody at once. Sessions carry their own. Design values: together, and with what the sums
 * make of them (people who save more weigh more, and at any hour some regions sleep), they give the declared 1.2 % for
 * global saves, 2.5 % for a region, 4 % for a build.
 */
export const NOISE: Readonly<
  Record<Quantity, { readonly cell: number; readonly shared: number; readonly stream: number }>
> = {
  sessions: { cell: 0.45, shared: 0.5, stream: 0 },
  loggedImpressions: { cell: 0.2, shared: 0.15, stream: 1 },
  // One stream for both: a save is one save, whoever counts it.
  loggedSaves: { cell: 0.58, shared: 0.6, stream: 2 },
  serverSaves: { cell: 0.58, shared: 0.6, stream: 2 },
  loggedCloseups: { cell: 0.4, shared: 0.3, stream: 3 },
  loggedHides: { cell: 1.2, shared: 0.5, stream: 4 },
  loggedDwells: { cell: 0.5, shared: 0.3, stream: 5 },
  predictedSaves: { cell: 0.2, shared: 0.15, stream: 1 },
  requests: { cell: 0, shared: 0, stream: 6 },
  nonFinite: { cell: 0.3, shared: 0, stream: 6 },
  entropy: { cell: 0.15, shared: 0.1, stream: 7 },
  latency: { cell: 0.5, shared: 0.6, stream: 8 },
  shown: { cell: 0, shared: 0, stream: 1 },
  // A rare find in a sample.
  flagged: { cell: 2, shared: 1.5, stream: 9 },
};
