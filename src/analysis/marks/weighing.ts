/**
 * Everything that was done in a run, weighed: first the lines that could have been taken up at the first change, under
 * every explanation; then, for those still believed in, what was done from there on and the best of the others. Says what
 * has to be run and is told what came of it, so that it is the same in one thread and in several.
 */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import type { Run } from '../../session/run.ts';
import { INTERVENTION_PRICES } from '../../sim/interventions.ts';
import type { Foretold } from '../belief/foretold.ts';
import type { Belief } from '../belief/posterior.ts';
import { expectedHarm, stakeOf, type Harms } from '../belief/regret.ts';
import { runnable } from '../belief/explained.ts';
import {
  mindBefore,
  plainQuery,
  readAfter,
  traceOf,
  weighedFrom,
  weighingsOf,
} from '../belief/trace.ts';
import { offeredLooks } from './asked.ts';
import { judge, type Judged } from './judge.ts';
import type { Departure, Outlook, Plan } from './outlook.ts';
import { pathOf, type Path } from './path.ts';
import { otherLines, pointsOf, type Deed, type Point } from './points.ts';
import { harmsOf, ranked, tableAt, type PointTable } from './tables.ts';
import { worthOf, type AtMinute, type Worth } from './worth.ts';

/** Plans for the worlds of one seed, each with the hypotheses it is for. */
export interface OutlookTask {
  readonly scenario: CompiledScenario;
  readonly seed: string;
  readonly plans: readonly { readonly hypotheses: readonly string[]; readonly plan: Plan }[];
}

export interface WeighedPoint extends Point, Judged {}

export interface Weighed {
  readonly points: readonly WeighedPoint[];
  readonly path: Path;
  readonly lines: Plan['lines'];
  /** Before the first change. */
  readonly belief: Belief;
  /** At the first point: had nothing been done, all that was, and each line taken up there. */
  readonly nothing: Harms;
  readonly end: Harms;
  readonly instead: ReadonlyMap<number, Harms>;
}

/** By task, by plan: an outlook a hypothesis. */
export type Answers = readonly (readonly (readonly Outlook[])[])[];

/** Times it asks. */
export const BATCHES = 2;
/** Seeds of the worlds lines are played in. */
const SEEDS = ['signature-1', 'signature-2'] as const;
/** A hypothesis that is never believed in more than this is not followed beyond the first change. */
const BELIEVED = 0.02;
/** Lines taken up instead of a later change, and right after any: those expected to cost least. */
const INSTEAD = 2;
const AFTER = 1;
/** What waiting costs is read off two minutes so far apart at least. */
const APART = { minutes: 30, days: 1440 } as const;

const CLOSING: Deed = { kind: 'close', cause: null, confidence: 0, prevention: null };

/** A case in which nothing is done up to a minute, and lines that are taken up then. */
const untouched = (tick: number, lines: Plan['lines'], which: readonly number[]): Plan => ({
  points: [{ move: -1, tick, deed: CLOSING, order: null }],
  lines,
  departures: [{ instead: which, after: [] }],
  reads: [],
});

