/** One suspect dealt with: what holds it is ordered for whom it hurts, seen to work or taken back, and else for everybody. */
import type { View } from '../../session/view.ts';
import type { Steps } from '../bot.ts';
import { look } from '../steps.ts';
import { contain, widen } from './containment.ts';
import type { Known } from './leads.ts';
import { isSlow } from './overload.ts';
import { hasEased, isCuttable, lensOf, type Radius } from './radius.ts';
import type { Suspect } from './suspects.ts';
import { showsAtOnce, standing, takeBackSince, untilSeen, verify } from './verify.ts';

/** `mayReverse`: whether a version may be taken back at all. `isWrong`: it was not that, and nothing is left of it. */
export function* attempt(
  first: View,
  suspect: Suspect,
  { radius: drawn, onset, meter }: Known,
  mayReverse: boolean,
): Steps<{ view: View; isWrong: boolean }> {
  const radius = radiusFor(suspect, drawn);
  const remedies = { radius, onset, mayReverse };
  const before = standing(first);
  let view = yield* contain(first, suspect, remedies);
  // What is counted wrong does not tell how people are, and without saves that nobody made it has to fall.
  const tells = isCuttable(first) && meter === 'people' && suspect.what !== 'accounts';
  if (!tells) return { view, isWrong: false };
  const wasSlow = isSlow(first);
  const helped = (now: View): boolean => hasEased(now, radius) && !(wasSlow && isSlow(now));
  // What a lot has shown stands, however slowly people come back.
  const stands = suspect.what === 'version' && suspect.version === radius.arm;
  const seen = stands
    ? { view: yield* untilSeen(view), isWrong: false }
    : yield* verify(before, view, suspect);
  if (seen.isWrong || radius.by.length === 0) return seen;
  view = yield* look(seen.view, { view: 'lens', ...lensOf(radius) });
  if (helped(view)) return { view, isWrong: false };
  if (suspect.what === 'version' && mayReverse) {
    view = yield* widen(view, suspect, remedies);
    if (stands) return { view, isWrong: false };
    const again = yield* verify(before, view, suspect);
    if (again.isWrong) return again;
    view = yield* look(again.view, { view: 'lens', ...lensOf(radius) });
    if (helped(view)) return { view, isWrong: false };
  } else if (stands || !showsAtOnce(suspect)) return { view, isWrong: false };
  return { view: yield* takeBackSince(before, view), isWrong: true };
}

/** The radius as drawn, or all whom a version serves. */
function radiusFor(suspect: Suspect, drawn: Radius): Radius {
  const isForAll = suspect.what === 'version' && suspect.forAll === true;
  if (!isForAll || drawn.by.length === 0) return drawn;
  const arm = suspect.version;
  return { ...drawn, by: ['arm'], scope: [{ arm: [arm] }], arm };
}
