/**
 * Everything that was done in a run, weighed: the looks before the first change by the incident's table; then, in worlds of
 * the explanations still believed in, what was done from there on and the best of the others. Says what has to be run and
 * is told what came of it, so that it is the same in one thread and in several.
 */
import { heldRadius } from '../../session/heldRadius.ts';
import type { Run } from '../../session/run.ts';
import { INTERVENTION_PRICES } from '../../sim/interventions.ts';
import type { Foretold } from '../belief/foretold.ts';
import { goingOn, priorOf, type Belief } from '../belief/posterior.ts';
import { expectedHarm, stakeOf, type Harms } from '../belief/regret.ts';
import {
  mindBefore,
  plainQuery,
  readAfter,
  weighedFrom,
  weighingsOf,
  type Weighing,
} from '../belief/trace.ts';
import { offeredLooks } from './asked.ts';
import {
  OUTLOOK_SEEDS,
  worthIn,
  type Answers,
  type IncidentTable,
  type OutlookTask,
} from './incidentTable.ts';
import { judge, type Judged } from './judge.ts';
import type { Departure, Outlook, Plan } from './outlook.ts';
import { pathOf, type Path } from './path.ts';
import { pointsOf, type Point } from './points.ts';
import type { Radii } from './radii.ts';
import { supportedIn, type Supported } from './supported.ts';
import { harmsOf, ranked, tableAt } from './tables.ts';

export interface WeighedPoint extends Point, Judged {}

export interface Weighed {
  readonly points: readonly WeighedPoint[];
  readonly path: Path;
  readonly lines: Plan['lines'];
  /** Before the first change. */
  readonly belief: Belief;
  /** Had nothing been done, all that was, and each line taken up at the page. */
  readonly nothing: Harms;
  readonly end: Harms;
  readonly instead: ReadonlyMap<number, Harms>;
}

/** Times it asks. */
export const BATCHES = 1;
/** A hypothesis that is never believed in more than this is not followed beyond the first change … */
const BELIEVED = 0.02;
/** … nor are more of them than so many, the likeliest first. */
const FOLLOWED = 3;
/** Lines taken up instead of a change, and right after any: those expected to cost least. */
const INSTEAD = 1;
const AFTER = 1;

/** What can be said of a closed run before any world is run. */
export interface FirstWeighed {
  /** Looks and waits up to the first change. */
  readonly path: Path;
  /** The radius, by what had been read when it was declared as it counts; when the first change was made, where none was. */
  readonly supported: readonly Supported[];
}

/** `found`: by the census of the case itself, which has more people than small worlds of its cause. */
export function firstWeighed(
  run: Run,
  foretold: readonly Foretold[],
  table: IncidentTable,
  found?: Radii,
): FirstWeighed {
  const weighings = weighingsOf(run, foretold);
  const drawn = heldRadius(run).tick ?? pointsOf(run)[0]!.tick;
  const cause = run.scenario.hypotheses.find((h) => h.truth)!.id;
  const read = weighings.findLast(({ query }) => query.tick <= drawn);
  return {
    path: pathFrom(run, foretold, table, weighings),
    supported: supportedIn(run, read?.after.belief ?? priorOf(run.scenario), {
      radii: found === undefined ? table.radii : new Map([...table.radii, [cause, found]]),
    }),
  };
}

function pathFrom(
  run: Run,
  foretold: readonly Foretold[],
  table: IncidentTable,
  weighings: readonly Weighing[],
): Path {
  const worth = worthIn(table, run.scenario);
  return pathOf({
    run,
    foretold,
    weighings,
    offered: offeredLooks(run),
    worth,
    stake: (belief, tick) =>
      stakeOf(expectedHarm(belief, table.nothing), worth(belief, tick), table.largest),
    until: pointsOf(run)[0]!.tick,
  });
}

/** `foretold`: of `queriesOfRun(run)`. The run is closed. */
export function* weighing(
  run: Run,
  foretold: readonly Foretold[],
  table: IncidentTable,
): Generator<readonly OutlookTask[], Weighed, Answers> {
  const { scenario } = run;
  const weighings = weighingsOf(run, foretold);
  const points = pointsOf(run);
  const mind = mindBefore(run, weighings, points[0]!.move);
  const { belief } = mind;
  const { lines, early } = table;
  const best = ranked(belief, early);
  const plan: Plan = {
    points,
    lines,
    departures: points.map(({ deed }): Departure => ({
      instead: best.slice(0, INSTEAD),
      after: deed.kind === 'close' ? [] : best.slice(0, AFTER),
    })),
    reads: readAfter(run).map(plainQuery),
  };
  const kept = followed(belief, table);
  // World by world, so that several threads have something to do.
  const tasks = kept.flatMap((id) =>
    OUTLOOK_SEEDS.map((seed): OutlookTask => ({
      scenario,
      seed,
      plans: [{ hypotheses: [id], plan }],
    })),
  );
  const outlooks = (yield tasks).flat(2);

  const foretoldAfter = outlooks.map(({ hypothesis, seed, read }) => ({
    hypothesis,
    seed,
    deviations: read,
  }));
  const after = weighedFrom(run, goingOn(mind), readAfter(run), foretoldAfter);
  const nothing = harmsOf(outlooks, (o) => o.stay[0]!);
  const end = harmsOf(outlooks, (o) => o.stay.at(-1)!);
  const largest = Math.max(table.largest, largestOf(outlooks));
  const path = pathFrom(run, foretold, table, weighings);
  const decisive = points.findIndex((point) => isDecisive(run, point));
  return {
    points: points.map((point, k) => {
      const missed = k === decisive ? (path.missed?.gain ?? 0) : 0;
      const then = mindBefore(run, [...weighings, ...after], point.move).belief;
      const here = tableAt(plan, outlooks, k);
      return { ...point, ...judge(then, here, { nothing, end, largest, missed }) };
    }),
    path,
    lines,
    belief,
    nothing,
    end,
    instead: new Map([...early].map(([line, harms]) => [line, of(harms, kept)])),
  };
}

/** Hypotheses that worlds are run of after the first change, in the order of the incident. */
function followed(belief: Belief, { nothing }: IncidentTable): string[] {
  const all = [...nothing.keys()];
  const likeliest = new Set(
    all
      .filter((id) => belief.get(id)! >= BELIEVED)
      .toSorted((a, b) => belief.get(b)! - belief.get(a)!)
      .slice(0, FOLLOWED),
  );
  return all.filter((id) => likeliest.has(id));
}

const of = (harms: Harms, hypotheses: readonly string[]): Harms =>
  new Map(hypotheses.map((id) => [id, harms.get(id)!]));

/** A hold commits nobody: one may look after it as well as before. */
function isDecisive({ pair }: Run, { deed }: Point): boolean {
  if (deed.kind === 'close') return true;
  // Before any order of the player's own, what is taken back is somebody else's.
  const spec =
    deed.kind === 'act'
      ? deed.act
      : pair.live.applied.find(({ id }) => id === deed.intervention)?.spec;
  if (spec === undefined) return false;
  const { group, reversible } = INTERVENTION_PRICES[spec.kind];
  return !(group === 'hold' && reversible);
}

function largestOf(outlooks: readonly Outlook[]): number {
  const harms = outlooks.flatMap((o) => [...o.stay, ...o.instead.flat(), ...o.after.flat()]);
  return harms.reduce((most, harm) => Math.max(most, Math.abs(harm)), 0);
}
