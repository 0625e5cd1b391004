/**
 * The interview answer a run gives: first person, in the order things were done, honest about what was missed. Every
 * sentence comes from the log or the findings; the author's own answer stands beside it, never mixed in.
 */
import type { Findings } from './findings.ts';
import { interviewParts } from './interviewParts.ts';
import type { Judged } from './judged.ts';
import type { Part } from './spokenPart.ts';

/** Spoken, this takes about a minute. */
export const LENGTH = { least: 120, most: 180 } as const;

export function interviewOf(
  run: Judged,
  findings: Findings,
): { readonly yours: string; readonly model: string } {
  return {
    yours: fitted(interviewParts(run, findings)),
    model: run.scenario.postmortem.interview,
  };
}

/** Everything that must be said, then the rest by rank while there is room; told in the order it happened. */
function fitted(parts: readonly Part[]): string {
  const chosen = new Set(parts.filter((p) => p.rank === 0));
  let words = countWords([...chosen].map((p) => p.text).join(' '));
  for (const part of parts.filter((p) => p.rank > 0).toSorted((a, b) => a.rank - b.rank)) {
    const more = countWords(part.text);
    if (words + more > LENGTH.most || (words >= LENGTH.least && part.rank > 2)) continue;
    chosen.add(part);
    words += more;
  }
  return parts
    .filter((p) => chosen.has(p))
    .map((p) => p.text)
    .join(' ');
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((w) => /[\p{L}\p{N}]/u.test(w)).length;
}
