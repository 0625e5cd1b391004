/** Which principles the two recordings of an incident are told apart by. */
import type { Findings } from '../../src/scoring/findings.ts';
import { findingsOf } from '../../src/scoring/findingsOf.ts';
import { judgePrinciples, PRINCIPLES } from '../../src/scoring/principles/judge.ts';
import type { Run } from '../../src/session/run.ts';
import { MINUTES_PER_DAY } from '../../src/sim/clock.ts';
import { oneOfDay } from '../partOfDay.ts';
import { pairOf, played } from '../recordings/played.ts';
import { SCENARIO_IDS, scenarioById } from '../scenario/library.ts';
import { atPage } from '../session/cases.ts';
import { session } from '../session/compiled.ts';
import { early } from '../session/early.ts';

/** A pair takes up to a minute. */
export const LONG = 600_000;

/** Written down anew: by one file alone, for both write to the same place. */
export const update = process.env['UPDATE_GENERATED'] === '1';

/** Incidents of one of the two files that share them: where all are played, each has half, so that two cores are busy. */
export function shareOf(half: 0 | 1): readonly string[] {
  const all = update ? SCENARIO_IDS : oneOfDay(SCENARIO_IDS);
  if (update || all.length === 1) return half === 0 ? all : [];
  return all.filter((_, k) => k % 2 === half);
}

/** How long harm is counted: what is judged are moves, and what the census finds hardly moves with it. */
const HARM_MINUTES = { minutes: 360, days: 2 * MINUTES_PER_DAY } as const;

/** What the analyst finds of a run, without the lines that say where it turned. */
function findingsIn(run: Run, page: Run): Findings {
  const analyst = session.createAnalyst(run, page);
  analyst.record();
  const lines = [{ line: 'nothing' }, { line: 'reference', which: 0 }, { line: 'you' }] as const;
  const rest = [{ line: 'everything' }, { line: 'rollback' }] as const;
  return findingsOf(analyst.conclude([...lines, ...rest].map((task) => analyst.play(task))));
}

/** Principles that the first recording keeps and the second breaks. */
export function toldApart(incident: string): string[] {
  const scenario = scenarioById(incident);
  const { references, world, clock } = early(scenario);
  const page = {
    ...early(scenario),
    references: references.slice(0, 1),
    world: { ...world, preset: 'check', harmHorizon: HARM_MINUTES[clock] },
  } as const;
  const days = (scenario.world.pageTick - world.pageTick) / MINUTES_PER_DAY;
  const pair = pairOf(incident);
  const verdicts = (lines: readonly string[]): Map<string, string> => {
    const run = played(atPage(page), lines, days);
    const findings = findingsIn(run, atPage(page));
    const judged = judgePrinciples({ ...run, scenario: { ...page, references } }, findings);
    return new Map(judged.map(({ id, verdict }) => [id, verdict]));
  };
  const [keeps, breaks] = [verdicts(pair.keeps), verdicts(pair.breaks)];
  return Object.keys(PRINCIPLES).filter(
    (id) => keeps.get(id) === 'kept' && breaks.get(id) === 'broken',
  );
}
