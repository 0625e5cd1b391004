/** The latest message, on the desk; the rest is in the chat drawer. */
import type { JSX } from 'preact';
import type { MessageView, NoteView } from '../../session/view.ts';
import { Avatar } from './avatar.tsx';
import { useDesk } from './desk.ts';
import { useView } from './useView.ts';

export const Message = ({ message }: { readonly message: MessageView }): JSX.Element => (
  <article class={message.own ? 'message own' : 'message'}>
    <Avatar name={message.from} />
    <div>
      <p class="message-head">
        <b>{message.own ? 'You' : `${message.from}, ${message.role}`}</b>
        <time class="mono mute" title={message.atLabel}>
          {message.atLabel.split(' ').at(-1)}
        </time>
      </p>
      <p>{message.text}</p>
    </div>
  </article>
);

/** The newest of the others, and who asked before that and has had no note since. */
export function latestOf(
  chat: readonly MessageView[],
  notes: readonly NoteView[],
): { readonly message: MessageView | undefined; readonly waiting: MessageView | undefined } {
  const message = chat.findLast(({ own }) => !own);
  const told = notes.at(-1)?.tick ?? -1;
  const waiting = chat.findLast(({ wants, tick }) => wants && tick >= told);
  return { message, waiting: waiting === message ? undefined : waiting };
}

/** `narrow`: on the small screen, where the chat follows. */
export const Latest = ({ narrow = false }: { readonly narrow?: boolean }): JSX.Element | null => {
  const { chat, notes } = useView();
  const desk = useDesk();
  const { message, waiting } = latestOf(chat, notes);
  if (message === undefined) return null;
  return (
    <section class="card latest" aria-label="Latest message">
      <Message message={message} />
      {waiting !== undefined && (
        <p class="soft">
          {waiting.from} asked at {waiting.atLabel.split(' ').at(-1)} and waits for a word.
        </p>
      )}
      <div class="row">
        {!narrow && (
          <button type="button" class="button small" onClick={() => (desk.drawer.value = 'chat')}>
            Ask somebody
          </button>
        )}
        <button
          type="button"
          class="button small"
          title="A status note: what you know, what you do, and when you will say more"
          onClick={() => (desk.drawer.value = 'notes')}
        >
          Tell them
        </button>
      </div>
    </section>
  );
};
