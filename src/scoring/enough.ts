/**
 * When the readings on the log sufficed to act: the smallest sets of readings, by kind of fault, that tell it from
 * its rivals. This is the catalogue's judgement, not a measurement; the ideal observer will replace it.
 */
import type { FaultKind } from '../sim/faults.ts';
import { cuts, reads, tests, views } from './bearing.ts';
import { logbookOf, type Seen } from './logbook.ts';
import type { Judged } from './judged.ts';

type Part = (seen: Seen) => boolean;

const byPerson: Part = (s) => cuts(s, 'activity', 'history', 'tenure');
const byVersion: Part = (s) => cuts(s, 'arm', 'model') || tests(s, 'replay', 'shadow', 'reroute');
const byBuild: Part = (s) => cuts(s, 'build') || tests(s, 'event-audit');
const secondCount: Part = (s) => reads(s, 'server_saves') || tests(s, 'event-audit');

const PARTS: Readonly<Record<FaultKind, readonly Part[]>> = {
  'history-truncation': [byPerson, byVersion],
  'non-finite-scores': [
    byPerson,
    (s) => reads(s, 'nonfinite_share') || tests(s, 'replay', 'shadow'),
  ],
  'duplicate-events': [byBuild, secondCount],
  'lost-events': [byBuild, secondCount],
  'unnormalised-popularity': [
    (s) => views(s, 'ecosystem') || reads(s, 'head_share', 'unique_items', 'exposure_gini'),
    (s) => reads(s, 'search_demand', 'head_value'),
  ],
};

/** Null where it never did. */
export function enoughTick(run: Judged): number | null {
  const { seen } = logbookOf(run);
  let latest: number | null = null;
  for (const fault of run.scenario.faults) {
    for (const part of PARTS[fault.kind]) {
      const first = seen.find((s) => part(s));
      if (first === undefined) return null;
      latest = Math.max(latest ?? 0, first.tick);
    }
  }
  return latest;
}

/** Minutes from sufficient evidence to a remedy that are still prompt; working days on the slow clock. */
export function promptWithin(run: Judged): number {
  return run.scenario.clock === 'days' ? 2 * 1440 : 20;
}
