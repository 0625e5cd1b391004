/**
 * How long whoever has closed a case waits for its marks: a run of forty moves of a fast incident, weighed as the page weighs
 * it, with what does not hang on its end made ready while it was played: worlds, table, and what they foretell of its looks.
 */
import { createForetell } from '../analysis/belief/foretold.ts';
import { SIGNATURE_SEEDS } from '../analysis/belief/trace.ts';
import { queriesOfRun } from '../analysis/marks/asked.ts';
import { tabling, type Answers, type OutlookTask } from '../analysis/marks/incidentTable.ts';
import { createOutlooks } from '../analysis/marks/outlooks.ts';
import { firstWeighed, weighing } from '../analysis/marks/weighing.ts';
import { playOut } from '../bots/playOut.ts';
import { tourist } from '../bots/tourist.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { inWorld } from '../scenario/inWorld.ts';
import { decisionViewOf } from '../scoring/decisionView.ts';
import { looksViewOf } from '../scoring/marksView.ts';
import type { Command } from '../session/commands.ts';
import { dispatch } from '../session/dispatch.ts';
import { startRun } from '../session/replay.ts';
import { forkRun, type Run } from '../session/run.ts';
import { namedScenarios } from './library.ts';

const INCIDENT = 'cohort-canary-regression';
const SEED = 'bench';
const MOVES = 40;
/** Threads that share what has to be run, as in the page. */
const THREADS = 2;
const KIBI = 1024;
const MEBI = KIBI * KIBI;

export interface MarksFigures {
  readonly moves: number;
  /** What can be made ready while somebody plays, by one thread, processor seconds. */
  readonly aheadSeconds: number;
  /** From the closing to the first marks, seconds. */
  readonly firstSeconds: number;
  /** From the closing to all of them, on two threads. */
  readonly completeSeconds: number;
  /** What a process grows by at most that holds the worlds of both threads beside the run, megabytes. */
  readonly memoryMb: number;
}

/** `seconds`: processor time of this process. */
export async function measureMarks(seconds: () => number): Promise<MarksFigures> {
  const found = await namedScenarios([INCIDENT]);
  const [scenario] = found.ok ? found.scenarios : [];
  if (scenario === undefined) throw new Error(`There is no incident ${INCIDENT}.`);
  const page = startRun(inWorld(scenario, 'check'), SEED);
  const before = process.memoryUsage().rss / MEBI;
  const foretell = createForetell();
  const outlooks = createOutlooks();

  const begun = seconds();
  for (const seed of SIGNATURE_SEEDS) foretell(page.scenario, seed, []);
  const table = workedThrough(tabling(page), (tasks) => tasks.map(outlooks));
  let aheadSeconds = seconds() - begun;

  const run = closed(page, scenario);
  // The page asks what is foretold of a look as it is taken.
  const looking = seconds();
  for (const seed of SIGNATURE_SEEDS) foretell(run.scenario, seed, queriesOfRun(run));
  aheadSeconds += seconds() - looking;
  const shared = threads(seconds);
  const closing = seconds();
  const queries = queriesOfRun(run);
  const foretold = shared
    .each(SIGNATURE_SEEDS, (seed) => foretell(run.scenario, seed, queries))
    .flat();
  const { path, supported } = firstWeighed(run, foretold, table);
  looksViewOf(run, path, supported);
  const firstSeconds = seconds() - closing - shared.spared();

  const weighed = workedThrough(weighing(run, foretold, table), (tasks) =>
    shared.each(tasks, outlooks),
  );
  decisionViewOf(run, weighed);
  return {
    moves: run.commands.length,
    aheadSeconds,
    firstSeconds,
    completeSeconds: seconds() - closing - shared.spared(),
    memoryMb: process.resourceUsage().maxRSS / KIBI - before,
  };
}

/** Tasks done one after the other, and by how much several threads that take them in turn would be through sooner. */
function threads(seconds: () => number): {
  readonly each: <Task, Answer>(
    tasks: readonly Task[],
    work: (task: Task) => Answer,
  ) => readonly Answer[];
  readonly spared: () => number;
} {
  let spared = 0;
  return {
    each(tasks, work) {
      const spent = Array.from({ length: THREADS }, () => 0);
      const answers = tasks.map((task, at) => {
        const before = seconds();
        const answer = work(task);
        spent[at % THREADS]! += seconds() - before;
        return answer;
      });
      spared += spent.reduce((sum, s) => sum + s, 0) - Math.max(...spent);
      return answers;
    },
    spared: () => spared,
  };
}

/** Looks at everything, as the tourist does, until the first reference line fills up forty moves with the closing. */
function closed(page: Run, scenario: CompiledScenario): Run {
  const tour = forkRun(page);
  playOut(tour, tourist, SEED);
  const orders = scenario.references[0]!.steps.map(({ act }): Command => ({ kind: 'act', act }));
  const close: Command = { kind: 'close', cause: null, confidence: 60, prevention: null };
  const looks = tour.commands.filter(({ kind }) => kind === 'look');
  const run = forkRun(page);
  const give = (command: Command): void => {
    const outcome = dispatch(run, command);
    if (!outcome.ok) throw new Error(`${JSON.stringify(command)}: ${outcome.because}`);
  };
  const left = MOVES - orders.length - 1;
  for (let k = 0; k < left; k++) give(looks[k % looks.length]!);
  for (const order of orders) give(order);
  give(close);
  return run;
}

function workedThrough<T>(
  steps: Generator<readonly OutlookTask[], T, Answers>,
  answer: (tasks: readonly OutlookTask[]) => Answers,
): T {
  let next = steps.next();
  while (next.done !== true) next = steps.next(answer(next.value));
  return next.value;
}
