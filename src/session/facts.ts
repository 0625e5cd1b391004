/** What the chart may know of the player, folded from the log. */
import type { Facts } from '../incident/facts.ts';
import { isStanding } from '../sim/delivery/control.ts';
import type { Run } from './run.ts';

export function factsOf(run: Run): Facts {
  const { applied } = run.pair.live;
  const standing = applied.filter(isStanding);
  const looked = new Set<string>();
  for (const event of run.log)
    if ((event.kind === 'command' || event.kind === 'inherited') && event.command.kind === 'look')
      looked.add(event.command.look.view);
  const lastNote = run.desk.notes[run.desk.notes.length - 1]?.tick ?? -1;
  const since = Math.max(
    -1,
    ...standing.map((a) => a.effectTick),
    standing.length === 0 ? (run.desk.radiusHistory[0]?.tick ?? -1) : -1,
  );
  return {
    acted: standing.map((a) => a.spec.kind),
    underWay: standing.some((a) => a.state === 'under way'),
    looked: [...looked],
    declared: run.desk.radiusHistory.length > 0,
    reasoned: run.desk.hypotheses.length > 0,
    said: run.desk.notes.length > 0,
    reported: lastNote >= 0 && lastNote >= since,
    closed: run.desk.closed !== null,
  };
}
