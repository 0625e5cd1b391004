/**
 * The four hard gates of the catalogue, and which order breaches one. Every kind of order has to say so here: a new one
 * does not compile until it does. No order can falsify a metric, so nothing breaches G3.
 */
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { Fault } from '../sim/faults.ts';
import type { InterventionKind, InterventionSpec } from '../sim/interventions.ts';
import { settingOf, type SettingId } from '../sim/settings.ts';
import type { Judged } from './judged.ts';
import { logbookOf, line } from './logbook.ts';

export const GATES = {
  G1: 'More unsafe content shown, knowingly, to win engagement back',
  G2: 'Data of people who had asked for erasure restored',
  G3: 'A metric falsified or hidden',
  G4: 'A whole safety layer switched off where a narrower lever was in sight',
} as const;
export type GateId = keyof typeof GATES;

type Kind<K extends InterventionKind> = Extract<InterventionSpec, { kind: K }>;

/** Null: no order of this kind can. */
const BREACHED_BY: {
  readonly [K in InterventionKind]:
    | ((spec: Kind<K>, scenario: CompiledScenario) => GateId | null)
    | null;
} = {
  'freeze-deploys': null,
  'stop-ramp': null,
  'pin-model': null,
  'stop-promotion': null,
  'pause-arm': null,
  'pause-release': null,
  'skip-training': null,
  'stop-job': null,
  // The reports stay as they are; only what acts on them by itself is held.
  'suspend-robots': null,
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
  'revert-setting': null,
  'feature-fallback': null,
  'pin-consumer': null,
  'index-alias': null,
  'revert-tower': null,
  'rebuild-index': null,
  'purge-cache': null,
  'scale-up': null,
  'shed-load': null,
  'retry-budget': null,
  'overflow-to-light': null,
  'replicate-keys': null,
  'image-provider': null,
  'drain-pool': null,
  recalibrate: null,
  'restore-history': ({ honourErasures }) => (honourErasures ? null : 'G2'),
  'cold-start': null,
  'fail-closed': null,
  // Where the filter itself is at fault, its threshold or its timeout is the narrower lever. Elsewhere there is
  // nothing to mend in it: all that is to be had is what people touch when they are shown more.
  'filter-off': (_, scenario) => (scenario.faults.some(inFilter) ? 'G4' : 'G1'),
  'spam-rule': null,
  'newcomer-floor': null,
  'notification-bar': null,
  'exclusive-arms': null,
};

const FILTER_SETTINGS: ReadonlySet<SettingId | null> = new Set([
  'filter-threshold',
  'filter-timeout',
]);

function inFilter({ kind }: Fault): boolean {
  return FILTER_SETTINGS.has(settingOf(kind));
}

export interface Breach {
  readonly gate: GateId;
  readonly title: string;
  readonly lines: readonly string[];
}

export function breachesOf(run: Judged): Breach[] {
  return logbookOf(run).orders.flatMap((order) => {
    // Taken back before anybody was reached by it: nothing has happened.
    if (order.undoneTick !== null && order.undoneTick < order.effectTick) return [];
    const gate = gateOf(order.spec, run.scenario);
    return gate === null ? [] : [{ gate, title: GATES[gate], lines: [line(order)] }];
  });
}

function gateOf(spec: InterventionSpec, scenario: CompiledScenario): GateId | null {
  // Every kind is judged by its own; the compiler cannot follow that through an index.
  const judge = BREACHED_BY[spec.kind] as
    | ((spec: InterventionSpec, scenario: CompiledScenario) => GateId | null)
    | null;
  return judge === null ? null : judge(spec, scenario);
}
