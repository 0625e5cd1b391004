/**
 * The guide's order, with the information one has: read the page, draw the radius, ask a count that does not pass through
 * the app, see what began at the onset, put one suspect to a cheap test, contain the smallest group, verify, say so.
 */
import type { RadiusClaim } from '../../session/commands.ts';
import type { View } from '../../session/view.ts';
import { EVERYONE } from '../../sim/segments.ts';
import { CAUSE_UNKNOWN, type Closing, type Moves, type Player, type Steps } from '../bot.ts';
import { look, panelOf } from '../steps.ts';
import { contain, hold, holdRobots, widen } from './containment.ts';
import { readMeter, type Meter } from './meter.ts';
import { onsetOf } from './onset.ts';
import { isSlow, relieve } from './overload.ts';
import { findRadius, hasEased, isCuttable, type Radius } from './radius.ts';
import { findStage } from './stage.ts';
import { suspectsOf, type Suspect } from './suspects.ts';
import { convict } from './trial.ts';
import { standing, verify } from './verify.ts';

/** Suspects that are tested, at most. */
const MOST_TRIALS = 3;
/** Rows set aside before the onset that was read off noisy points: minutes. They are cheap to lose. */
const MARGIN = 24 * 60;
/** Confidence after a test that came out as expected, per cent. */
const TESTED = 80;

const NOBODY_IN_PARTICULAR: Radius = {
  by: [],
  scope: EVERYONE,
  witness: null,
  deviation: 0,
  error: 0,
};

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

/** The number of the page over time, of those of the radius. */
function* readOnset(first: View, radius: Radius): Steps<{ view: View; onset: number }> {
  const { metric } = first.lens;
  const view = yield* look(first, { view: 'metric', metric, by: null, scope: radius.scope });
  const panel = panelOf(view, 'metric');
  const onset = panel?.kind === 'series' ? onsetOf(panel) : null;
  return { view, onset: onset ?? view.now.tick - view.now.minutesSincePage };
}

/** A number of the whole service, as of who is shown, has no radius among people. */
function* drawRadius(first: View): Steps<{ view: View; radius: Radius | null }> {
  if (isCuttable(first)) return yield* findRadius(first);
  const view = yield* look(first, { view: 'ecosystem' });
  return { view, radius: NOBODY_IN_PARTICULAR };
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

/** Who is behind it, as far as is known: kept for the closing, which may come in mid-play. */
type Found = (suspect: Suspect | null) => void;

function* respond(first: View, mayReverse: boolean, found: Found): Moves {
  const drawn = yield* drawRadius(first);
  const { radius } = drawn;
  if (isSlow(first)) return yield* respondToLoad(drawn.view, radius ?? NOBODY_IN_PARTICULAR);
  if (radius === null) return yield* respondToNobody(drawn.view, mayReverse, found);
  const { view: counted, meter } = isCuttable(first)
    ? yield* readMeter(drawn.view, radius)
    : { view: drawn.view, meter: 'people' as Meter };
  const began = yield* readOnset(counted, radius);
  const meterOnly = meter !== 'people';
  let view = yield { kind: 'declare', radius: claimOf(radius, began.onset, meterOnly) };
  // Robots believe the number: where that is wrong, they are held before anything is tried.
  if (meterOnly) view = yield* holdRobots(view);
  view = yield* look(view, { view: 'changes' });
  const suspects = suspectsOf(view, radius, began.onset)
    // No ranker loses saves between the app and the number.
    .filter(({ what }) => meter !== 'lost' || what === 'build')
    .slice(0, MOST_TRIALS);
  const trial = yield* convict(view, suspects, radius.scope);
  view = trial.view;
  let suspect = trial.convicted;
  if (suspect === null && meter === 'lost') suspect = { what: 'job' };
  if (suspect === null && !meterOnly) {
    const searched = yield* findStage(view, began.onset);
    view = searched.view;
    suspect = searched.stage;
  }
  if (suspect === null) return yield* tell(yield* hold(view, began.onset));
  found(suspect);
  const remedies = { radius, onset: began.onset - MARGIN, mayReverse };
  const before = standing(view);
  view = yield* contain(view, suspect, remedies);
  if (isCuttable(first) && !meterOnly) {
    const seen = yield* verify(before, view, suspect);
    view = seen.view;
    if (seen.isWrong) return yield* afterTheWrongOne(view, began.onset, found);
    if (radius.scope !== EVERYONE) {
      view = yield* look(view, { view: 'lens', ...lensOf(first, radius) });
      if (!hasEased(view, radius)) view = yield* widen(view, suspect, remedies);
    }
  }
  return yield* tell(view);
}

/** The machines are behind: whom it reaches is written down, and they are relieved. */
function* respondToLoad(first: View, radius: Radius): Moves {
  const began = first.now.tick - first.now.minutesSincePage;
  const view = yield { kind: 'declare', radius: claimOf(radius, began, false) };
  const before = standing(view);
  const seen = yield* verify(before, yield* relieve(view), null);
  return yield* tell(seen.view);
}

/** What was taken back is no suspect any longer, and nobody is left. */
function* afterTheWrongOne(view: View, onset: number, found: Found): Moves {
  found(null);
  return yield* tell(yield* hold(view, onset));
}

/** No group stands out of its noise: whether a stage does can still be read. */
function* respondToNobody(first: View, mayReverse: boolean, found: Found): Moves {
  const onset = first.now.tick - first.now.minutesSincePage;
  const changes = yield* look(first, { view: 'changes' });
  const { view, stage } = yield* findStage(changes, onset);
  if (stage === null) return yield* tell(yield* hold(view, null));
  found(stage);
  const remedies = { radius: NOBODY_IN_PARTICULAR, onset: onset - MARGIN, mayReverse };
  const before = standing(view);
  const seen = yield* verify(before, yield* contain(view, stage, remedies), stage);
  return seen.isWrong ? yield* afterTheWrongOne(seen.view, onset, found) : yield* tell(seen.view);
}

const lensOf = ({ lens }: View, { by }: Radius) => ({
  metric: lens.metric,
  surface: lens.surface,
  by,
});

/** What of a suspect the words of a cause would hold. */
function nameOf(suspect: Suspect): string {
  switch (suspect.what) {
    case 'version':
      return suspect.version;
    case 'build':
      return suspect.build;
    case 'counts':
      return 'count';
    case 'source':
      return 'index';
    case 'blend':
      return 'weight';
    case 'filter':
    case 'job':
      return suspect.what;
  }
}

/** The cause offered whose words name the suspect. */
function causeOf({ closing }: View, suspect: Suspect | null): Closing {
  if (suspect === null) return CAUSE_UNKNOWN;
  const name = nameOf(suspect);
  const cause = closing.causes.find(({ label }) => label.toLowerCase().includes(name));
  return cause === undefined
    ? CAUSE_UNKNOWN
    : { ...CAUSE_UNKNOWN, cause: cause.id, confidence: TESTED };
}

/** `mayReverse`: whether a version may be taken back at all. */
export function careful(mayReverse: boolean): Player {
  let suspect: Suspect | null = null;
  return {
    moves: (first) => respond(first, mayReverse, (convicted) => (suspect = convicted)),
    closing: (last) => causeOf(last, suspect),
  };
}
