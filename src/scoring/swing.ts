/** Where it turned, in a sentence: what the dearest decision was and why it looked reasonable. */
import type { Analysis } from '../analysis/conclusion.ts';
import { durationLabel, tickLabel } from '../sim/clock.ts';
import type { Command } from '../session/commands.ts';
import type { Run } from '../session/run.ts';
import { actWords, commandWords } from '../session/words.ts';
import { isStanding } from '../sim/delivery/control.ts';
import type { Swing } from './debrief.ts';
import { unitScale } from './harmChart.ts';

/** Share of the range between the worst and the best line below which nothing turned. */
const LEAST_SHARE = 0.12;

/** `run`: as it was closed; `isRinging`: by the rule of its page, at its end. */
export function swingOf(analysis: Analysis, run: Run, isRinging: boolean): Swing | null {
  const turn = analysis.turns[0];
  if (turn === undefined) return null;
  const totals = analysis.lines.map((l) => l.curve.total);
  const nothing = analysis.lines.find((l) => l.id === 'nothing')?.curve.total ?? 0;
  const range = Math.max(0.05, nothing - Math.min(...totals));
  if (turn.cost < LEAST_SHARE * range) return null;
  const later = analysis.turns
    .filter((t) => t.tick > turn.tick)
    .toSorted((a, b) => a.tick - b.tick)[0];
  const span = later === undefined ? null : later.tick - turn.tick;
  const share = Math.round((100 * turn.cost) / range);
  return {
    move: turn.move,
    atLabel: tickLabel(turn.tick),
    headline: headlineOf(turn.command.kind, commandWords(turn.command), span, analysis),
    reason: `${reasonOf(turn.command, isRinging)} Before it, a better end was still in reach: by ${share} % of what lies between doing nothing and the best line known.${turn.command.kind === 'close' ? leftWords(run) : ''}`,
    cost: turn.cost * unitScale(analysis),
  };
}

/** Orders of the best line known that were not given, or given otherwise: to fewer people, say. */
function leftWords({ scenario, pair }: Run): string {
  const [line] = scenario.references;
  const standing = new Set(pair.live.applied.filter(isStanding).map((a) => actWords(a.spec)));
  const left = (line?.steps ?? [])
    .map(({ act }) => actWords(act))
    .filter((words) => !standing.has(words));
  return left.length === 0 ? '' : ` What that line has and yours had not: ${left.join('; ')}.`;
}

function headlineOf(kind: string, words: string, span: number | null, analysis: Analysis): string {
  if (kind === 'close') {
    const open = analysis.repairsOpen[0];
    return open === undefined
      ? 'You closed while more could still be had.'
      : `You closed with this still open: ${open.charAt(0).toLowerCase()}${open.slice(1)}.`;
  }
  if (kind === 'act') return `You ordered: ${words}.`;
  if (kind === 'undo') return 'You took an order back.';
  if (kind === 'wait' || kind === 'next-day') return `You let time pass: ${words}.`;
  return span === null
    ? 'From the page to the end nothing was ordered.'
    : `The first ${durationLabel(span)} went by without an order.`;
}

function reasonOf(command: Command, isRinging: boolean): string {
  switch (command.kind) {
    case 'close':
      if (!isRinging)
        return 'It looked finished: the number of the page was back, or had never been about people.';
      return command.cause === null
        ? 'There was no cause to write down and no end in sight; the number of the page was still off.'
        : 'A cause to write down felt like the end of it, while the number of the page was still off.';
    case 'act':
      return 'It was within reach and it was something to do; what it would meet in the world had not been read yet.';
    case 'undo':
      return 'The first hour after a remedy often looks worse than what it is worth.';
    case 'wait':
    case 'next-day':
      return 'Waiting for one more reading felt careful, while the meter of harm was running.';
    default:
      return 'Each look was sensible by itself; together they took longer than the evidence needed.';
  }
}
