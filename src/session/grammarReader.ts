/** Words of a line with their places, read one after another; remembers what would have been possible where it stops. */
import { didYouMean } from '../scenario/suggest.ts';

export interface Token {
  /** `name`: quoted text, never taken for a keyword. */
  readonly kind: 'word' | 'name' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface GrammarError {
  /** Where in the line: first character and number of characters. */
  readonly at: number;
  readonly length: number;
  readonly message: string;
  /** What could have stood there. */
  readonly expected: readonly string[];
  readonly meant: string | null;
}

/** Carries a complaint out of the reading functions to `parseCommand`, which returns it as a value. */
export class Unreadable extends Error {
  readonly complaint: GrammarError;

  constructor(complaint: GrammarError) {
    super(complaint.message);
    this.complaint = complaint;
  }
}

/** Longest line that is read; a declared radius of many parts stays far below it. */
export const LONGEST_LINE = 20_000;

/** The colon of a time of day belongs to its word; elsewhere it is a mark. */
const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(\d{1,2}:\d\d(?![^\s"=,;|&:])|[^\s"=,;|&:]+)|([=,;|&:]))/y;
const PLAIN_NAME = /^[^\s"=,;|&:#]+$/;
/** Names that would be read as something else if they stood there unquoted. */
const RESERVED: ReadonlySet<string> = new Set([
  '%',
  'all',
  'at',
  'beside',
  'by',
  'everyone',
  'expect',
  'hits',
  'in',
  'nobody',
  'nothing',
  'of',
  'on',
  'page',
  'radius',
  'same',
  'since',
  'spares',
  'to',
  'unknown',
  'until',
]);

export function tokensOf(line: string): Token[] {
  if (line.length > LONGEST_LINE)
    throw new Unreadable({
      at: LONGEST_LINE,
      length: line.length - LONGEST_LINE,
      message: `This line is too long: ${line.length} characters, ${LONGEST_LINE} are the most.`,
      expected: [],
      meant: null,
    });
  const tokens: Token[] = [];
  let at = 0;
  const end = line.trimEnd().length;
  while (at < end) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(line);
    if (match === null) throw new Unreadable(openQuote(line, at, end));
    const [, quoted, word, mark] = match;
    at = TOKEN.lastIndex;
    const raw = quoted ?? word ?? mark ?? '';
    const start = at - raw.length;
    if (quoted !== undefined)
      tokens.push({ kind: 'name', text: unquoted(quoted, start), start, end: at });
    else tokens.push({ kind: word === undefined ? 'mark' : 'word', text: raw, start, end: at });
  }
  return tokens;
}

function openQuote(line: string, from: number, end: number): GrammarError {
  const at = Math.max(from, line.indexOf('"', from));
  return {
    at,
    length: end - at,
    message: 'This quotation is not closed: a name with spaces stands between two ".',
    expected: ['"'],
    meant: null,
  };
}

function unquoted(text: string, start: number): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new Unreadable({
      at: start,
      length: text.length,
      message: 'This quotation holds a character that must be written with a backslash.',
      expected: [],
      meant: null,
    });
  }
}

/** A name as it is written: bare where that can be read back, quoted elsewhere. */
export function nameText(name: string): string {
  return PLAIN_NAME.test(name) && !RESERVED.has(name.toLowerCase()) ? name : JSON.stringify(name);
}

export class Reader {
  private at = 0;
  private readonly line: string;
  private readonly tokens: readonly Token[];
  private tried: string[] = [];
  private near: readonly string[] = [];

  constructor(line: string) {
    this.line = line;
    this.tokens = tokensOf(line);
  }

  peek(ahead = 0): Token | null {
    return this.tokens[this.at + ahead] ?? null;
  }

  next(): Token | null {
    const token = this.peek();
    if (token !== null) this.move();
    return token;
  }

  done(): boolean {
    return this.at >= this.tokens.length;
  }

  /** Takes the keyword or mark if it stands here. */
  take(...words: readonly string[]): string | null {
    const token = this.peek();
    if (token !== null && token.kind !== 'name') {
      const text = token.text.toLowerCase();
      if (words.includes(text)) {
        this.move();
        return text;
      }
    }
    this.tried.push(...words);
    return null;
  }

  need(...words: readonly string[]): string {
    return this.take(...words) ?? this.fail();
  }

  /** One of a closed list, written bare or quoted. */
  oneOf<T extends string>(what: string, list: readonly T[]): T {
    const token = this.peek();
    const found = list.find((item) => item === token?.text);
    if (token === null || token.kind === 'mark' || found === undefined) {
      this.tried.push(...list);
      return this.fail(what);
    }
    this.move();
    return found;
  }

  /** A name; where the names there are known, one of them. */
  name(what: string, known?: readonly string[]): string {
    if (known !== undefined) return this.oneOf(what, known);
    const token = this.peek();
    if (token === null || token.kind === 'mark') {
      this.tried.push(what);
      return this.fail();
    }
    this.move();
    return token.text;
  }

  number(what: string): number {
    const value = this.takeNumber();
    if (value !== null) return value;
    this.tried.push(what);
    return this.fail(what);
  }

  /** A number from 1 without a fraction. */
  whole(what: string): number {
    const token = this.peek();
    if (token?.kind !== 'word' || !/^[1-9]\d{0,3}$/.test(token.text)) {
      this.tried.push(what);
      return this.fail(what);
    }
    this.move();
    return Number(token.text);
  }

  takeNumber(): number | null {
    const token = this.peek();
    if (token === null || token.kind !== 'word') return null;
    const match = /^([+\-−]?)(\d+(?:\.\d+)?(?:e[+-]?\d+)?)%?$/.exec(token.text);
    if (match === null) return null;
    this.move();
    const sign = this.peek();
    if (sign?.kind === 'word' && sign.text === '%') this.move();
    return Number(match[2]) * (match[1] === '-' || match[1] === '−' ? -1 : 1);
  }

  /** Says what could have stood at this place too. */
  possible(...words: readonly string[]): void {
    this.tried.push(...words);
  }

  /** Words that are not spelt out among the possible ones, yet may have been meant. */
  alike(words: readonly string[]): void {
    this.near = words;
  }

  /** The line must end here. */
  end(): void {
    if (this.done()) return;
    this.tried.unshift('the end of the line');
    this.fail();
  }

  fail(what?: string): never {
    const token = this.peek();
    const expected = [...new Set(this.tried)];
    const found = token === null ? 'the line ends' : `there is “${token.text}”`;
    const meant = token === null ? null : didYouMean(token.text, [...expected, ...this.near]);
    const wanted =
      what === undefined
        ? expected.length === 0
          ? 'nothing was expected'
          : `expected ${listed(expected)}`
        : expected.length === 0
          ? `expected ${what}`
          : `expected ${what}: ${listed(expected)}`;
    throw new Unreadable({
      at: token?.start ?? this.line.trimEnd().length,
      length: token === null ? 1 : token.end - token.start,
      message: `${wanted[0]!.toUpperCase()}${wanted.slice(1)}, but ${found}.`,
      expected,
      meant,
    });
  }

  private move(): void {
    this.at++;
    this.tried = [];
    this.near = [];
  }
}

/** More alternatives than these are not spelt out. */
const MOST_LISTED = 24;

function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_LISTED);
  if (words.length > MOST_LISTED) return `${shown.join(', ')} …`;
  if (shown.length === 1) return shown[0]!;
  return `${shown.slice(0, -1).join(', ')} or ${shown[shown.length - 1]!}`;
}
