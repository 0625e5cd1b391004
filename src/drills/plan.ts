/** What is drawn of a drill before any words: where its nearest roll-out stands, what is wrong, when the page comes. */
import { diceOf, type Dice } from './dice.ts';
import { drillId, type Difficulty, type DrillName } from './nameFormat.ts';

/** The newest roll-out of a ranker: is it the cause, only near, or long ago? */
export type Newest = 'guilty' | 'innocent' | 'absent';
/** `whole`: all whom the new ranker serves are worse off; `cohort`: some, and the others better. */
export type FamilyId = 'whole' | 'cohort' | 'retrieval' | 'request' | 'meter';

export interface Plan {
  readonly id: string;
  readonly difficulty: Difficulty;
  readonly newest: Newest;
  readonly family: FamilyId;
  readonly page: { readonly day: string; readonly hour: number; readonly minute: number };
  /** Hours from the onset to the page. */
  readonly since: number;
  readonly ranker: {
    readonly old: string;
    readonly next: string;
    /** Per cent by which it sees relevance better. */
    readonly lift: number;
    /** Per cent of people it serves. */
    readonly share: number;
  };
  readonly builds: {
    readonly android: readonly [string, string];
    readonly ios: readonly [string, string];
    /** Per cent of Android people who have the newer one. */
    readonly adopted: number;
  };
  readonly dice: (subject: string) => Dice;
}

/** The later days of a week: a world begins on a Monday, and a week of it is there to be compared with. */
const DAYS = ['Tue', 'Wed', 'Thu', 'Fri'] as const;
const NEWEST: readonly Newest[] = ['guilty', 'innocent', 'absent'];
/** Of the guilty roll-outs this share is best taken back for everybody. */
const WHOLE = 0.82;
/** A count that falls short is not told from a ranker that has just lifted it. */
const ELSEWHERE: Readonly<Record<Exclude<Newest, 'guilty'>, readonly FamilyId[]>> = {
  innocent: ['retrieval', 'request', 'request'],
  absent: ['retrieval', 'request', 'request', 'meter'],
};

/** Per cent by which a new ranker that is no cause sees relevance better: a cohort's has to show in the mean. */
const LIFT: Readonly<Record<FamilyId, readonly [number, number]>> = {
  whole: [0, 0],
  cohort: [16, 20],
  retrieval: [2, 4],
  request: [2, 4],
  meter: [8, 10],
};

export function planOf(name: DrillName): Plan {
  const id = drillId(name);
  const dice = (subject: string): Dice => diceOf(id, subject);
  const own = dice('plan');
  const newest = own.pick(NEWEST);
  const family: FamilyId =
    newest === 'guilty' ? (own.chance(WHOLE) ? 'whole' : 'cohort') : own.pick(ELSEWHERE[newest]);
  const version = own.between(14, 160);
  const android = own.between(2, 30);
  const ios = own.between(1, 9);
  return {
    id,
    difficulty: name.difficulty,
    newest,
    family,
    page: { day: own.pick(DAYS), hour: own.between(9, 20), minute: own.between(0, 11) * 5 },
    // Harder: more has happened since.
    since: own.between(2, 3) + Math.floor(name.difficulty / 2),
    ranker: {
      old: `v${version}`,
      next: `v${version + 1}`,
      lift: family === 'whole' ? 0 : own.between(...LIFT[family]),
      share: own.pick([40, 50, 60]),
    },
    builds: {
      android: [`android 11.${android}`, `android 11.${android + 1}`],
      ios: [`ios 27.${ios}`, `ios 27.${ios + 1}`],
      adopted: own.between(35, 55),
    },
    dice,
  };
}

/** `-4.5 %` of 4.5 fallen. */
export const fallen = (percent: number): string => `-${Math.round(percent * 10) / 10} %`;

/** Id of its newest roll-out of a ranker. */
export const rolloutOf = ({ ranker }: Plan): string => `ranker-${ranker.next}`;

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
