/**
 * What people say: a survey ("was this worth your time?"), support tickets and app reviews by theme. Independent of the
 * client log. Functions of what a group of people met, given as changes against the fault-free world, with sampling
 * noise of their own. All slopes are design values.
 */
/** What a group met, against the fault-free world. Relative changes; latency in milliseconds, holes and crashes as shares. */
export interface Experience {
  readonly saves: number;
  readonly hides: number;
  /** Change of slow satisfaction, on the log scale of visits ÷ 2. */
  readonly satisfaction: number;
  /** Change of topic entropy in the slate, as a share. */
  readonly variety: number;
  readonly latencyMs: number;
  readonly holes: number;
  readonly unpainted: number;
  readonly crashes: number;
}

export const CONTENT: Experience = {
  saves: 0,
  hides: 0,
  satisfaction: 0,
  variety: 0,
  latencyMs: 0,
  holes: 0,
  unpainted: 0,
  crashes: 0,
};

/** Per cent who call their visit worth their time on an ordinary day. */
const WORTH = 71;
/** Points for each unit of relative change. */
const WORTH_OF = {
  saves: 14,
  hides: -18,
  satisfaction: 60,
  variety: 12,
  latencyMs: -0.006,
} as const;

/** Per cent of answers that say it was worth it, before sampling. */
export function worthOfTime(e: Experience): number {
  const points =
    WORTH +
    WORTH_OF.saves * e.saves +
    WORTH_OF.hides * e.hides +
    WORTH_OF.satisfaction * e.satisfaction +
    WORTH_OF.variety * e.variety +
    WORTH_OF.latencyMs * e.latencyMs -
    60 * (e.holes + 0.7 * e.unpainted + e.crashes);
  return Math.max(0, Math.min(100, points));
}

export const THEMES = [
  'not for me',
  'too many alike',
  'slow',
  'blank tiles',
  'crashes',
  'other',
] as const;
export type Theme = (typeof THEMES)[number];

/** Tickets per million sessions by theme on an ordinary day. */
const USUAL: Readonly<Record<Theme, number>> = {
  'not for me': 6,
  'too many alike': 4,
  slow: 5,
  'blank tiles': 2,
  crashes: 3,
  other: 30,
};

const above = (x: number): number => Math.max(0, x);

/** Tickets per million sessions by theme, before noise. */
export function ticketRates(e: Experience): Record<Theme, number> {
  return {
    'not for me': USUAL['not for me'] * (1 + 9 * above(e.hides) + 6 * above(-e.saves)),
    'too many alike': USUAL['too many alike'] * (1 + 11 * above(-e.variety)),
    slow: USUAL.slow * (1 + above(e.latencyMs) / 120),
    'blank tiles': USUAL['blank tiles'] * (1 + 160 * (e.holes + e.unpainted)),
    crashes: USUAL.crashes * (1 + 400 * e.crashes),
    other: USUAL.other,
  };
}

/** Answers to the survey on a day, of the whole of Corkboard. */
export const ANSWERS_PER_DAY = 18_000;
/** Bad reviews for each ticket: fewer people review than ask for help. */
export const REVIEWS_PER_TICKET = 0.4;
