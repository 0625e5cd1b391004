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

/**
 * One session's amount of a quantity. `values` at `at`: expected values of a member on a surface; `home`: is this the
 * surface that opens the session.
 */
export function amount(
  q: Quantity,
  values: Float32Array,
  at: number,
  home: boolean,
  client: Readonly<Reported>,
  latencyMs: number,
): number {
  const impressions = (1 + client.impressionExtra - client.impressionLoss) * client.impressionKept;
  switch (q) {
    case 'sessions':
      return home ? 1 : 0;
    case 'loggedImpressions':
      return values[at + V_IMPRESSIONS]! * impressions;
    case 'loggedSaves':
      return (
        values[at + V_SAVES]! *
        (1 + client.saveExtra - client.saveLoss + client.botSaves) *
        client.saveKept
      );
    case 'serverSaves':
      // Storage counts whatever is written, by whomever.
      return values[at + V_SAVES]! * (1 + client.botSaves);
    case 'loggedCloseups':
      return (
        values[at + V_CLOSEUPS]! *
        (1 + client.closeupExtra - client.closeupLoss) *
        client.closeupKept
      );
    case 'loggedHides':
      return values[at + V_HIDES]! * (1 + client.hideExtra - client.hideLoss) * client.hideKept;
    case 'loggedDwells':
      return values[at + V_DWELLS]! * (1 - client.closeupLoss) * client.closeupKept;
    case 'predictedSaves':
      return values[at + V_PREDICTED]!;
    case 'requests':
      return values[at + V_REQUESTS]!;
    case 'nonFinite':
      return values[at + V_NONFINITE]!;
    case 'entropy':
      return values[at + V_ENTROPY]!;
    case 'latency':
      return values[at + V_REQUESTS]! * latencyMs;
    case 'shown':
      return values[at + V_IMPRESSIONS]!;
    case 'flagged': {
      // The second reading finds what breaks policy and errs on what does not as often as the first.
      const unsafe = values[at + V_UNSAFE]!;
      return unsafe + FALSE_POSITIVE * (values[at + V_IMPRESSIONS]! - unsafe);
    }
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
