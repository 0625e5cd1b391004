/**
 * The four hard gates of the catalogue, and which order could breach one. Every kind of order has to say so here: a
 * new one does not compile until it does. In the present menu none can, so no case is capped.
 */
import type { InterventionKind } from '../sim/interventions.ts';
import type { Judged } from './judged.ts';
import { logbookOf, line } from './logbook.ts';

export const GATES = {
  G1: 'More unsafe content shown, knowingly, to win engagement back',
  G2: 'Data of people who had asked for erasure restored',
  G3: 'A metric falsified or hidden',
  G4: 'A whole safety layer switched off where a narrower lever was in sight',
} as const;
export type GateId = keyof typeof GATES;

const BREACHED_BY: Readonly<Record<InterventionKind, GateId | null>> = {
  'freeze-deploys': null,
  'stop-ramp': null,
  'pin-model': null,
  'stop-promotion': null,
  'pause-arm': null,
  'pause-release': null,
  'skip-training': null,
  'rollback-model': null,
  'route-cohort': null,
  'promote-model': null,
  'nonfinite-guard': null,
  'kill-generator': null,
  // Counting once is a correction of the record, not a change of it, and it is logged.
  'dedupe-events': null,
  'quarantine-rows': null,
  retrain: null,
  'exposure-cap': null,
  exploration: null,
  diversity: null,
  'normalise-popularity': null,
  'fix-client': null,
};

export interface Breach {
  readonly gate: GateId;
  readonly title: string;
  readonly lines: readonly string[];
}

export function breachesOf(run: Judged): Breach[] {
  return logbookOf(run).orders.flatMap((order) => {
    const gate = BREACHED_BY[order.spec.kind];
    return gate === null ? [] : [{ gate, title: GATES[gate], lines: [line(order)] }];
  });
}
