/** A status note from facts on offer, each in registers from careful to too certain; and the player's own scratch pad. */
import type { JSX } from 'preact';
import type { NoteDraft } from '../../session/commands.ts';
import { useApp } from '../app/context.ts';
import { Mark } from '../app/mark.tsx';
import { minutes } from '../format.ts';
import { useView } from '../play/useView.ts';

const AUDIENCES: readonly NoteDraft['audience'][] = ['team', 'partners', 'creators'];
/** Minutes until the next word, as the clock of the incident goes. */
const UPDATES = { minutes: [15, 30, 60], days: [1440, 3 * 1440, 7 * 1440] } as const;
const USUAL = { minutes: 30, days: 1440 } as const;

const Composer = (): JSX.Element => {
  const { run } = useApp();
  const { offers, clock, notes } = useView();
  const blank: NoteDraft = { audience: 'team', claims: [], nextUpdateMinutes: USUAL[clock] };
  const note = run.note.value ?? blank;
  // A drawer closes and a page reloads; what was begun is there again.
  const change = (part: Partial<NoteDraft>): void => {
    const next = { ...(run.note.peek() ?? blank), ...part };
    const isBegun =
      next.claims.length > 0 ||
      next.audience !== blank.audience ||
      next.nextUpdateMinutes !== blank.nextUpdateMinutes;
    run.note.value = isBegun ? next : null;
    void run.save();
  };
  const isChosen = (offer: string, register: string): boolean =>
    note.claims.some((claim) => claim.offer === offer && claim.register === register);
  const choose = (offer: string, register: string): void => {
    const others = note.claims.filter((claim) => claim.offer !== offer);
    const claims = isChosen(offer, register) ? others : [...others, { offer, register }];
    // In the order in which they are on offer, whichever was chosen first.
    const place = new Map(offers.map(({ id }, at) => [id, at]));
    change({ claims: claims.toSorted((a, b) => place.get(a.offer)! - place.get(b.offer)!) });
  };
  const send = async (): Promise<void> => {
    const sent = run.note.peek();
    // What was begun while it was on its way is another note.
    if (!(await run.send({ kind: 'say', note })) || run.note.peek() !== sent) return;
    run.note.value = null;
    void run.save();
  };
  const last = notes.at(-1);
  return (
    <section class="stack" aria-label="Write a note">
      <div class="row wrap">
        <span class="label">To</span>
        {AUDIENCES.map((entry) => (
          <button
            key={entry}
            type="button"
            class="chip"
            aria-pressed={note.audience === entry}
            onClick={() => change({ audience: entry })}
          >
            {entry}
          </button>
        ))}
      </div>
      {offers.map((offer) => (
        <fieldset key={offer.id} class="offer">
          <legend class="label">{offer.topic}</legend>
          {offer.registers.map((register) => (
            <button
              key={register.id}
              type="button"
              class="offer-line"
              aria-pressed={isChosen(offer.id, register.id)}
              onClick={() => choose(offer.id, register.id)}
            >
              {register.text}
            </button>
          ))}
        </fieldset>
      ))}
      <div class="row wrap">
        <span class="label">Next update</span>
        {[null, ...UPDATES[clock]].map((entry) => (
          <button
            key={String(entry)}
            type="button"
            class="chip"
            aria-pressed={note.nextUpdateMinutes === entry}
            onClick={() => change({ nextUpdateMinutes: entry })}
          >
            {entry === null ? 'not promised' : `in ${minutes(entry)}`}
          </button>
        ))}
        <button
          type="button"
          class="button next-to"
          disabled={note.claims.length === 0}
          onClick={() => void send()}
        >
          Send the note
        </button>
        {note.claims.length === 0 && last !== undefined && (
          <span class="mute">
            Sent to {last.audience} at {last.atLabel}.
          </span>
        )}
      </div>
    </section>
  );
};

export const Notes = (): JSX.Element => {
  const { run } = useApp();
  const { notes } = useView();
  return (
    <div class="two-columns">
      <Composer />
      <div class="stack">
        <section aria-label="Sent notes" class="stack">
          <h3 class="label">Sent</h3>
          {notes.length === 0 && <p class="mute">Nobody has heard from you yet.</p>}
          {notes.toReversed().map((note) => (
            <article key={`${note.atLabel}-${note.audience}`} class="sent-note">
              <p class="mute">
                <time class="mono">{note.atLabel}</time> to {note.audience}
              </p>
              <p>{note.text.join(' ')}</p>
              {note.believed.length > 0 && (
                <ul class="believed">
                  {note.believed.map((belief) => (
                    <li key={belief.text} class={belief.supported ? '' : 'wrong'}>
                      <Mark
                        shape={belief.supported ? 'tick' : 'cross'}
                        label={belief.supported ? 'true then' : 'not supported'}
                      />{' '}
                      {belief.text}
                    </li>
                  ))}
                </ul>
              )}
            </article>
          ))}
        </section>
        <label class="field">
          <span>Scratch pad, for your eyes only; saved with the run</span>
          <textarea
            class="input scratch"
            rows={5}
            value={run.scratch.value}
            onInput={(event) => {
              run.scratch.value = event.currentTarget.value;
              void run.save();
            }}
          />
        </label>
      </div>
    </div>
  );
};
