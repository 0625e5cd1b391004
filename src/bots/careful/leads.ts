/**
 * Where the careful novice looks for whoever is to blame, in this order: what a lot has drawn, what can be tested cheaply,
 * what panels mark, what only the place or the people of the radius say, and at last what was set about the onset.
 */
import type { View } from '../../session/view.ts';
import type { Steps } from '../bot.ts';
import type { Meter } from './meter.ts';
import { findOff, findStale } from './models.ts';
import type { Radius } from './radius.ts';
import { NEAR, settingsNear } from './settings.ts';
import { findStage } from './stage.ts';
import {
  experimentAmong,
  nameOf,
  nearest,
  suspectsOf,
  versionSuspect,
  type Suspect,
} from './suspects.ts';
import { convict } from './trial.ts';

/** What is known when the search begins. */
export interface Known {
  readonly radius: Radius;
  readonly onset: number;
  readonly meter: Meter;
  /** Names of suspects whose remedy was taken back. */
  readonly cleared: ReadonlySet<string>;
}

/** Somebody to blame, or nobody: thought of with what lies there already, or looked for. */
export type Lead =
  | { readonly thinks: (view: View, known: Known) => Suspect | null }
  | { readonly looks: (view: View, known: Known) => Steps<Found> };

export interface Found {
  readonly view: View;
  readonly suspect: Suspect | null;
}

/** Suspects that are tested, at most. */
const MOST_TRIALS = 3;
/** Numbers of what a policy filter should have kept out. */
const UNSAFE: ReadonlySet<string> = new Set(['flagged_share']);
const PICTURES = /\bimages?\b|\bpictures?\b|\bphotos?\b/i;
const YOUNG: ReadonlySet<string> = new Set(['0-1 d', '2-7 d']);

/** Whom the radius names, what changed near the onset, and what changed at other times. */
type When = 'named' | 'near' | 'else';

const byTrial = (when: When) =>
  function* (view: View, { radius, onset, meter }: Known): Steps<Found> {
    const near = NEAR[view.clock];
    const whenOf = (tick: number | null): When => {
      if (tick === null) return 'named';
      return Math.abs(tick - onset) <= near ? 'near' : 'else';
    };
    const suspects = suspectsOf(view, radius, onset)
      .filter(({ tick }) => whenOf(tick) === when)
      .map(({ suspect }) => suspect)
      // No ranker loses saves between the app and the number.
      .filter(({ what }) => meter !== 'lost' || what === 'build')
      .slice(0, MOST_TRIALS);
    const trial = yield* convict(view, suspects, radius.scope);
    return { view: trial.view, suspect: trial.convicted };
  };

const OF_AN_ARM = /\barms?\b/i;

/** An experiment, where the page is about an arm, or nothing changed nearer to the onset. */
function byExperiment(view: View, { onset, meter }: Known): Suspect | null {
  if (meter === 'lost') return null;
  const near = nearest(view, onset);
  return experimentAmong(view, OF_AN_ARM.test(view.page.headline) ? near : near.slice(0, 1));
}

function* byStage(view: View, { onset, meter }: Known): Steps<Found> {
  if (meter !== 'people') return { view, suspect: null };
  const { view: seen, stage } = yield* findStage(view, onset);
  return { view: seen, suspect: stage };
}

function* byAge(view: View, { meter }: Known): Steps<Found> {
  return meter === 'people' ? yield* findStale(view) : { view, suspect: null };
}

function* byPromise(view: View, { meter, radius }: Known): Steps<Found> {
  return meter === 'people' ? yield* findOff(view, radius) : { view, suspect: null };
}

/** What only the radius says: one place of serving, a region whose supplier changed something, those who have just come. */
export function byRadius(view: View, { radius: { scope }, onset }: Known): Suspect | null {
  const pool = scope.length === 1 ? scope[0]?.pool?.[0] : undefined;
  if (pool !== undefined) return { what: 'pool', pool };
  if (scope.length === 0) return null;
  const isSupplied = view.changes.items.some(
    ({ kind, text, tick }) =>
      kind === 'third party' && PICTURES.test(text) && Math.abs(tick - onset) <= NEAR[view.clock],
  );
  if (isSupplied && scope.every(({ region }) => region !== undefined)) return { what: 'pictures' };
  const areYoung = scope.every(({ tenure }) => tenure?.every((t) => YOUNG.has(t)) ?? false);
  return areYoung ? { what: 'newcomers' } : null;
}

/** The setting touched nearest to the onset that was not put back for nothing. */
function bySetting(view: View, { onset, cleared, meter }: Known): Suspect | null {
  if (meter !== 'people') return null;
  const near = settingsNear(view, onset, NEAR[view.clock]);
  const suspects = near.map((setting): Suspect => ({ what: 'setting', setting }));
  return suspects.find((suspect) => !cleared.has(nameOf(suspect))) ?? null;
}

export const LEADS: readonly Lead[] = [
  {
    thinks: (view, { radius, meter }) =>
      meter === 'people' ? versionSuspect(view, radius.arm) : null,
  },
  { thinks: (_, { radius }) => (radius.surge === null ? null : { what: 'accounts' }) },
  { thinks: byExperiment },
  { looks: byTrial('named') },
  { looks: byTrial('near') },
  { thinks: (_, { meter }) => (meter === 'lost' ? { what: 'job' } : null) },
  { thinks: ({ lens }) => (UNSAFE.has(lens.metric) ? { what: 'verdicts' } : null) },
  { looks: byAge },
  { looks: byStage },
  { looks: byPromise },
  { thinks: byRadius },
  { thinks: bySetting },
  { looks: byTrial('else') },
  { thinks: bySetting },
];

/** Where no group is off, only a stage that is marked says that anything is. */
export const LEADS_TO_NOBODY: readonly Lead[] = [{ looks: byStage }];
