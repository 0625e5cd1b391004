/**
 * Each incident is played twice, in the words of the text mode: one recording keeps what the incident is about, one breaks
 * it. What the two are told apart by is what the incident exercises. `UPDATE_GENERATED=1` writes it down anew.
 * The other half of the incidents is in `pairsToo.test.ts`.
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
import { PRINCIPLES } from '../../src/scoring/principles/judge.ts';
import { QUESTIONS } from '../../src/scoring/questionWords.ts';
import { recorded } from '../recordings/played.ts';
import { SCENARIO_IDS } from '../scenario/library.ts';
import { LONG, shareOf, toldApart, update } from './toldApart.ts';

const PAGE = 'scenarios/README.md';
const committed = JSON.parse(readFileSync(EXERCISED_FILE, 'utf8')) as Exercised;

describe('two recordings', () => {
  it('are there for each incident, and for no other', () => {
    expect(recorded().toSorted()).toEqual([...SCENARIO_IDS].toSorted());
    expect(Object.keys(committed).toSorted()).toEqual([...SCENARIO_IDS].toSorted());
  });

  test.each(shareOf(0))(
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
