/** A run as plain data, for another thread: what can be derived again is left out. */
import { createIncident } from '../incident/runner.ts';
import { createLattice } from '../sim/telemetry/noise.ts';
import { observe } from '../sim/telemetry/observer.ts';
import type { Run } from './run.ts';

/** Several snapshots in one message keep what they share. */
export type Snapshot = Omit<Run, 'incident' | 'lattice' | 'observer'>;

export function snapshotOf(run: Run): Snapshot {
  const derived: ReadonlySet<string> = new Set(['incident', 'lattice', 'observer']);
  return Object.fromEntries(
    Object.entries(run).filter(([name]) => !derived.has(name)),
  ) as unknown as Snapshot;
}

export function restoreRun(snapshot: Snapshot): Run {
  const { pair, scenario } = snapshot;
  const lattice = createLattice(pair.live.keys.noise, pair.panel.person.length);
  return {
    ...snapshot,
    incident: createIncident(scenario.chart),
    lattice,
    observer: observe(pair, lattice),
  };
}
