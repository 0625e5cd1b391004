/**
 * What every line of play would cost under every explanation of an incident, taken up at two minutes: harms that do not hang
 * on how the incident is played, so they can be worked out while somebody plays it, and kept. Belief only weighs them.
 */
import type { CompiledScenario, PlayLine } from '../../scenario/compiled.ts';
import { beginTick } from '../../scenario/handover.ts';
import type { Run } from '../../session/run.ts';
import { runnable } from '../belief/explained.ts';
import type { Harms } from '../belief/regret.ts';
import type { Outlook, Plan } from './outlook.ts';
import { otherLines, type Deed } from './points.ts';
import { radiiOf, type Radii } from './radii.ts';
import { harmsOf } from './tables.ts';
import { worthOf, type Worth } from './worth.ts';

/** Plans for the worlds of one seed, each with the hypotheses it is for. */
export interface OutlookTask {
  readonly scenario: CompiledScenario;
  readonly seed: string;
  readonly plans: readonly { readonly hypotheses: readonly string[]; readonly plan: Plan }[];
}

/** By task, by plan: an outlook a hypothesis. */
export type Answers = readonly (readonly (readonly Outlook[])[])[];

export interface IncidentTable {
  readonly lines: readonly PlayLine[];
  /** Of never doing anything, millions of saves. */
  readonly nothing: Harms;
  /** By line, taken up where the player begins. */
  readonly early: ReadonlyMap<number, Harms>;
  /** Taken up later: of lines that are the best under some belief. */
  readonly late: ReadonlyMap<number, Harms>;
  /** By hypothesis, whom it touches. */
  readonly radii: ReadonlyMap<string, Radii>;
  /** Of any line under any hypothesis, without its sign. */
  readonly largest: number;
}

/** Seeds of the worlds lines are played in. */
export const OUTLOOK_SEEDS = ['signature-1', 'signature-2'] as const;
/** Minutes after that of the second column. */
const LATER = { minutes: 60, days: 2880 } as const;
/** Times the table asks. */
export const TABLE_BATCHES = 2;

const CLOSING: Deed = { kind: 'close', cause: null, confidence: 0, prevention: null };

/** A case in which nothing is done up to a minute, and lines that are taken up then. */
const untouched = (tick: number, lines: Plan['lines'], which: readonly number[]): Plan => ({
  points: [{ move: -1, tick, deed: CLOSING, order: null }],
  lines,
  departures: [{ instead: which, after: [] }],
  reads: [],
});

/** Says what has to be run and is told what came of it. `run`: of the incident, wherever it stands. */
export function* tabling(run: Run): Generator<readonly OutlookTask[], IncidentTable, Answers> {
  const { scenario } = run;
  const begin = beginTick(scenario);
  const lines = otherLines(run);
  // Explanation by explanation, so that what is under way is soon done.
  const tasksOf = (plan: Plan): OutlookTask[] =>
    runnable(scenario).flatMap(({ id }) =>
      OUTLOOK_SEEDS.map((seed) => ({ scenario, seed, plans: [{ hypotheses: [id], plan }] })),
    );
  const all = lines.map((_, k) => k);
  const first = (yield tasksOf({ ...untouched(begin, lines, all), census: true })).flat(2);
  const early = byLine(first, all);
  const contenders = undominated(early);
  const later = begin + LATER[scenario.clock];
  const second = (yield tasksOf(untouched(later, lines, contenders))).flat(2);
  const harms = [...first, ...second].flatMap((o) => [...o.stay, ...o.instead.flat()]);
  return {
    lines,
    nothing: harmsOf(first, (o) => o.stay[0]!),
    early,
    late: byLine(second, contenders),
    radii: new Map(
      runnable(scenario).map(({ id }) => [
        id,
        radiiOf(first.filter((o) => o.hypothesis === id).map((o) => o.observed!)),
      ]),
    ),
    largest: harms.reduce((most, harm) => Math.max(most, Math.abs(harm)), 0),
  };
}

function byLine(outlooks: readonly Outlook[], which: readonly number[]): Map<number, Harms> {
  return new Map(which.map((line, at) => [line, harmsOf(outlooks, (o) => o.instead[0]![at]!)]));
}

/** A line that costs no less than another under every explanation is the best under no belief. */
function undominated(early: ReadonlyMap<number, Harms>): number[] {
  const isWorse = (harms: Harms, line: number, other: Harms, rank: number): boolean => {
    const gaps = [...harms].map(([id, harm]) => harm - other.get(id)!);
    // Of equal ones the first stays.
    return gaps.every((gap) => gap >= 0) && (rank < line || gaps.some((gap) => gap > 0));
  };
  return [...early].flatMap(([line, harms]) =>
    [...early].some(([rank, other]) => rank !== line && isWorse(harms, line, other, rank))
      ? []
      : [line],
  );
}

/** Between the two columns and beyond. */
export function worthIn(
  { nothing, early, late }: IncidentTable,
  scenario: CompiledScenario,
): Worth {
  const begin = beginTick(scenario);
  const first = new Map([...late.keys()].map((line) => [line, early.get(line)!]));
  return worthOf(
    nothing,
    { tick: begin, lines: first },
    { tick: begin + LATER[scenario.clock], lines: late },
  );
}
