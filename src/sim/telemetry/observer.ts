/** What telemetry keeps between queries: the lattice and the members' labels by the hour. Derived, never state. */
import { valueOf } from '../delivery/scope.ts';
import type { Pair } from '../pair.ts';
import { SURFACE_COUNT } from '../presets.ts';
import { SURFACES, type Conjunction, type Dimension, type Scope } from '../segments.ts';
import { recordAlike } from '../world.ts';
import { epochAt, worldThen } from './epochs.ts';
import { CLEAN_REPORT, isMisreported, reported, type Reported } from './reported.ts';
import { createLattice, type NoiseLattice } from './noise.ts';
import type { Settled } from './points.ts';

export interface Observer {
  readonly pair: Pair;
  readonly lattice: NoiseLattice;
  /** Labels by `dimension@hour`; one string a member (surface apart). */
  readonly labels: Map<string, readonly string[]>;
  readonly clients: Map<string, readonly Readonly<Reported>[]>;
  readonly settled: Settled;
  /** By minute. */
  readonly earlier: Map<number, Observer>;
}

export function observe(pair: Pair, lattice?: NoiseLattice): Observer {
  return {
    pair,
    lattice: lattice ?? createLattice(pair.live.keys.noise, pair.panel.person.length),
    labels: new Map(),
    clients: new Map(),
    settled: { orders: '', points: new Map() },
    earlier: new Map(),
  };
}

/**
 * As it would have shown things at an earlier minute: who was served by what, and what had been reported by then. What
 * people and ideas had become is as it stands now.
 */
export function observeThen(observer: Observer, tick: number): Observer {
  const { pair, lattice, earlier } = observer;
  if (tick >= pair.live.tick || pair.epochs.length === 0) return observer;
  const known = earlier.get(tick);
  if (known !== undefined) return known;
  const live = recordAlike({ ...worldThen(pair, epochAt(pair, tick)), tick });
  const twin = pair.twin === null ? null : recordAlike({ ...pair.twin, tick });
  const then = observe({ ...pair, live, twin }, lattice);
  earlier.set(tick, then);
  return then;
}

/** Forgets labels that orders may have changed; the lattice stays. */
export function forgetLabels(observer: Observer): void {
  observer.labels.clear();
  observer.clients.clear();
  observer.earlier.clear();
}

/**
 * Labels of all members in a dimension. Builds are followed through time (rounded to the hour); the others are as they
 * stand now, so that a cut by arm shows the same people before and after they were assigned.
 */
export function labelsAt(
  observer: Observer,
  dimension: Dimension,
  tick: number,
): readonly string[] {
  const { live, panel } = observer.pair;
  const moving = dimension === 'build';
  const hour = Math.floor(tick / 60);
  const id = moving ? `${dimension}@${hour}` : dimension;
  const known = observer.labels.get(id);
  if (known !== undefined) return known;
  const at = moving ? hour * 60 + 59 : live.tick;
  const labels = Array.from(panel.person, (person) => valueOf(live, dimension, person, 0, at));
  observer.labels.set(id, labels);
  return labels;
}

/** What is reported of each member at a minute, as the panel stands now. */
export function clientsAt(observer: Observer, tick: number): readonly Readonly<Reported>[] {
  const { pair } = observer;
  const { live, panel } = pair;
  const half = Math.floor(tick / 30);
  // Events that come late make a bucket's figures grow for hours: remembered for one half hour only.
  const id = `${half}@${Math.floor(live.tick / 30)}`;
  const known = observer.clients.get(id);
  if (known !== undefined) return known;
  const then = pair.epochs.length === 0 ? live : worldThen(pair, epochAt(pair, tick));
  const clients = isMisreported(then)
    ? Array.from(panel.person, (person) => reported(then, person, tick, live.tick))
    : Array.from(panel.person, () => CLEAN_REPORT);
  observer.clients.set(id, clients);
  return clients;
}

/** Membership of every member × surface in a scope at a minute: 1 or 0. */
export function membership(observer: Observer, scope: Scope, tick: number): Uint8Array {
  const n = observer.pair.panel.person.length;
  const inside = new Uint8Array(n * SURFACE_COUNT);
  for (const conjunction of scope) {
    const tests = conditions(observer, conjunction, tick);
    for (let m = 0; m < n; m++) {
      let ok = true;
      for (const test of tests) {
        if (!test.values.includes(test.labels[m]!)) {
          ok = false;
          break;
        }
      }
      if (!ok) continue;
      const surfaces = conjunction.surface;
      for (let s = 0; s < SURFACE_COUNT; s++)
        if (surfaces === undefined || surfaces.includes(SURFACES[s]!))
          inside[m * SURFACE_COUNT + s] = 1;
    }
  }
  return inside;
}

/** Is a member in, on any surface? */
export function isInside(inside: Uint8Array, member: number): boolean {
  for (let s = 0; s < SURFACE_COUNT; s++) if (inside[member * SURFACE_COUNT + s] === 1) return true;
  return false;
}

function conditions(
  observer: Observer,
  conjunction: Conjunction,
  tick: number,
): { labels: readonly string[]; values: readonly string[] }[] {
  const tests: { labels: readonly string[]; values: readonly string[] }[] = [];
  for (const [dimension, values] of Object.entries(conjunction) as [
    Dimension,
    readonly string[],
  ][]) {
    if (dimension === 'surface') continue;
    tests.push({ labels: labelsAt(observer, dimension, tick), values });
  }
  return tests;
}
