/** What people write in: evidence and stakes, in their own words. */
import type { JSX } from 'preact';
import { useView } from '../play/useView.ts';
import { Locked } from './locked.tsx';

export const Tickets = (): JSX.Element => {
  const { tickets } = useView();
  if (!tickets.opened)
    return (
      <Locked
        what={tickets.count === 1 ? '1 ticket so far.' : `${tickets.count} tickets so far.`}
        price={tickets.price}
        look={{ view: 'tickets' }}
      />
    );
  return tickets.items.length === 0 ? (
    <p class="mute">Nobody has written in yet.</p>
  ) : (
    <ol class="tickets">
      {tickets.items.map((ticket) => (
        <li key={ticket.id} class="ticket">
          <p class="row spread mute">
            <span class="tag">{ticket.theme}</span>
            <time class="mono">{ticket.atLabel}</time>
          </p>
          <p>{ticket.text}</p>
        </li>
      ))}
    </ol>
  );
};
