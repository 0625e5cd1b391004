/** Where every value of a parsed file stands in its text, and how a complaint about it is made. */
import { CODES, type DiagnosticCode } from './codes.ts';
import { linkOf, type Diagnostic, type Severity } from './diagnostics.ts';

export type Path = readonly (string | number)[];

/** Offsets into the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Place {
  readonly value: Span;
  /** The key of a mapping's entry; null for an entry of a list and for the document. */
  readonly key: Span | null;
}

export interface Complaint {
  readonly code: DiagnosticCode;
  readonly path: Path;
  readonly found: string;
  readonly expected?: string | null;
  readonly suggestion?: string | null;
  readonly severity?: Severity;
  /** Point at the key rather than at the value. */
  readonly atKey?: boolean;
}

export const pathKey = (path: Path): string => JSON.stringify(path);

export function formatPath(path: Path): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`,
    '',
  );
}

/** Longest excerpt of a line that a frame shows. */
const WIDEST = 160;

export class SourceMap {
  readonly file: string;
  readonly #text: string;
  readonly #lineStarts: number[];
  readonly #places = new Map<string, Place>();

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
    this.#lineStarts = [0];
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1))
      this.#lineStarts.push(i + 1);
  }

  place(path: Path, place: Place): void {
    this.#places.set(pathKey(path), place);
  }

  has(path: Path): boolean {
    return this.#places.has(pathKey(path));
  }

  /** The value's own place, or that of the nearest mapping around it. */
  find(path: Path): Place {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const place = this.#places.get(pathKey(path.slice(0, depth)));
      if (place)
        return depth === path.length ? place : { value: place.key ?? place.value, key: null };
    }
    return { value: { start: 0, end: 1 }, key: null };
  }

  complain(complaint: Complaint): Diagnostic {
    const place = this.find(complaint.path);
    const span = complaint.atKey ? (place.key ?? place.value) : place.value;
    return this.complainAt(span, complaint);
  }

  complainAt(span: Span, complaint: Complaint): Diagnostic {
    const line = this.#lineOf(span.start);
    const start = this.#lineStarts[line] ?? 0;
    const nextLine = this.#lineStarts[line + 1];
    const end = nextLine === undefined ? this.#text.length : nextLine - 1;
    const source = this.#text.slice(start, Math.min(end, start + WIDEST)).replace(/\r$/, '');
    // What is missing at the end of a line is pointed at by its last character.
    const column = Math.min(span.start - start, Math.max(0, source.length - 1));
    const length = Math.max(1, Math.min(span.end, start + source.length) - (start + column));
    return {
      code: complaint.code,
      name: CODES[complaint.code][0],
      severity: complaint.severity ?? 'error',
      file: this.file,
      path: formatPath(complaint.path),
      line: line + 1,
      column: column + 1,
      length,
      source,
      found: complaint.found,
      expected: complaint.expected ?? null,
      suggestion: complaint.suggestion ?? null,
      link: linkOf(complaint.code),
    };
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
