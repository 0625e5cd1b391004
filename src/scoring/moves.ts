/** The moves of a run as a list: when, what, how long, and what came of it. No marks: what it was worth is told elsewhere. */
import { durationLabel, tickLabel } from '../sim/clock.ts';
import { isBoardCommand } from '../session/boardWords.ts';
import { sentenceWords } from '../session/board.ts';
import type { Command } from '../session/commands.ts';
import { scopeWords } from '../session/words.ts';
import type { MoveView } from './debrief.ts';
import type { Judged } from './judged.ts';
import { logbookOf, type Logbook } from './logbook.ts';

export function movesOf(run: Judged): MoveView[] {
  const book = logbookOf(run);
  return run.log.flatMap((event) =>
    event.kind === 'command'
      ? [
          {
            index: event.index,
            atLabel: tickLabel(event.tick),
            label: event.label,
            minutes: event.minutes,
            note: noteOf(run, book, event.index, event.command),
            // A branch from a move on the board would be the same world.
            retry: !isBoardCommand(event.command),
          },
        ]
      : [],
  );
}

function noteOf(run: Judged, book: Logbook, index: number, command: Command): string {
  switch (command.kind) {
    case 'look':
    case 'test':
      return firstSentence(
        book.seen.find((s) => s.index === index)?.summary ?? 'No answer came in time.',
      );
    case 'act':
      return cameOf(run, book, index);
    case 'undo':
      return `“${[...book.inherited, ...book.orders].find((o) => o.id === command.intervention)?.label ?? 'an order'}” was taken back.`;
    case 'declare':
      return `Moved: ${scopeWords(command.radius.reading)}; hurt now: ${scopeWords(command.radius.hurtNow)}; hurt later: ${scopeWords(command.radius.hurtLater)}.`;
    case 'hypothesise':
      return `${sentenceWords(command.sentence)}, at ${Math.round(command.confidence)} %.`;
    case 'suspect': {
      const named = run.desk.hypotheses.find((h) => h.suspect === command.suspect);
      return `${named?.label ?? 'A suspect'}, at ${Math.round(command.confidence)} %.`;
    }
    case 'confidence':
    case 'strike':
    case 'link':
      return run.desk.hypotheses.find((h) => h.id === command.hypothesis)?.label ?? '';
    case 'pin':
      return run.desk.readings.find((r) => r.id === command.reading)?.label ?? '';
    case 'ask':
      return asked(run, command.who, command.about);
    case 'say':
      return command.note.nextUpdateMinutes === null
        ? 'No next time given.'
        : `Next word promised in ${durationLabel(command.note.nextUpdateMinutes)}.`;
    case 'wait':
    case 'next-day':
      return command.trigger === undefined ? 'Without a trigger.' : 'With a written trigger.';
    case 'close':
      return `${closing(run, command.cause, command.confidence)}${struckWords(command.struck)}`;
  }
}

function asked(run: Judged, who: string, about: string): string {
  const person = run.scenario.cast.find((c) => c.id === who);
  const topic = person?.topics.find((t) => t.id === about);
  const question = topic?.label ?? 'A question of your own';
  return person === undefined ? question : `${question} (to ${person.name}, ${person.role})`;
}

function closing(run: Judged, cause: string | null, confidence: number): string {
  const named = run.scenario.hypotheses.find((h) => h.id === cause);
  return named === undefined ? 'No cause named.' : `“${named.label}”, ${Math.round(confidence)} %.`;
}

function struckWords(struck: readonly number[] | undefined): string {
  if (struck === undefined) return '';
  return struck.length === 0
    ? ' The draft was kept as it was.'
    : ` ${struck.length} ${struck.length === 1 ? 'sentence' : 'sentences'} of the draft struck.`;
}

/** What the log shows an order led to: in effect, failed, undone by hand or by the machinery, or not yet. */
function cameOf(run: Judged, book: Logbook, index: number): string {
  const order = book.orders.find((o) => o.index === index);
  if (order === undefined) return '';
  const failed = run.log.find(
    (e) =>
      e.kind === 'world' &&
      e.what === 'failed' &&
      e.tick >= order.tick &&
      e.tick <= order.effectTick + 10,
  );
  if (failed?.kind === 'world') return `It failed: ${failed.text}.`;
  if (order.undoneTick !== null) return `Taken back at ${tickLabel(order.undoneTick)}.`;
  const overridden = run.log.find(
    (e) =>
      e.kind === 'world' &&
      e.what === 'promoted' &&
      e.text.includes('for everybody') &&
      e.tick > order.effectTick &&
      (order.spec.kind === 'rollback-model' || order.spec.kind === 'route-cohort'),
  );
  if (overridden?.kind === 'world')
    return `In effect at ${tickLabel(order.effectTick)}, until ${overridden.text} at ${tickLabel(overridden.tick)}.`;
  return order.effectTick <= book.endTick
    ? `In effect at ${tickLabel(order.effectTick)}.`
    : 'Not complete when the case ended.';
}

/** Enough to recall the reading; the whole stands behind the move. */
function firstSentence(text: string): string {
  const end = text.search(/[.!?](\s|$)/);
  return end < 0 ? text : text.slice(0, end + 1);
}
