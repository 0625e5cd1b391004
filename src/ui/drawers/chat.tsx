/** People: what they said, and asking one of them. An answer takes as long as it takes. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';
import { nearestTo } from '../cursor/time.ts';
import { Avatar } from '../play/avatar.tsx';
import { useDesk } from '../play/desk.ts';
import { Message } from '../play/latest.tsx';
import { useView } from '../play/useView.ts';

const Ask = (): JSX.Element => {
  const { run } = useApp();
  const { cast } = useView();
  const who = useSignal<string | null>(null);
  return (
    <section aria-labelledby="ask-title">
      <h3 id="ask-title" class="label">
        Ask an owner
      </h3>
      <ul class="cast">
        {cast.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              class="cast-person"
              aria-expanded={who.value === person.id}
              onClick={() => (who.value = who.value === person.id ? null : person.id)}
            >
              <Avatar name={person.name} />
              <span>
                <b>
                  {person.name}, {person.role}
                </b>
                <span class="mute">{person.available}</span>
              </span>
              <span class="mono mute">{person.cost} + ?</span>
            </button>
            {who.value === person.id && (
              <div class="chips cast-topics">
                {person.topics.map((topic) => (
                  <button
                    key={topic.id}
                    type="button"
                    class="chip"
                    onClick={() => void run.send({ kind: 'ask', who: person.id, about: topic.id })}
                  >
                    {topic.label}
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

export const Chat = (): JSX.Element => {
  const { chat } = useView();
  const cursor = useDesk().marks.cursor.value;
  const near =
    cursor === null
      ? null
      : nearestTo(
          chat.map((message) => message.tick),
          cursor.tick,
        );
  return (
    <div class="two-columns">
      <section aria-label="Messages" class="messages">
        {chat
          .map((message, index) => (
            <div
              key={message.id}
              class={index === near ? 'near' : ''}
              aria-current={index === near ? 'time' : undefined}
            >
              <Message message={message} />
            </div>
          ))
          .toReversed()}
        {chat.length === 0 && <p class="mute">Nobody has said anything yet.</p>}
      </section>
      <Ask />
    </div>
  );
};
