/** What the versions in service say of themselves: when they were trained, and how much they promise of what comes. */
import type { TablePanel, View } from '../../session/view.ts';
import { EVERYONE, type Scope } from '../../sim/segments.ts';
import type { Steps } from '../bot.ts';
import { ordersOf } from '../menu.ts';
import { look, shownAs } from '../steps.ts';
import { onsetOf } from './onset.ts';
import type { Radius } from './radius.ts';
import { versionSuspect, type Suspect } from './suspects.ts';

/** Saves stated over saves logged, from which on, either way, it is more than a drift. */
const OFF = 1.2;
/** Label rate over what is usual, either way, at which rows of a build are not what they were. */
const UNUSUAL = 2;
/** Days without a row newer than these, and nothing is learnt any more. */
const STALE = 3;
const DAY = 24 * 60;

interface Version {
  readonly version: string;
  readonly share: number;
  /** Of the rows it was trained on; null: from before the log. */
  readonly lastDay: number | null;
  readonly calibration: number;
}

function versions({ rows }: TablePanel): Version[] {
  return rows
    .map(([version = '', share = '', , days = '', calibration = '']) => {
      const last = /–(\d+),/.exec(days)?.[1];
      return {
        version,
        share: Number.parseFloat(share),
        lastDay: last === undefined ? null : Number(last),
        calibration: Number.parseFloat(calibration),
      };
    })
    .toSorted((a, b) => b.share - a.share);
}

const isOff = ({ calibration }: Version): boolean => Math.max(calibration, 1 / calibration) > OFF;

/** Builds of which another part of the rows was saved than is usual. */
function unusual(panel: TablePanel | null): string[] {
  return (panel?.marked ?? []).flatMap((row) => {
    const [build = '', , now = '', usual = ''] = panel?.rows[row] ?? [];
    const ratio = Number.parseFloat(now) / Number.parseFloat(usual);
    return Math.max(ratio, 1 / ratio) > UNUSUAL ? [build] : [];
  });
}

/** The trained state before the newest one of a version: the menu has the newest first. */
function nightBefore(view: View, version: string): string | null {
  const nights = ordersOf(view, 'rollback-model').filter(({ to }) => to.startsWith(`${version}.`));
  return nights[1]?.to ?? null;
}

type Reading = Steps<{ view: View; suspect: Suspect | null }>;

/** The versions in service, the one that serves most first. */
function* inService(first: View): Steps<{ view: View; served: readonly Version[] }> {
  const view = yield* look(first, { view: 'model', scope: EVERYONE });
  const panel = shownAs(view, 'model', 'table');
  return { view, served: panel === null ? [] : versions(panel) };
}

/** Has the version that serves most not learnt for days? Null: it has. */
export function* findStale(first: View): Reading {
  const { view, served } = yield* inService(first);
  const lastDay = served[0]?.lastDay ?? null;
  const isStale = lastDay !== null && lastDay < Math.floor(view.now.tick / DAY) - STALE;
  return { view, suspect: isStale ? { what: 'training' } : null };
}

/**
 * Does the version that serves most state something else than comes? Where another does not, it is the version. Where it has
 * been so since last night, or rows of some builds were out of the usual, it was learnt in that night; else its scale is
 * wrong, or, over days, what it knows of people. Null: it states what comes.
 */
export function* findOff(first: View, radius: Radius): Reading {
  const read = yield* inService(first);
  let { view } = read;
  const [most, ...others] = read.served;
  if (most === undefined || !isOff(most)) return { view, suspect: null };
  // What another version does not do on the same day is no matter of the day.
  const served = others.some((other) => !isOff(other)) ? versionSuspect(view, most.version) : null;
  if (served !== null) return { view, suspect: { ...served, forAll: true } };
  if (view.clock === 'days') return { view, suspect: { what: 'taste' } };
  view = yield* look(view, { view: 'training' });
  const builds = unusual(shownAs(view, 'training', 'table'));
  const before = nightBefore(view, most.version);
  view = yield* look(view, { view: 'metric', metric: 'calibration', by: null, scope: EVERYONE });
  const plot = shownAs(view, 'metric', 'series');
  const since = plot === null ? null : onsetOf(plot);
  const isOfLastNight = builds.length > 0 || (since !== null && view.now.tick - since < DAY);
  if (before === null || !isOfLastNight) return { view, suspect: { what: 'scale' } };
  const rows: Scope = builds.length === 0 ? radius.scope : [{ build: builds }];
  return { view, suspect: { what: 'night', before, rows } };
}
