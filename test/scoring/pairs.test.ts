/**
 * Each incident is played twice, in the words of the text mode: one recording keeps what the incident is about, one breaks
 * it. What the two are told apart by is what the incident exercises. `UPDATE_GENERATED=1` writes it down anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { EXERCISED_FILE } from '../../src/cli/proofs/report.ts';
import {
  exercisedList,
  questionsOf,
  withExercised,
  type Exercised,
} from '../../src/proof/exercised.ts';
import type { Findings } from '../../src/scoring/findings.ts';
import { findingsOf } from '../../src/scoring/findingsOf.ts';
import { judgePrinciples, PRINCIPLES } from '../../src/scoring/principles/judge.ts';
import { QUESTIONS } from '../../src/scoring/questions.ts';
import type { Run } from '../../src/session/run.ts';
import { MINUTES_PER_DAY } from '../../src/sim/clock.ts';
import { oneOfDay } from '../partOfDay.ts';
import { pairOf, played, recorded } from '../recordings/played.ts';
import { SCENARIO_IDS, scenarioById } from '../scenario/library.ts';
import { atPage } from '../session/cases.ts';
import { session } from '../session/compiled.ts';
import { early } from '../session/early.ts';

const PAGE = 'scenarios/README.md';
const LONG = 600_000;
const update = process.env['UPDATE_GENERATED'] === '1';
const committed = JSON.parse(readFileSync(EXERCISED_FILE, 'utf8')) as Exercised;

/** How long harm is counted: what is judged are moves, and what the census finds hardly moves with it. */
const HARM_MINUTES = { minutes: 360, days: 2 * MINUTES_PER_DAY } as const;

/** What the analyst finds of a run, without the lines that say where it turned. */
function findingsIn(run: Run, page: Run): Findings {
  const analyst = session.createAnalyst(run, page);
  analyst.record();
  const lines = [{ line: 'nothing' }, { line: 'reference', which: 0 }, { line: 'you' }] as const;
  const rest = [{ line: 'everything' }, { line: 'rollback' }] as const;
  return findingsOf(analyst.conclude([...lines, ...rest].map((task) => analyst.play(task))), run);
}

/** Principles that the first recording keeps and the second breaks. */
function toldApart(incident: string): string[] {
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

describe('two recordings', () => {
  it('are there for each incident, and for no other', () => {
    expect(recorded().toSorted()).toEqual([...SCENARIO_IDS].toSorted());
    expect(Object.keys(committed).toSorted()).toEqual([...SCENARIO_IDS].toSorted());
  });

  test.each(update ? SCENARIO_IDS : oneOfDay(SCENARIO_IDS))(
    'of %s are told apart by what is written down',
    { timeout: LONG },
    (incident) => {
      const told = toldApart(incident);
      if (update) {
        const now = JSON.parse(readFileSync(EXERCISED_FILE, 'utf8')) as Exercised;
        const all = { ...now, [incident]: told };
        const sorted = Object.fromEntries(SCENARIO_IDS.map((id) => [id, all[id] ?? []]));
        writeFileSync(EXERCISED_FILE, `${JSON.stringify(sorted, null, 2)}\n`);
        writeFileSync(PAGE, withExercised(readFileSync(PAGE, 'utf8'), sorted));
      } else expect(told).toEqual(committed[incident]);
    },
  );
});

describe('what is exercised', () => {
  it('has each principle kept and broken somewhere', () => {
    const told = new Set(Object.values(committed).flat());
    expect(Object.keys(PRINCIPLES).filter((id) => !told.has(id))).toEqual([]);
  });

  it('covers the questions of the guide', () => {
    const all = questionsOf(Object.values(committed).flat());
    expect(all).toEqual(Object.keys(QUESTIONS).map(Number));
  });

  it('stands in the guide of authors', () => {
    const bare = (text: string): string => text.replaceAll(/\s+|-{3,}/g, ' ');
    expect(bare(readFileSync(PAGE, 'utf8'))).toContain(bare(exercisedList(committed)));
  });
});
