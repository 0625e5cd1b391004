/**
 * The guide's order, with the information one has: read the page, draw the radius, ask a count that does not pass through
 * the app, see what began at the onset, find whom to blame, contain the smallest group, verify, say so.
 */
import type { RadiusClaim } from '../../session/commands.ts';
import type { View } from '../../session/view.ts';
import { EVERYONE } from '../../sim/segments.ts';
import type { Moves, Steps } from '../bot.ts';
import { look, shownAs } from '../steps.ts';
import { attempt } from './attempt.ts';
import { hold, holdRobots } from './containment.ts';
import { LEADS, LEADS_TO_NOBODY, type Known, type Lead } from './leads.ts';
import { isOfSaves, readMeter, type Meter } from './meter.ts';
import { onsetOf } from './onset.ts';
import { findSlowVersion, isSlow, relieve } from './overload.ts';
import { findLate, findRadius, isCuttable, type Radius } from './radius.ts';
import { nameOf, type Suspect } from './suspects.ts';
import { standing, verify } from './verify.ts';

/** What was done about so many was taken back: then nobody is tried any more. */
const MOST_WRONG = 3;

/** Of the number of the page. */
const nobodyInParticular = ({ lens: { metric, surface } }: View): Radius => ({
  metric,
  surface,
  by: [],
  scope: EVERYONE,
  witness: null,
  deviation: 0,
  error: 0,
  arm: null,
  surge: null,
});

/** Who is behind it, as far as is known: kept for the closing, which may come in mid-play. */
type Told = (suspect: Suspect | null) => void;

export interface Manner {
  /** May a version be taken back at all? */
  readonly mayReverse: boolean;
  readonly told: Told;
}

export function* respond(first: View, manner: Manner): Moves {
  const drawn = yield* drawRadius(first);
  let { view, radius } = drawn;
  let leads = radius === null ? LEADS_TO_NOBODY : LEADS;
  if (isSlow(first)) {
    const served = yield* findSlowVersion(view);
    if (served.suspect === null)
      return yield* respondToLoad(served.view, radius ?? nobodyInParticular(first));
    const { suspect } = served;
    leads = [{ thinks: () => suspect }, ...leads];
    const late = yield* findLate(served.view);
    view = late.view;
    radius = late.radius ?? radius;
  }
  const read = yield* readOnset(view, radius);
  view = yield* look(read.view, { view: 'changes' });
  const known = { ...read, radius: radius ?? nobodyInParticular(first) };
  return yield* search(view, known, leads, manner);
}

/** A number of the whole service, as of who is shown, has no radius among people. */
function* drawRadius(first: View): Steps<{ view: View; radius: Radius | null }> {
  if (isCuttable(first)) return yield* findRadius(first);
  const view = yield* look(first, { view: 'ecosystem' });
  return { view, radius: nobodyInParticular(first) };
}

/**
 * Is it people or a meter, and since when; then the radius is declared. Where none stands out of its noise, the page is all
 * that is known.
 */
function* readOnset(
  first: View,
  radius: Radius | null,
): Steps<{ view: View; onset: number; meter: Meter }> {
  const paged = first.now.tick - first.now.minutesSincePage;
  if (radius === null) return { view: first, onset: paged, meter: 'people' };
  const { view: counted, meter } = isOfSaves(radius)
    ? yield* readMeter(first, radius)
    : { view: first, meter: 'people' as const };
  const { metric } = radius;
  let view = yield* look(counted, { view: 'metric', metric, by: null, scope: radius.scope });
  const plot = shownAs(view, 'metric', 'series');
  const onset = (plot === null ? null : onsetOf(plot)) ?? paged;
  const meterOnly = meter !== 'people';
  view = yield { kind: 'declare', radius: claimOf(radius, onset, meterOnly) };
  // Robots believe the number: where that is wrong, they are held before anything is tried.
  if (meterOnly) view = yield* holdRobots(view);
  return { view, onset, meter };
}

function claimOf(radius: Radius, sinceTick: number, meterOnly: boolean): RadiusClaim {
  return {
    reading: radius.scope,
    hurtNow: meterOnly ? [] : radius.scope,
    hurtLater: radius.scope,
    witness: radius.witness,
    sinceTick,
    severity: meterOnly ? 'low' : 'high',
  };
}

/** Lead by lead, until what is done about somebody is seen to help. */
function* search(
  first: View,
  known: Omit<Known, 'cleared'>,
  leads: readonly Lead[],
  { mayReverse, told }: Manner,
): Moves {
  let view = first;
  const cleared = new Set<string>();
  for (const lead of leads) {
    let suspect: Suspect | null;
    const now = { ...known, cleared };
    if ('thinks' in lead) suspect = lead.thinks(view, now);
    else ({ view, suspect } = yield* lead.looks(view, now));
    if (suspect === null || cleared.has(nameOf(suspect))) continue;
    told(suspect);
    const tried = yield* attempt(view, suspect, now, mayReverse);
    view = tried.view;
    if (!tried.isWrong) return yield* tell(view);
    told(null);
    cleared.add(nameOf(suspect));
    if (cleared.size === MOST_WRONG) break;
  }
  return yield* tell(yield* hold(view, known.onset));
}

/** The machines are behind: whom it reaches is written down, and they are relieved. */
function* respondToLoad(first: View, radius: Radius): Moves {
  const began = first.now.tick - first.now.minutesSincePage;
  const view = yield { kind: 'declare', radius: claimOf(radius, began, false) };
  const before = standing(view);
  const seen = yield* verify(before, yield* relieve(view), null);
  return yield* tell(seen.view);
}

/** Says to the team what is offered, each in its first wording. */
function* tell(view: View): Moves {
  if (view.offers.length === 0) return view;
  const claims = view.offers.map(({ id, registers }) => ({
    offer: id,
    register: registers[0]!.id,
  }));
  return yield { kind: 'say', note: { audience: 'team', claims, nextUpdateMinutes: 60 } };
}
