/** What a principle is, and how a judgement of it is written down. */
import type { PrincipleResult } from '../debrief.ts';
import type { Findings } from '../findings.ts';
import type { Judged } from '../judged.ts';
import { line } from '../logbook.ts';

export interface Judgement {
  readonly verdict: 'kept' | 'broken';
  readonly because: string;
  readonly lines: readonly string[];
  /** Why the weak move looked reasonable, then what would have shown otherwise. */
  readonly fair: string;
}

export interface Principle {
  readonly id: string;
  readonly title: string;
  /** Numbers of the guide's questions it answers to. */
  readonly questions: readonly number[];
  readonly judge: (run: Judged, findings: Findings) => PrincipleResult | 'not exercised';
}

interface Entry {
  readonly tick: number;
  readonly label: string;
}

export function principle(
  id: string,
  title: string,
  questions: readonly number[],
  weigh: (run: Judged, findings: Findings) => Judgement | 'not exercised',
): Principle {
  return {
    id,
    title,
    questions,
    judge: (run, findings) => {
      const judgement = weigh(run, findings);
      return judgement === 'not exercised' ? judgement : { id, title, questions, ...judgement };
    },
  };
}

export function kept(because: string, entries: readonly (Entry | null | undefined)[]): Judgement {
  return { verdict: 'kept', because, lines: linesOf(entries), fair: '' };
}

export function broken(
  because: string,
  entries: readonly (Entry | null | undefined)[],
  /** Two sentences in this order, so that no one can leave the first out. */
  looked: { readonly reasonable: string; readonly otherwise: string },
): Judgement {
  return {
    verdict: 'broken',
    because,
    lines: linesOf(entries),
    fair: `${looked.reasonable} ${looked.otherwise}`,
  };
}

function linesOf(entries: readonly (Entry | null | undefined)[]): string[] {
  const found = entries.filter((e) => e !== null && e !== undefined);
  return [...new Set(found.toSorted((a, b) => a.tick - b.tick).map(line))];
}

/** A moment the log holds under another form, as an entry. */
export function at(tick: number | null, label: string): Entry | null {
  return tick === null ? null : { tick, label };
}
