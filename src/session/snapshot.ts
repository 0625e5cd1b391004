/** A run as plain data, for another thread: what can be derived again is left out. */
import { createIncident } from '../incident/runner.ts';
import { createLattice } from '../sim/telemetry/noise.ts';
import { observe } from '../sim/telemetry/observer.ts';
import type { Pair } from '../sim/pair.ts';
import { packWorld, unpackWorld, type Parcel } from '../sim/parcel.ts';
import { keepPageWords, pageWords, type PageWords } from './headline.ts';
import type { Run } from './run.ts';

/** Several snapshots in one message keep what they share. */
export type Snapshot = Omit<Run, 'incident' | 'lattice' | 'observer' | 'pair'> & {
  readonly pair: Omit<Pair, 'live' | 'twin'> & {
    readonly live: Parcel;
    readonly twin: Parcel | null;
  };
  readonly pageWords: PageWords;
};

export function snapshotOf(run: Run): Snapshot {
  const { incident: _incident, lattice: _lattice, observer: _observer, pair, ...plain } = run;
  return {
    ...plain,
    pair: {
      ...pair,
      live: packWorld(pair.live),
      twin: pair.twin === null ? null : packWorld(pair.twin),
    },
    pageWords: pageWords(run),
  };
}

export function restoreRun(snapshot: Snapshot): Run {
  const { pair: packed, pageWords: words, ...plain } = snapshot;
  const { live, twin, ...rest } = packed;
  const pair: Pair = {
    ...rest,
    live: unpackWorld(live),
    twin: twin === null ? null : unpackWorld(twin),
  };
  const lattice = createLattice(pair.live.keys.noise, pair.panel.person.length);
  const run: Run = {
    ...plain,
    pair,
    incident: createIncident(plain.scenario.chart),
    lattice,
    observer: observe(pair, lattice),
  };
  keepPageWords(run, words);
  return run;
}
