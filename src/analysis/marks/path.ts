/**
 * The way to the first change: what each look was worth, the minute from which nothing was worth waiting for, and what the
 * minutes after it cost. A look is thought of by itself, or all that are on offer together; no other plans are made.
 */
import type { Run } from '../../session/run.ts';
import type { Foretold } from '../belief/foretold.ts';
import type { Belief, Mind } from '../belief/posterior.ts';
import { isGrave, markOf, type MarkWord } from '../belief/regret.ts';
import type { Asked } from '../belief/sampled.ts';
import { askedIn, mindBefore, type Weighing } from '../belief/trace.ts';
import type { OfferedLook } from './asked.ts';
import { lookValue, type LookValue } from './looks.ts';
import type { Worth } from './worth.ts';

export interface WeighedStep {
  readonly move: number;
  readonly tick: number;
  readonly minutes: number;
  /** Null: it read nothing that can be weighed. */
  readonly value: LookValue | null;
  /** What its minutes cost beyond what it was worth, of what was at stake. */
  readonly regret: number;
  /** Null: there is nothing to judge it by. */
  readonly mark: MarkWord | null;
  /** What all waiting since enough came to, of what was at stake, where that is marked here; null elsewhere. */
  readonly delayed: number | null;
}

export interface Path {
  readonly steps: readonly WeighedStep[];
  /** From here on waiting cost more than any look could bring; null: it never came to that. */
  readonly enough: number | null;
  /** Up to the first change waiting cost nobody anything, under all that was believed on the way. */
  readonly waitsFree: boolean;
  /** The look that was worth most beyond its minutes when production was first changed; null: none was. */
  readonly missed: { readonly label: string; readonly gain: number } | null;
}

export interface PathInput {
  readonly run: Pick<Run, 'scenario' | 'log' | 'desk'>;
  readonly foretold: readonly Foretold[];
  readonly weighings: readonly Weighing[];
  readonly offered: readonly OfferedLook[];
  readonly worth: Worth;
  /** What is at stake under a belief at a minute, millions of saves. */
  readonly stake: (belief: Belief, tick: number) => number;
  /** Minute of the first change, or of the closing. */
  readonly until: number;
}

/** A look as short as this is never worse than an inaccuracy: what many of them cost is marked once. */
const SHORT = 3;

export function pathOf(input: PathInput): Path {
  const { run, foretold, worth, until } = input;
  const moves = timedMoves(run, until);
  const mindAt = (move: number): Mind => mindBefore(run, input.weighings, move);
  const bestNet = (move: number, tick: number): { label: string; net: number; delay: number } => {
    const mind = mindAt(move);
    const nets = waiting(input, move, tick).map(({ label, minutes, asked }) => {
      const { information, delay } = lookValue(mind, foretold, asked, tick, minutes, worth);
      return { label, net: information - delay, delay };
    });
    return nets.reduce((best, n) => (n.net > best.net ? n : best));
  };

  let enough: number | null = null;
  let waitsFree = true;
  for (const { move, tick } of [...moves, { move: Infinity, tick: until }]) {
    const { net, delay } = bestNet(move, tick);
    waitsFree &&= delay === 0;
    if (net > 0 || delay === 0) continue;
    enough = tick;
    break;
  }

  let spent = 0;
  let told = false;
  const steps = moves.map(({ move, tick, minutes }): WeighedStep => {
    const mind = mindAt(move);
    const asked = ownLook(input, move);
    const value =
      asked.length === 0 ? null : lookValue(mind, foretold, asked, tick, minutes, worth);
    const late = enough !== null && tick >= enough;
    const delay = worth(mind.belief, tick + minutes) - worth(mind.belief, tick);
    const judged = value !== null || late || isIdle(run, move, tick);
    const loss = value === null ? delay : value.delay - value.information;
    const regret = judged ? Math.max(0, loss) / input.stake(mind.belief, tick) : 0;
    if (!judged) return { move, tick, minutes, value, regret, mark: null, delayed: null };
    const own = markOf(regret);
    const mark = minutes <= SHORT && isGrave(own) ? 'inaccuracy' : own;
    if (late) spent += regret;
    const first = !told && isGrave(markOf(spent));
    told ||= first;
    return {
      move,
      tick,
      minutes,
      value,
      regret,
      mark: first && !isGrave(mark) ? 'mistake' : mark,
      delayed: first ? spent : null,
    };
  });
  const last = bestNet(Infinity, until);
  return {
    steps,
    enough,
    waitsFree,
    missed: last.net > 0 ? { label: last.label, gain: last.net } : null,
  };
}

/** Does it let time pass with no answer to come? */
function isIdle({ log, desk }: PathInput['run'], move: number, tick: number): boolean {
  const event = log.find((e) => e.kind === 'command' && e.index === move);
  if (event?.kind !== 'command') return false;
  const { kind } = event.command;
  const awaited = desk.tests.some((t) => t.orderedTick < tick && t.doneTick > tick);
  const asked = log.some((e) => e.kind === 'command' && e.command.kind === 'ask' && e.tick < tick);
  return (kind === 'wait' || kind === 'next-day') && !awaited && !asked;
}

interface TimedMove {
  readonly move: number;
  readonly tick: number;
  readonly minutes: number;
}

/** Commands before the first change that took time, with the time they took. */
function timedMoves(run: Pick<Run, 'log'>, until: number): TimedMove[] {
  const given = run.log.filter((event) => event.kind === 'command');
  const before = given.filter((event) => event.tick < until);
  return before.flatMap(({ index, tick }, k): TimedMove[] => {
    const minutes = (given[k + 1]?.tick ?? until) - tick;
    return minutes > 0 ? [{ move: index, tick, minutes }] : [];
  });
}

/** What a look of the run asked; nothing where it is none that can be weighed. */
function ownLook({ weighings }: PathInput, move: number): Asked[] {
  return askedIn(weighings.filter((w) => w.query.move === move));
}

/**
 * Looks still to be had at a move: those on offer, as foretold for the nearest minute, one by one and all of them after one
 * another, and those the run took later.
 */
function waiting(input: PathInput, move: number, tick: number): OfferedLook[] {
  const { offered, weighings } = input;
  const away = (look: OfferedLook): number => Math.abs(look.tick - tick);
  const nearest = offered.filter(
    (look) => !offered.some((other) => other.label === look.label && away(other) < away(look)),
  );
  const later = new Set(weighings.filter((w) => w.query.move >= move).map((w) => w.query.move));
  const own = [...later].map((m): OfferedLook => {
    const asked = ownLook(input, m);
    const { label, tick: read } = weighings.find((w) => w.query.move === m)!.query;
    const minutes = timedMoves(input.run, input.until).find((t) => t.move === m)?.minutes ?? 0;
    return { label, minutes, tick: read, asked };
  });
  const all: OfferedLook = {
    label: 'all looks on offer, one after another',
    minutes: nearest.reduce((sum, { minutes }) => sum + minutes, 0),
    tick,
    asked: nearest.flatMap(({ asked }) => asked),
  };
  return [...nearest, all, ...own.filter(({ minutes }) => minutes > 0)];
}
