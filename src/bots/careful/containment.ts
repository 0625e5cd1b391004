/** What is done about a convicted suspect: what holds it first, for nobody but those of the radius; then what mends it. */
import type { InterventionSpec } from '../../sim/interventions.ts';
import type { View } from '../../session/view.ts';
import { EVERYONE } from '../../sim/segments.ts';
import type { Moves, Steps } from '../bot.ts';
import { ordersOf } from '../menu.ts';
import { act, look, panelOf } from '../steps.ts';
import { ordersFor, STOP_PROMOTION } from './orders.ts';
import type { Radius } from './radius.ts';
import { experimentAmong, nearest, type Suspect } from './suspects.ts';

type Of<W extends Suspect['what']> = Extract<Suspect, { what: W }>;

export interface Remedies {
  readonly radius: Radius;
  /** Tick at which it began, as far as that could be read. */
  readonly onset: number;
  /** May a version be taken back? */
  readonly mayReverse: boolean;
}

function* actAll(first: View, orders: readonly InterventionSpec[]): Moves {
  let view = first;
  for (const order of orders) view = yield* act(view, order);
  return view;
}

/** Is an order of the kind under way or in effect? */
const stands = (view: View, kind: InterventionSpec['kind']): boolean =>
  view.applied.some(({ spec, canUndo }) => spec.kind === kind && canUndo);

export function contain(view: View, suspect: Suspect, remedies: Remedies): Moves {
  switch (suspect.what) {
    case 'version':
      return containVersion(view, suspect, remedies);
    case 'build':
      return containBuild(view, suspect, remedies);
    case 'counts':
      return containCounts(view);
    case 'pictures':
      return actAll(view, [
        { kind: 'image-provider' },
        {
          kind: 'quarantine-rows',
          scope: remedies.radius.scope,
          // A region's rows are many: no more of them than its onset is unsure by.
          sinceTick: Math.max(0, remedies.onset - HOUR),
        },
      ]);
    case 'night':
      return containNight(view, suspect, remedies);
    default:
      return actAll(view, ordersFor(suspect));
  }
}

/** The night before serves, no other follows of itself, and what that night read is not learnt from again. */
function containNight(view: View, { before, rows }: Of<'night'>, { mayReverse }: Remedies): Moves {
  return actAll(view, [
    STOP_PROMOTION,
    { kind: 'quarantine-rows', scope: rows, sinceTick: Math.max(0, view.now.tick - LEARNT_FROM) },
    ...(mayReverse ? [{ kind: 'rollback-model', to: before, scope: EVERYONE } as const] : []),
  ]);
}

const HOUR = 60;
/** A build's rows are few and cheap to lose: a day of them, since the onset was read off noisy points. */
const DAY = 24 * HOUR;
/** A night reads today and yesterday; what it read may have begun the day before. */
const LEARNT_FROM = 3 * DAY;

/** The radius is served by the version before, and nothing newer comes in by itself. */
function* containVersion(
  first: View,
  { version, before }: Of<'version'>,
  { radius, mayReverse }: Remedies,
): Moves {
  const ramps = first.lens.dimensions.some(({ id }) => id === 'arm')
    ? ordersOf(first, 'stop-ramp').filter(({ rollout }) => rollout.includes(version))
    : [];
  const { scope } = radius;
  const back: InterventionSpec = {
    kind: scope === EVERYONE ? 'rollback-model' : 'route-cohort',
    to: before,
    scope,
  };
  const isHeld = ramps.length > 0 && scope !== EVERYONE && first.clock === 'minutes';
  const view = yield* actAll(first, [
    ...ramps,
    // Training goes on for everybody else, unless the group is then seen not to have eased.
    ...(isHeld ? [] : [STOP_PROMOTION]),
    ...(mayReverse ? [back] : []),
  ]);
  return yield* guardScores(view, mayReverse);
}

const LOST_SCORES = /a score that is not a number/;

/** Scores that are no numbers have a guard of their own. Who takes nothing back retrains where that is not it. */
function* guardScores(first: View, mayReverse: boolean): Moves {
  const view = yield* look(first, { view: 'model', scope: EVERYONE });
  const lost = LOST_SCORES.test(panelOf(view, 'model')?.summary ?? '');
  if (lost) return yield* act(view, { kind: 'nonfinite-guard' });
  return mayReverse ? view : yield* act(view, { kind: 'retrain', recipe: 'plain' });
}

/**
 * Nothing of what the build reported is learnt from, it is counted once, and it spreads no further. With that nobody waits
 * for the mended app, which takes days and can't be taken back: it is for those who build it.
 */
function containBuild(first: View, { build }: Of<'build'>, { radius, onset }: Remedies): Moves {
  return actAll(first, [
    { kind: 'quarantine-rows', scope: radius.scope, sinceTick: Math.max(0, onset - DAY) },
    { kind: 'dedupe-events', event: 'impression', build },
    { kind: 'pause-release', build },
  ]);
}

/** The loop is cut and its head held down; the model unlearns its echo when rows of another kind have come in. */
function* containCounts(first: View): Moves {
  const cap = ordersOf(first, 'exposure-cap').toSorted((a, b) => b.perDay - a.perDay)[0];
  yield* actAll(first, [{ kind: 'normalise-popularity' }, ...(cap === undefined ? [] : [cap])]);
  const later = yield { kind: 'next-day', days: 1 };
  return yield* act(later, { kind: 'retrain', recipe: 'debiased' });
}

/** Where there are robots that act on what is reported. */
export function* holdRobots(view: View): Moves {
  return yield* actAll(view, ordersOf(view, 'suspend-robots'));
}

/**
 * Nothing is known well enough to change anything: nothing new goes out, which can be taken back, and of experiments that
 * no replay can try the one that began nearest to the onset is paused.
 */
export function* hold(first: View, onset: number): Moves {
  const experiment = experimentAmong(first, nearest(first, onset));
  return yield* actAll(first, [
    ...(stands(first, 'freeze-deploys') ? [] : [{ kind: 'freeze-deploys' } as const]),
    ...(experiment === null ? [] : ordersFor(experiment)),
  ]);
}

/** Where the group has not eased: everybody goes back, who may take a version back. */
export function* widen(
  view: View,
  suspect: Suspect,
  { radius, mayReverse }: Remedies,
): Steps<View> {
  if (suspect.what !== 'version' || !mayReverse || radius.scope === EVERYONE) return view;
  return yield* actAll(view, [
    ...(stands(view, 'stop-promotion') ? [] : [STOP_PROMOTION]),
    { kind: 'rollback-model', to: suspect.before, scope: EVERYONE },
  ]);
}
