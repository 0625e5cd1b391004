/** Hypotheses, notes and closing in text. */
import { METRIC_IDS } from '../sim/metrics.ts';
import { COMPONENT_WORDS, MECHANISM_WORDS } from '../scenario/words.ts';
import type { Command, NoteDraft, Sentence } from './commands.ts';
import { momentText, readMinutes, readMoment } from './grammarClock.ts';
import type { GrammarContext } from './grammarContext.ts';
import { nameText, type Reader } from './grammarReader.ts';
import { readScope, scopeText } from './grammarScope.ts';

const MECHANISMS = Object.keys(MECHANISM_WORDS);
const COMPONENTS = Object.keys(COMPONENT_WORDS);
const AUDIENCES = ['team', 'partners', 'creators'] as const;

export function readConfidence(reader: Reader): number {
  return reader.number('a confidence between 0 and 100');
}

/** `hypothesise` has been read: `<mechanism> in <component> moves <metric> [since …] [hits …] [spares …] at 70`. */
export function readHypothesis(reader: Reader, context: GrammarContext): Command {
  const mechanism = reader.oneOf('what may be wrong', MECHANISMS);
  reader.need('in');
  const component = reader.oneOf('a component', COMPONENTS);
  reader.need('moves');
  const metric = reader.oneOf('a metric', METRIC_IDS);
  const sinceTick = reader.take('since') === null ? null : readMoment(reader, context);
  const hits = reader.take('hits') === null ? [] : readScope(reader, context);
  const spares = reader.take('spares') === null ? [] : readScope(reader, context);
  reader.need('at');
  const sentence: Sentence = { mechanism, component, sinceTick, metric, hits, spares };
  return { kind: 'hypothesise', sentence, confidence: readConfidence(reader) };
}

export function hypothesisText(sentence: Sentence, confidence: number): string {
  const { mechanism, component, sinceTick, metric, hits, spares } = sentence;
  const since = sinceTick === null ? '' : ` since ${momentText(sinceTick)}`;
  return `hypothesise ${nameText(mechanism)} in ${nameText(component)} moves ${metric}${since} hits ${scopeText(hits)} spares ${scopeText(spares)} at ${confidence}`;
}

/** `say` has been read: `<audience> <offer>:<register> … [next <minutes>]`. */
export function readNote(reader: Reader, context: GrammarContext): NoteDraft {
  const audience = reader.oneOf('an audience', AUDIENCES);
  const claims: { offer: string; register: string }[] = [];
  const offers = context.names?.offers;
  let next = reader.take('next');
  while (next === null && !reader.done()) {
    const offer = reader.name('a fact on offer', offers && Object.keys(offers));
    reader.need(':');
    claims.push({ offer, register: reader.name('a register', offers?.[offer]) });
    next = reader.take('next');
  }
  return { audience, claims, nextUpdateMinutes: next === null ? null : readMinutes(reader) };
}

/** A name where the line may go on with a keyword instead: quoted, should it be that word. */
function bare(name: string, keyword: string): string {
  return name.toLowerCase() === keyword ? JSON.stringify(name) : nameText(name);
}

export function noteText(note: NoteDraft): string {
  // A digit first, as in `12:30`, would be read as a time.
  const offer = (name: string): string =>
    /^\d/.test(name) ? JSON.stringify(name) : bare(name, 'next');
  const claims = note.claims.map((c) => ` ${offer(c.offer)}:${nameText(c.register)}`).join('');
  const next = note.nextUpdateMinutes === null ? '' : ` next ${note.nextUpdateMinutes}`;
  return `say ${note.audience}${claims}${next}`;
}

/** `close` has been read: `<cause, or unknown> <confidence> [<prevention>] [strike <n>,<n>… | strike none]`. */
export function readClosing(reader: Reader, context: GrammarContext): Command {
  const { names } = context;
  const cause = reader.take('unknown') === null ? reader.name('a cause', names?.causes) : null;
  const confidence = readConfidence(reader);
  let struck = readStruck(reader);
  const prevention =
    reader.done() || struck !== null ? null : reader.name('a prevention', names?.preventions);
  struck ??= readStruck(reader);
  return { kind: 'close', cause, confidence, prevention, ...(struck === null ? {} : { struck }) };
}

/** Numbers of sentences, rising, each once; null where the draft is not spoken of. */
function readStruck(reader: Reader): number[] | null {
  if (reader.take('strike') === null) return null;
  if (reader.take('none') !== null) return [];
  const struck = new Set<number>();
  do {
    struck.add(reader.whole('the number of a sentence of the draft'));
  } while (reader.take(',') !== null);
  return [...struck].toSorted((a, b) => a - b);
}

export function closingText(command: Extract<Command, { kind: 'close' }>): string {
  const cause = command.cause === null ? 'unknown' : nameText(command.cause);
  const { confidence, prevention, struck } = command;
  const named = prevention === null ? '' : ` ${bare(prevention, 'strike')}`;
  const strike = struck === undefined ? '' : ` strike ${struck.join(',') || 'none'}`;
  return `close ${cause} ${confidence}${named}${strike}`;
}
