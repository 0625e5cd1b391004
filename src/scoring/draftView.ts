/** The colleague's draft as the player left it, sentence by sentence, for the board. Plain data. */
import { draftOf } from '../session/draft.ts';
import { supportOf } from './draftSupport.ts';
import type { Judged } from './judged.ts';
import { line } from './logbook.ts';

export interface DraftView {
  /** Who drafted it. */
  readonly by: string;
  readonly sentences: readonly DraftVerdict[];
}

export interface DraftVerdict {
  readonly text: string;
  readonly struck: boolean;
  /** What had been read, done and said by the closing carries it. */
  readonly supported: boolean;
  /** How it was left, in words. */
  readonly left: string;
  /** Why it does not, in words; empty where it does. */
  readonly because: string;
  /** The log lines it rests on; none where it rests on nothing. */
  readonly lines: readonly string[];
}

/** Undefined where the case is open or nobody read the draft: then there is nothing to judge. */
export function draftViewOf(run: Judged): DraftView | undefined {
  const { closed } = run.desk;
  const struck = closed?.struck ?? null;
  if (closed === null || struck === null) return undefined;
  const { author, sentences } = draftOf(run);
  return {
    by: author.name,
    sentences: sentences.map(({ text, basis }, i) => {
      const { because, grounds } = supportOf(run, basis, closed.tick);
      const verdict = { struck: struck.includes(i + 1), supported: because === '' };
      return {
        text,
        ...verdict,
        left: leftWords(verdict),
        because,
        lines: [...new Set(grounds.map((g) => `${line(g)}${g.pinned ? ', pinned' : ''}`))],
      };
    }),
  };
}

function leftWords({ struck, supported }: Pick<DraftVerdict, 'struck' | 'supported'>): string {
  if (struck) return supported ? 'struck, though your log holds it' : 'rightly struck';
  return supported ? 'rightly kept' : 'kept, and nothing you had read supports it';
}
