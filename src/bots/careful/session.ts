/**
 * The guide's order, with the information one has: read the page, draw the radius, ask a count that does not pass through
 * the app, see what began at the onset, put one suspect to a cheap test, contain the smallest group, verify, say so.
 */
import type { RadiusClaim } from '../../session/commands.ts';
import type { View } from '../../session/view.ts';
import { EVERYONE } from '../../sim/segments.ts';
import { CAUSE_UNKNOWN, type Closing, type Moves, type Player, type Steps } from '../bot.ts';
import { look, panelOf } from '../steps.ts';
import { contain, widen } from './containment.ts';
import { isMeterOnly } from './meter.ts';
import { onsetOf } from './onset.ts';
import { findRadius, hasEased, isCuttable, type Radius } from './radius.ts';
import { suspectsOf, type Suspect } from './suspects.ts';
import { convict } from './trial.ts';

/** Suspects that are tested, at most. */
const MOST_TRIALS = 3;
/** Minutes until a remedy can be seen in a number that is read over an hour. */
const UNTIL_SEEN = 75;
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

/** `found`: kept for the closing, which may come in mid-play. */
function* respond(first: View, mayReverse: boolean, found: (suspect: Suspect) => void): Moves {
  const drawn = yield* drawRadius(first);
  const { radius } = drawn;
  if (radius === null) return yield* hold();
  const { view: counted, meterOnly } = isCuttable(first)
    ? yield* isMeterOnly(drawn.view, radius)
    : { view: drawn.view, meterOnly: false };
  const began = yield* readOnset(counted, radius);
  let view = yield { kind: 'declare', radius: claimOf(radius, began.onset, meterOnly) };
  view = yield* look(view, { view: 'changes' });
  const suspects = suspectsOf(view, radius, began.onset).slice(0, MOST_TRIALS);
  const trial = yield* convict(view, suspects, radius.scope);
  if (trial.convicted === null) return yield* hold();
  found(trial.convicted);
  const remedies = { radius, onset: began.onset - MARGIN, mayReverse };
  view = yield* contain(trial.view, trial.convicted, remedies);
  if (isCuttable(first) && !meterOnly) {
    view = yield { kind: 'wait', minutes: UNTIL_SEEN };
    if (radius.scope !== EVERYONE) {
      view = yield* look(view, { view: 'lens', ...lensOf(first, radius) });
      if (!hasEased(view, radius)) view = yield* widen(view, trial.convicted, remedies);
    }
  }
  return yield* tell(view);
}

const lensOf = ({ lens }: View, { by }: Radius) => ({
  metric: lens.metric,
  surface: lens.surface,
  by,
});

/** Nothing is known well enough to change anything: nothing new goes out, which can be taken back. */
function* hold(): Moves {
  const view = yield { kind: 'act', act: { kind: 'freeze-deploys' } };
  return yield* tell(view);
}

/** The cause offered whose words name the suspect. */
function causeOf({ closing }: View, suspect: Suspect | null): Closing {
  if (suspect === null) return CAUSE_UNKNOWN;
  const name =
    suspect.what === 'version'
      ? suspect.version
      : suspect.what === 'build'
        ? suspect.build
        : 'count';
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