/** `foretold`: of `queriesOfRun(run)`. The run is closed. */
export function* weighing(
  run: Run,
  foretold: readonly Foretold[],
): Generator<readonly OutlookTask[], Weighed, Answers> {
  const { scenario } = run;
  const weighings = weighingsOf(run, foretold);
  const moments = traceOf(run, weighings);
  const points = pointsOf(run);
  const { belief, past } = mindBefore(run, weighings, points[0]!.move);
  const until = points[0]!.tick;
  const lines = otherLines(run);
  const hypotheses = runnable(scenario).map((h) => h.id);
  const tasksOf = (plans: OutlookTask['plans']): OutlookTask[] =>
    SEEDS.map((seed) => ({ scenario, seed, plans }));

  const all = lines.map((_, k) => k);
  const firstPlan = untouched(until, lines, all);
  const first = (yield tasksOf([{ hypotheses, plan: firstPlan }])).flatMap(([o]) => o!);
  const atFirst = tableAt(firstPlan, first, 0);

  const plan: Plan = {
    points,
    lines,
    departures: points.map(({ deed }, k): Departure => {
      const best = ranked(belief, atFirst.instead);
      return {
        instead: k === 0 ? [] : best.slice(0, INSTEAD),
        after: deed.kind === 'close' ? [] : best.slice(0, AFTER),
      };
    }),
    reads: readAfter(run).map(plainQuery),
  };
  const kept = hypotheses.filter((id) => belief.get(id)! >= BELIEVED);
  const { pageTick } = scenario.world;
  const apart = APART[scenario.clock];
  const other = until - pageTick >= apart ? pageTick : until + apart;
  const otherPlan = untouched(
    other,
    lines,
    contenders(
      atFirst,
      moments.map((m) => m.belief),
    ),
  );
  const second = yield tasksOf([
    { hypotheses: kept, plan },
    { hypotheses, plan: otherPlan },
  ]);
  const later = second.flatMap(([o]) => o!);
  const elsewhere = second.flatMap(([, o]) => o!);

  const foretoldAfter = later.map(({ hypothesis, seed, read }) => ({
    hypothesis,
    seed,
    deviations: read,
  }));
  const after = weighedFrom(run, { belief, past }, readAfter(run), foretoldAfter);
  const followed = first.filter((o) => kept.includes(o.hypothesis));
  const nothing = harmsOf(followed, (o) => o.stay[0]!);
  const end = harmsOf(later, (o) => o.stay.at(-1)!);
  const largest = largestOf([...first, ...later]);
  const worth = worthBetween(atFirst, tableAt(otherPlan, elsewhere, 0), until, other);
  const path = pathOf({
    run,
    foretold,
    weighings,
    offered: offeredLooks(run),
    worth,
    stake: (belief, tick) =>
      stakeOf(expectedHarm(belief, atFirst.stay), worth(belief, tick), largest),
    until,
  });
  const decisive = points.findIndex(isDecisive);
  return {
    points: points.map((point, k) => {
      const table = tableAt(plan, later, k);
      const here = k === 0 ? { ...table, instead: tableAt(firstPlan, followed, 0).instead } : table;
      const missed = k === decisive ? (path.missed?.gain ?? 0) : 0;
      const then = mindBefore(run, [...weighings, ...after], point.move).belief;
      return { ...point, ...judge(then, here, { nothing, end, largest, missed }) };
    }),
    path,
    lines,
    belief,
    nothing,
    end,
    instead: tableAt(firstPlan, followed, 0).instead,
  };
}

/** A hold commits nobody: one may look after it as well as before. */
function isDecisive({ deed }: Point): boolean {
  if (deed.kind !== 'act') return deed.kind === 'close';
  const { group, reversible } = INTERVENTION_PRICES[deed.act.kind];
  return !(group === 'hold' && reversible);
}

/** Lines that are the best under some explanation, or under some belief of the run. */
function contenders({ instead }: PointTable, beliefs: readonly Belief[]): number[] {
  const hypotheses = [...(instead.values().next().value?.keys() ?? [])];
  const sure = hypotheses.map((id): Belief => new Map([[id, 1]]));
  const best = [...beliefs, ...sure].flatMap((belief) => ranked(belief, instead).slice(0, 1));
  return [...new Set(best)].toSorted((a, b) => a - b);
}

/** `first`: of all lines, at `until`; `second`: of the contenders, at `other`. */
function worthBetween(first: PointTable, second: PointTable, until: number, other: number): Worth {
  const of = (tick: number, { instead }: PointTable): AtMinute => ({
    tick,
    lines: new Map([...second.instead.keys()].map((line) => [line, instead.get(line)!])),
  });
  const [early, late] = [of(until, first), of(other, second)].toSorted((a, b) => a.tick - b.tick);
  return worthOf(first.stay, early!, late!);
}

function largestOf(outlooks: readonly Outlook[]): number {
  const harms = outlooks.flatMap((o) => [...o.stay, ...o.instead.flat(), ...o.after.flat()]);
  return harms.reduce((most, harm) => Math.max(most, Math.abs(harm)), 0);
}
