/** What several runs show that one cannot: whether confidence is deserved, and what happens again and again. */
import type { JudgedRun } from '../../storage/saves.ts';

/** Edges of stated confidence, per cent: at least the first, less than the next. */
const BINS = [50, 65, 80, 95, 100] as const;

export interface ConfidenceBin {
  readonly label: string;
  /** Mean of what was said, per cent. */
  readonly said: number;
  readonly right: number;
  readonly of: number;
}

export interface Calibration {
  readonly cases: number;
  /** Mean of (p − outcome)²; 0 is perfect, 0.25 what 50 % on everything gives. */
  readonly brier: number;
  readonly bins: readonly ConfidenceBin[];
}

/** A pattern is told from so many runs on. */
export const PATTERN_RUNS = 3;
/** One of them is called a habit from so many on. */
export const HABIT_RUNS = 5;

/** Of every incident the first judged run: whoever plays it again knows the cause. `runs`: oldest first. */
export function firstPlays(runs: readonly JudgedRun[]): JudgedRun[] {
  const met = new Set<string>();
  return runs.filter(({ scenario }) => !met.has(scenario) && met.add(scenario));
}

/** Null where no cause was ever named. */
export function calibrationOf(first: readonly JudgedRun[]): Calibration | null {
  const said = first.flatMap(({ record }) => (record.closing === null ? [] : [record.closing]));
  if (said.length === 0) return null;
  const squares = said.map(({ percent, right }) => (percent / 100 - Number(right)) ** 2);
  const bins = BINS.slice(0, -1).flatMap((low, k): ConfidenceBin[] => {
    const high = BINS[k + 1]!;
    const inside = said.filter(({ percent }) => percent >= low && percent < high);
    if (inside.length === 0) return [];
    return [
      {
        label: `${low}–${high - 1} %`,
        said: inside.reduce((sum, { percent }) => sum + percent, 0) / inside.length,
        right: inside.filter(({ right }) => right).length,
        of: inside.length,
      },
    ];
  });
  return {
    cases: said.length,
    brier: squares.reduce((a, b) => a + b, 0) / said.length,
    bins,
  };
}

export interface Pattern {
  readonly words: string;
  readonly times: number;
}

/** What happened in at least half of the runs, the most frequent first; none before there are enough. */
export function patternsOf(first: readonly JudgedRun[]): Pattern[] {
  const runs = first.length;
  if (runs < PATTERN_RUNS) return [];
  const records = first.map(({ record }) => record);
  const late = records.flatMap((r) => (r.late === null ? [] : [r.late])).toSorted((a, b) => a - b);
  const middle = late[Math.floor(late.length / 2)] ?? 0;
  const count = (test: (record: (typeof records)[number]) => boolean): number =>
    records.filter(test).length;
  const seen: Pattern[] = [
    { times: late.length, words: `You acted some ${middle} min after you knew enough` },
    { times: count((r) => r.early), words: 'You acted before your readings sufficed' },
    {
      times: count((r) => r.radius === 'overdrawn'),
      words: 'Your radius held more than were hurt',
    },
    {
      times: count((r) => r.radius === 'missed'),
      words: 'Your radius left out most who were hurt',
    },
    { times: count((r) => r.radius === 'unsaid'), words: 'You never said who was hurt' },
    {
      times: count((r) => r.anchored === true),
      words: 'What led first on your board led to the end, and was not so',
    },
    {
      times: count((r) => r.closedEarly === true),
      words: 'Your list of explanations closed before the cause was on it',
    },
    {
      times: count((r) => r.confirmed === true),
      words: 'Your looks could hardly do anything but agree with what led on your board',
    },
    { times: count((r) => r.wide), words: 'You healed everybody where a part was ill' },
    {
      times: count((r) => r.closing !== null && !r.closing.right && r.closing.percent >= 80),
      words: 'You were 80 % sure and more of what was not so',
    },
  ];
  return seen.filter(({ times }) => 2 * times >= runs).toSorted((a, b) => b.times - a.times);
}
