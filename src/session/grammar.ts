/**
 * One grammar of commands in text, for the palette, the terminal and headless players. What is printed is read back as
 * the same command, without any context; what a person leaves out is filled in from one.
 */
import type { Command } from './commands.ts';
import { actText, readAct } from './grammarAct.ts';
import {
  closingText,
  hypothesisText,
  noteText,
  readClosing,
  readConfidence,
  readHypothesis,
  readNote,
} from './grammarBoard.ts';
import type { GrammarContext } from './grammarContext.ts';
import { lookText, predictionText, readLook, readTest, testText } from './grammarLook.ts';
import { radiusText, readRadius } from './grammarRadius.ts';
import { nameText, Reader, Unreadable, type GrammarError } from './grammarReader.ts';
import { readNextDay, readWait, triggerText } from './grammarWait.ts';

export type Parsed =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly error: GrammarError };

/** Every first word, with the shape of what follows. */
export const COMMAND_SHAPES = {
  look: 'look lens save_rate by activity,arm | look save_rate by build on radius | look changes',
  test: 'test replay model to v41 on radius | test event-audit "android 9.10" | test golden v42 | test parity | test label-diff since Mon 09:00 | test similar save_rate since 09:00 | test effects save_rate',
  declare: 'declare moved …; now same; later nobody; fine …; since Mon 09:00; severity high',
  redraw: 'redraw now …: changes a part of the declared radius',
  hypothesise: 'hypothesise history-shortened in ranker moves save_rate hits core at 60',
  suspect: 'suspect s-ranker 70',
  confidence: 'confidence h0 40',
  link: 'link h0 supports "reading"',
  strike: 'strike h0',
  restore: 'restore h0',
  pin: 'pin "reading"',
  unpin: 'unpin "reading"',
  act: 'act route to v41 on radius | act stop-ramp ranker-v42',
  undo: 'undo o0',
  ask: 'ask ines worry',
  say: 'say team who:plain doing:careful next 30',
  wait: 'wait 30 | wait 2h until save_rate above -2',
  'next-day': 'next-day | next-day 3',
  close:
    'close short-memory 80 p-slices | close unknown 30 | close unknown 30 strike 2,5 | … strike none',
} as const;
export type CommandWord = keyof typeof COMMAND_SHAPES;
export const COMMAND_WORDS = Object.keys(COMMAND_SHAPES) as readonly CommandWord[];

/** Reads one line. Never throws: what cannot be read comes back with its place. */
export function parseCommand(line: string, context: GrammarContext = {}): Parsed {
  try {
    const reader = new Reader(line);
    const command = read(reader, context);
    reader.end();
    return { ok: true, command };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, error: error.complaint };
    throw error;
  }
}

function read(reader: Reader, context: GrammarContext): Command {
  const { names } = context;
  const word = reader.oneOf('a command', COMMAND_WORDS);
  switch (word) {
    case 'look':
      return readLook(reader, context);
    case 'test':
      return readTest(reader, context);
    case 'declare':
    case 'redraw':
      return { kind: 'declare', radius: readRadius(reader, context, word === 'redraw') };
    case 'hypothesise':
      return readHypothesis(reader, context);
    case 'suspect':
      return {
        kind: word,
        suspect: reader.name('a suspect', names?.suspects),
        confidence: readConfidence(reader),
      };
    case 'confidence':
      return {
        kind: word,
        hypothesis: reader.name('a hypothesis', names?.hypotheses),
        confidence: readConfidence(reader),
      };
    case 'link': {
      const hypothesis = reader.name('a hypothesis', names?.hypotheses);
      const relation = reader.oneOf('a relation', ['supports', 'refutes', 'none']);
      return { kind: word, hypothesis, relation, reading: reader.name('a reading') };
    }
    case 'strike':
    case 'restore':
      return {
        kind: 'strike',
        hypothesis: reader.name('a hypothesis', names?.hypotheses),
        struck: word === 'strike',
      };
    case 'pin':
    case 'unpin':
      return { kind: 'pin', reading: reader.name('a reading'), pinned: word === 'pin' };
    case 'act':
      return { kind: word, act: readAct(reader, context) };
    case 'undo':
      return { kind: word, intervention: reader.name('an order', names?.orders) };
    case 'ask': {
      const who = reader.name('a colleague', names?.people);
      return { kind: word, who, about: reader.name('a topic', names?.topics?.[who]) };
    }
    case 'say':
      return { kind: word, note: readNote(reader, context) };
    case 'wait':
      return readWait(reader, context);
    case 'next-day':
      return readNextDay(reader, context);
    case 'close':
      return readClosing(reader, context);
  }
}

export function printCommand(command: Command): string {
  switch (command.kind) {
    case 'look':
      return lookText(command.look) + predictionText(command.predict);
    case 'test':
      return testText(command.test) + predictionText(command.predict);
    case 'declare':
      return radiusText(command.radius);
    case 'hypothesise':
      return hypothesisText(command.sentence, command.confidence);
    case 'suspect':
      return `suspect ${nameText(command.suspect)} ${command.confidence}`;
    case 'confidence':
      return `confidence ${nameText(command.hypothesis)} ${command.confidence}`;
    case 'link':
      return `link ${nameText(command.hypothesis)} ${command.relation} ${nameText(command.reading)}`;
    case 'strike':
      return `${command.struck ? 'strike' : 'restore'} ${nameText(command.hypothesis)}`;
    case 'pin':
      return `${command.pinned ? 'pin' : 'unpin'} ${nameText(command.reading)}`;
    case 'act':
      return actText(command.act);
    case 'undo':
      return `undo ${nameText(command.intervention)}`;
    case 'ask':
      return `ask ${nameText(command.who)} ${nameText(command.about)}`;
    case 'say':
      return noteText(command.note);
    case 'wait':
      return `wait ${command.minutes}${triggerText(command.trigger)}`;
    case 'next-day':
      return `next-day ${command.days}${triggerText(command.trigger)}`;
    case 'close':
      return closingText(command);
  }
}

/** The complaint under the line it is about, with a mark at the place. */
export function explainError(line: string, error: GrammarError): string {
  const mark = `${' '.repeat(error.at)}${'^'.repeat(Math.max(1, Math.min(error.length, 40)))}`;
  const meant = error.meant === null ? '' : ` Did you mean “${error.meant}”?`;
  return `  ${line}\n  ${mark}\n${error.message}${meant}`;
}
