/**
 * Two recordings of each incident, in the words of the text mode: one keeps what the incident is about, one breaks it.
 * `last` stands for the reading that came last.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseCommand } from '../../src/session/grammar.ts';
import { contextOfView } from '../../src/session/grammarContext.ts';
import type { Run } from '../../src/session/run.ts';
import { session } from '../session/compiled.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

export interface Pair {
  readonly incident: string;
  readonly keeps: readonly string[];
  readonly breaks: readonly string[];
}

export function pairOf(incident: string): Pair {
  const text = readFileSync(`${FOLDER}${incident}.txt`, 'utf8');
  const [before, keeps, breaks, ...more] = text.split(/^# (?:keeps|breaks)$/m);
  if (before?.trim() !== '' || breaks === undefined || more.length > 0)
    throw new Error(`${incident}.txt is not "# keeps" and then "# breaks".`);
  return { incident, keeps: linesOf(keeps!), breaks: linesOf(breaks) };
}

const linesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));

export function recorded(): string[] {
  return readdirSync(FOLDER).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));
}

/**
 * Plays lines from the page on. Throws, with the line, at what cannot be read or is refused. `days`: by how many the page is
 * earlier than the incident's own, see `early`; a night's snapshot has another name then.
 */
export function played(page: Run, lines: readonly string[], days = 0): Run {
  for (const said of lines) {
    const reading = page.desk.readings.at(-1)?.id ?? '';
    const line = said
      .replace(/\blast\b/, JSON.stringify(reading))
      .replace(/\.d(\d+)\b/, (_, night) => `.d${Math.max(1, Number(night) - days)}`);
    const parsed = parseCommand(line, contextOfView(session.viewOf(page)));
    if (!parsed.ok) throw new Error(`${said}: ${JSON.stringify(parsed.error)}`);
    session.dispatch(page, parsed.command);
    const refused = page.log.findLast((e) => e.kind === 'refused');
    if (refused?.kind === 'refused') throw new Error(`${said}: ${refused.because}`);
  }
  return page;
}
