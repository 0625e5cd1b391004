/** Notes sent, and what a note would leave open. */
import { durationLabel, tickLabel } from '../sim/clock.ts';
import { believedOf, registerOf } from './believed.ts';
import type { Run } from './run.ts';
import type { NoteView } from './view.ts';

export function notesOf(run: Run): NoteView[] {
  return run.desk.notes.map(({ tick, note }) => ({
    tick,
    atLabel: tickLabel(tick),
    audience: note.audience,
    text: [
      ...note.claims.flatMap((c) => registerOf(run.scenario, c)?.text ?? []),
      ...(note.nextUpdateMinutes === null
        ? []
        : [`Next word in ${durationLabel(note.nextUpdateMinutes)}.`]),
    ],
    believed: run.desk.closed === null ? [] : believedOf(run, note, tick),
  }));
}

/** What a careful engineer would still want before closing, in words. Never a gate, only a reminder. */
export function openPoints(run: Run): string[] {
  const { desk } = run;
  const open: string[] = [];
  if (desk.radiusHistory.length === 0) open.push('No radius declared.');
  else if (desk.radius.hurtLater === null) open.push('Hurt later: not said.');
  if (desk.radius.witness === null) open.push('Nobody named as fine.');
  if (desk.hypotheses.length < 2) open.push('Fewer than two hypotheses on the board.');
  if (desk.notes.length === 0) open.push('Nobody has been told.');
  const { applied } = run.pair.live;
  if (applied.some((a) => a.state === 'under way')) open.push('An order is still under way.');
  if (isReadSince(run) === false)
    open.push(
      'Nothing read since the latest order took effect: no look says that it helped. What is open is read again for nothing.',
    );
  return open;
}

/**
 * Was anything read since the latest order took effect? Null: none is in effect. What moves on the desk by itself is nobody's
 * statement; a look is, and the board holds it against the order.
 */
export function isReadSince({ desk, pair }: Run): boolean | null {
  const inEffect = pair.live.applied.filter((a) => a.state === 'in effect');
  if (inEffect.length === 0) return null;
  const latest = Math.max(...inEffect.map((a) => a.effectTick));
  return desk.readings.some(({ tick }) => tick >= latest);
}
