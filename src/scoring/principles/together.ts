/** Deciding among people: a disagreement gets a test, and the last word says what it was for. */
import { believedOf, registerOf } from '../../session/believed.ts';
import { castName } from '../../session/castName.ts';
import type { Judged } from '../judged.ts';
import { commandsOf, logbookOf, seenBy } from '../logbook.ts';
import { at, broken, kept, principle } from './principle.ts';

export const P29 = principle('P29', 'Settle disagreement with a small test', [23], (run) => {
  const book = logbookOf(run);
  if (book.decidedTick === null) return 'not exercised';
  const { decidedTick } = book;
  const pressed = run.desk.messages.find((m) => m.wants && !m.own && m.tick <= decidedTick);
  if (pressed === undefined) return 'not exercised';
  const asked = commandsOf(run, 'ask').find((c) => c.tick <= decidedTick);
  // A test that can fail: one that was ordered, or a look whose answer was said beforehand.
  const test = seenBy(book, decidedTick).find((s) => s.test !== null || s.predicted);
  const name = (id: string): string => castName(run.scenario, id);
  const entries = [
    at(pressed.tick, `${name(pressed.from)}: “${pressed.text.split('. ')[0] ?? ''}”`),
    asked === undefined ? null : at(asked.tick, `asked ${name(asked.command.who)}`),
    test,
    book.d0 ?? at(book.closedTick, 'closed'),
  ];
  if (asked !== undefined && test !== undefined)
    return kept(
      'Somebody was asked what they see in it, and a test was made that could fail.',
      entries,
    );
  if (asked !== undefined || test !== undefined) return 'not exercised';
  return broken(
    'Somebody wanted something else, and it was decided without a question and without a test.',
    entries,
    {
      reasonable: 'There was little time, and an argument in a channel seldom ends with the truth.',
      otherwise:
        'Asking takes two minutes. A look whose answer both sides have said beforehand settles it for them as well.',
    },
  );
});

export const P31 = principle('P31', 'Keep the mission in view', [25], (run) => {
  const book = logbookOf(run);
  if (book.closedTick === null) return 'not exercised';
  const from = book.d0?.tick ?? book.began.tick;
  const after = run.desk.notes.filter((n) => n.tick >= from);
  const last = after.findLast((n) => saysSomething(run, n.note) && allSupported(run, n));
  const closing = at(book.closedTick, 'closed');
  if (last !== undefined)
    return kept('The last word said what was done and for whom, and no more than was known.', [
      at(last.tick, `note to ${last.note.audience}`),
      closing,
    ]);
  const [loud] = after;
  return broken(
    loud === undefined
      ? 'It ended without a word on whom it had been done for.'
      : 'The last word did not say whom it had been done for, or said more than was known.',
    [at(loud?.tick ?? null, `note to ${loud?.note.audience ?? ''}`), closing],
    {
      reasonable: 'The figures were back and spoke for themselves.',
      otherwise:
        'Nobody outside reads the figures. Who was hurt, what they have back, and what they will not get back: that is what all of it was for.',
    },
  );
});

type Note = Judged['desk']['notes'][number];

/** A claim that rests on something: a radius that was drawn, a reading, a remedy. */
function saysSomething({ scenario }: Judged, note: Note['note']): boolean {
  return note.claims.some((claim) =>
    registerOf(scenario, claim)?.needs.some(({ need }) => need !== 'never'),
  );
}

const allSupported = (run: Judged, { note, tick }: Note): boolean =>
  believedOf(run, note, tick).every((b) => b.supported);
