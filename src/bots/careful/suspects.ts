/** What may be behind it: what the cut names, else what changed nearest to the onset and can be tested. */
import type { ChangeView, View } from '../../session/view.ts';
import type { GeneratorId } from '../../sim/generators.ts';
import { versionBefore, versionIn } from '../menu.ts';
import type { Radius } from './radius.ts';

export type Suspect =
  | { readonly what: 'version'; readonly version: string; readonly before: string }
  | { readonly what: 'build'; readonly build: string }
  /** What is popular is counted otherwise than it was. */
  | { readonly what: 'counts' }
  /** The index of a source of candidates. */
  | { readonly what: 'source'; readonly source: GeneratorId }
  | { readonly what: 'filter' }
  /** The weights by which the ranker's estimates are mixed. */
  | { readonly what: 'blend' }
  /** What the apps report is lost on the way to the number. */
  | { readonly what: 'job' };

/** One that a test of its own can convict. */
export type Testable = Extract<Suspect, { what: 'version' | 'build' | 'counts' }>;

const COUNTED = /\bcount(er|s)?\b/i;

function version(view: View, named: string | null): Testable | null {
  const before = named === null ? null : versionBefore(view, named);
  return named === null || before === null ? null : { what: 'version', version: named, before };
}

function suspectOf(view: View, { text }: ChangeView): Testable | null {
  return version(view, versionIn(view, text)) ?? (COUNTED.test(text) ? { what: 'counts' } : null);
}

/** The likeliest first. The changes must be open. */
export function suspectsOf(view: View, radius: Radius, onset: number): Testable[] {
  const [first] = radius.scope;
  const build = first?.build?.[0];
  if (build !== undefined) return [{ what: 'build', build }];
  const served = version(view, first?.arm?.[0] ?? null);
  if (served !== null) return [served];
  const near = view.changes.items.toSorted(
    (a, b) => Math.abs(a.tick - onset) - Math.abs(b.tick - onset) || b.tick - a.tick,
  );
  const suspects = near.flatMap((change) => suspectOf(view, change) ?? []);
  const names = suspects.map((suspect) => JSON.stringify(suspect));
  return suspects.filter((_, i) => names.indexOf(names[i]!) === i);
}
