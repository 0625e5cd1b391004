/** What is wrong with a scenario file, as a value: nothing in this folder throws because of what an author wrote. */
import { CODES, type DiagnosticCode } from './codes.ts';

export type Severity = 'error' | 'warning';

export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** The code's name in words, e.g. `unknown-metric`. */
  readonly name: string;
  readonly severity: Severity;
  readonly file: string;
  /** Where in the document, e.g. `chart.states[2].transitions[0].to`. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Characters underlined on that line, at least one. */
  readonly length: number;
  /** The line as it stands in the file. */
  readonly source: string;
  /** What stands there, in a few words: `not a metric`. */
  readonly found: string;
  /** What was expected, in a few words; null where `found` says it all. */
  readonly expected: string | null;
  /** The nearest thing that would have been right. */
  readonly suggestion: string | null;
  /** Section of the author's guide. */
  readonly link: string;
}

/** Section of the author's guide about a code; a few have a table of their own to point to. */
export function linkOf(code: DiagnosticCode): string {
  const section =
    code === 'SCN014'
      ? 'metrics'
      : code === 'SCN020' || code === 'SCN021'
        ? 'segments'
        : code.toLowerCase();
  return `scenarios/README.md#${section}`;
}

/** The message as it is printed: a head line, a code frame of one line, and help. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { code, name, severity, file, line, column } = diagnostic;
  const gutter = String(line).padStart(5);
  // A tab keeps its width in both lines, so that the carets stand under what they mean.
  const lead = diagnostic.source.slice(0, column - 1).replace(/[^\t]/g, ' ');
  return [
    `${severity} ${code} ${name}  ${file}:${line}:${column}`,
    `${gutter} | ${diagnostic.source}`,
    `${' '.repeat(gutter.length)} | ${lead}${'^'.repeat(diagnostic.length)} ${diagnostic.found}`,
    `  help: ${helpOf(diagnostic)}  (${diagnostic.link})`,
  ].join('\n');
}

function helpOf({ suggestion, expected, code }: Diagnostic): string {
  if (suggestion !== null) return `did you mean \`${suggestion}\`?`;
  if (expected !== null) return `expected ${expected}`;
  return CODES[code][1].split('. ')[0]?.replace(/\.$/, '') ?? '';
}

/** All messages, a blank line between them. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(formatDiagnostic).join('\n\n');
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((diagnostic) => diagnostic.severity === 'error');
