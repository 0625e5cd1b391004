/** The latest message, on the desk; the rest is in the chat drawer. */
import type { JSX } from 'preact';
import type { MessageView } from '../../session/view.ts';
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

/** What wants an answer goes before what is merely newer. */
const latestOf = (chat: readonly MessageView[]): MessageView | undefined => {
  const others = chat.filter((message) => !message.own);
  return others.findLast((message) => message.wants) ?? others.at(-1);
};

/** `narrow`: on the small screen, where the chat follows and notes stand beside the board. */
export const Latest = ({ narrow = false }: { readonly narrow?: boolean }): JSX.Element | null => {
  const { chat } = useView();
  const desk = useDesk();
  const message = latestOf(chat);
  if (message === undefined) return null;
  return (
    <section class="card latest" aria-label="Latest message">
      <Message message={message} />
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
          onClick={() => {
            if (narrow) desk.tab.value = 'board';
            else desk.drawer.value = 'notes';
          }}
        >
          Tell them
        </button>
      </div>
    </section>
  );
};
