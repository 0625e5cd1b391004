/** A view that has to be opened once, and what that costs. */
import type { JSX } from 'preact';
import type { Look } from '../../session/commands.ts';
import { useApp } from '../app/context.ts';

export interface LockedProps {
  readonly what: string;
  readonly price: number;
  readonly look: Look;
}

export const Locked = ({ what, price, look }: LockedProps): JSX.Element => {
  const { run } = useApp();
  return (
    <div class="locked">
      <p class="soft">{what}</p>
      <button type="button" class="button" onClick={() => void run.send({ kind: 'look', look })}>
        Open <span class="mono mute">{price} min</span>
      </button>
    </div>
  );
};
