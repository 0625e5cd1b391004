/** What others were told, and what was weighed before choosing. */
import { believedOf } from '../../session/believed.ts';
import { durationLabel } from '../../sim/clock.ts';
import { draftViewOf } from '../draftView.ts';
import { claimAt, logbookOf } from '../logbook.ts';
import { at, broken, kept, principle } from './principle.ts';

/** Minutes after the page, or after taking over, by which somebody should have heard something. */
const WORD_WITHIN = { minutes: 60, days: 3 * 1440 } as const;

export const P27 = principle('P27', 'Speak plainly and honestly', [21], (run) => {
  const book = logbookOf(run);
  if (book.decidedTick === null) return 'not exercised';
  const { notes } = run.desk;
  const [first] = notes;
  if (first === undefined)
    return broken(
      'Nobody was told anything while it lasted.',
      [at(book.decidedTick, 'the decision')],
      {
        reasonable:
          'There was little to say for certain, and a note takes minutes that a look could use.',
        otherwise:
          'Who is affected, what is not known yet and when you will write again is all a first note needs.',
      },
    );
  for (const note of notes) {
    const loose = believedOf(run, note.note, note.tick).find((b) => !b.supported);
    if (loose !== undefined)
      return broken(
        `A note said more than the log held at that minute: “${loose.text}”`,
        [at(note.tick, `note to ${note.note.audience}`)],
        {
          reasonable: 'People asked for a clear answer, and a clear answer calms.',
          otherwise:
            'The more careful wording beside it was true then, and would still be true now.',
        },
      );
  }
  const draft = draftViewOf(run);
  const left = draft?.sentences.find((s) => !s.struck && !s.supported);
  if (left !== undefined)
    return broken(
      `The postmortem went out with a sentence that the log did not hold: “${left.text}”`,
      [at(book.closedTick, 'closed')],
      {
        reasonable: 'A colleague had written it, and it read like what had happened.',
        otherwise:
          'Of each sentence one may ask which reading stands behind it, and strike it where none does; what was not found out is an honest gap.',
      },
    );
  const late = first.tick - book.began.tick > WORD_WITHIN[run.scenario.clock];
  if (late)
    return broken(
      `The first word came ${durationLabel(first.tick - book.began.tick)} after ${book.began.by}.`,
      [at(first.tick, `note to ${first.note.audience}`)],
      {
        reasonable: 'It seemed better to have something to say before saying it.',
        otherwise:
          'What is not known is worth a note too; those who wait fill the silence themselves.',
      },
    );
  const dated = notes.some((n) => n.note.nextUpdateMinutes !== null);
  const told = dated
    ? 'Others heard in time what the log could carry, and when they would hear more.'
    : 'Others heard in time what the log could carry. A next time would have helped them wait.';
  return kept(
    draft === undefined ? told : `${told} The postmortem says no more than that.`,
    notes.slice(0, 3).map((n) => at(n.tick, `note to ${n.note.audience}`)),
  );
});

export const P28 = principle(
  'P28',
  'Choose by impact, risk, irreversibility and opportunity cost',
  [22],
  (run) => {
    const book = logbookOf(run);
    if (book.decidedTick === null) return 'not exercised';
    const decision = book.d0 ?? at(book.closedTick, 'closed');
    const claim = claimAt(run, book.decidedTick);
    const weighed = run.desk.radiusHistory.filter((r) => r.claim.severity !== null);
    const [first] = weighed;
    if (claim !== null && claim.severity !== null && first !== undefined)
      return kept(
        weighed.length > 1
          ? 'How much it costs was written down before choosing, and looked at again.'
          : 'How much it costs was written down before choosing.',
        [at(first.tick, `severity: ${first.claim.severity ?? 'not said'}`), decision],
      );
    return broken(
      first === undefined
        ? 'The choice was made without a word on how much harm there was to weigh.'
        : 'How much it costs was written down after the choice.',
      [decision, at(first?.tick ?? null, 'severity stated')],
      {
        reasonable: 'The page was red and somebody was asking; that feels like a measure.',
        otherwise:
          'Nobody, some or many, now or later, and whether it can be undone: one line, and it decides between waiting and acting.',
      },
    );
  },
);
