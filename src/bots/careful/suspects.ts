/** Who comes into question: whom the radius names, and what changed nearest to the onset and can be tested. */
import type { ChangeView, View } from '../../session/view.ts';
import type { GeneratorId } from '../../sim/generators.ts';
import type { Scope } from '../../sim/segments.ts';
import type { SettingId } from '../../sim/settings.ts';
import { ordersOf, versionBefore, versionIn } from '../menu.ts';
import type { Radius } from './radius.ts';

export type Suspect =
  | {
      readonly what: 'version';
      readonly version: string;
      readonly before: string;
      /** It is so for all whom it serves, whoever the radius is. */
      readonly forAll?: true;
    }
  | { readonly what: 'build'; readonly build: string }
  /** What is popular is counted otherwise than it was. */
  | { readonly what: 'counts' }
  /** The index of a source of candidates. */
  | { readonly what: 'source'; readonly source: GeneratorId }
  /** The half of a source that embeds what is asked, newer than its index. */
  | { readonly what: 'tower'; readonly source: GeneratorId }
  | { readonly what: 'filter' }
  /** The weights by which the ranker's estimates are mixed. */
  | { readonly what: 'blend' }
  /** What the apps report is lost on the way to the number. */
  | { readonly what: 'job' }
  /** The ranker states too much or too little of everything. */
  | { readonly what: 'scale' }
  /** What the ranker has learnt of people holds no longer. */
  | { readonly what: 'taste' }
  /** One night's training, on rows of builds that were not what they usually are; `before`: the night before it. */
  | { readonly what: 'night'; readonly before: string; readonly rows: Scope }
  /** Nights go by, and the ranker learns nothing. */
  | { readonly what: 'training' }
  /** One place of serving. */
  | { readonly what: 'pool'; readonly pool: string }
  /** Whoever delivers the pictures. */
  | { readonly what: 'pictures' }
  /** What is known of people who have just come. */
  | { readonly what: 'newcomers' }
  /** Answers of the policy filter that do not come. */
  | { readonly what: 'verdicts' }
  /** Accounts that are nobody. */
  | { readonly what: 'accounts' }
  | { readonly what: 'setting'; readonly setting: SettingId }
  | { readonly what: 'experiment'; readonly rollout: string };

/** One that a test of its own can convict. */
export type Testable = Extract<Suspect, { what: 'version' | 'build' | 'counts' }>;

const COUNTED = /\bcount(er|s)?\b/i;

/** A version that can be held against the one before it. */
export function versionSuspect(view: View, named: string | null) {
  const before = named === null ? null : versionBefore(view, named);
  return named === null || before === null
    ? null
    : ({ what: 'version', version: named, before } as const);
}

function suspectOf(view: View, { text }: ChangeView): Testable | null {
  return (
    versionSuspect(view, versionIn(view, text)) ?? (COUNTED.test(text) ? { what: 'counts' } : null)
  );
}

/** What changed, the nearest to a tick first. The changes must be open. */
export function nearest(view: View, tick: number): ChangeView[] {
  return view.changes.items.toSorted(
    (a, b) => Math.abs(a.tick - tick) - Math.abs(b.tick - tick) || b.tick - a.tick,
  );
}

type Experiment = Extract<Suspect, { what: 'experiment' }>;

/** The first of these changes to begin an experiment that no replay can try and whose arms can be paused. */
export function experimentAmong(view: View, changes: readonly ChangeView[]): Experiment | null {
  const arms = ordersOf(view, 'pause-arm');
  for (const { kind, text } of changes) {
    if (kind !== 'experiment' || versionIn(view, text) !== null) continue;
    const arm = arms.find(({ rollout }) => text.includes(`“${rollout}”`));
    if (arm !== undefined) return { what: 'experiment', rollout: arm.rollout };
  }
  return null;
}

/** One that can be tested, and when it came; null where the radius names it. */
export interface Dated {
  readonly suspect: Testable;
  readonly tick: number | null;
}

/** The likeliest first: whom the radius names, then what changed nearest to the onset. */
export function suspectsOf(view: View, radius: Radius, onset: number): Dated[] {
  const [first] = radius.scope;
  const build = first?.build?.[0];
  const served = versionSuspect(view, first?.arm?.[0] ?? null);
  const named: readonly Testable[] = [
    ...(build === undefined ? [] : [{ what: 'build', build } as const]),
    ...(served === null ? [] : [served]),
  ];
  const dated = nearest(view, onset).flatMap((change): Dated[] => {
    const suspect = suspectOf(view, change);
    return suspect === null ? [] : [{ suspect, tick: change.tick }];
  });
  const all: readonly Dated[] = [...named.map((suspect) => ({ suspect, tick: null })), ...dated];
  const names = all.map(({ suspect }) => nameOf(suspect));
  return all.filter((_, i) => names.indexOf(names[i]!) === i);
}

/** Two suspects of one name are one. */
export const nameOf = (suspect: Suspect): string => JSON.stringify(suspect);
