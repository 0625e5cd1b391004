/** What is left when it is over: a cause, the evidence for it, and something that would notice next time. */
import { logbookOf } from '../logbook.ts';
import { at, broken, kept, principle } from './principle.ts';

export const P30 = principle('P30', 'Turn failure into system learning', [20], (run) => {
  const { closed } = run.desk;
  if (closed === null) return 'not exercised';
  const book = logbookOf(run);
  const prevention = run.scenario.postmortem.preventions.find((p) => p.id === closed.prevention);
  const evidence =
    run.desk.pinned.length > 0 || run.desk.hypotheses.some((h) => h.links.length > 0);
  const shown = run.desk.readings.find((r) => run.desk.pinned.includes(r.id));
  const closing = at(book.closedTick, 'closed');
  if (closed.cause !== null && prevention?.helps === true && evidence)
    return kept(
      'Closed with a cause, the readings it rests on, and a prevention that watches the mechanism.',
      [shown, closing],
    );
  return broken(
    closed.cause === null
      ? 'Closed without saying what it was.'
      : prevention === undefined
        ? 'Closed with a cause and nothing that would notice it next time.'
        : !prevention.helps
          ? `“${prevention.label}” would have slowed people down without noticing this.`
          : 'Closed with a cause that no pinned reading stands behind.',
    [closing],
    {
      reasonable: 'It was over, and the next thing was waiting.',
      otherwise:
        prevention?.helps === true && closed.cause !== null
          ? 'A cause without its reading is an opinion to whoever opens the review in spring; pinning one takes no time.'
          : 'Ask of each prevention on offer: would it have rung, when, and for whom? That is also the shortest way to say what it was.',
    },
  );
});
