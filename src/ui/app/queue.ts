/**
 * Room for one move while another is under way. A newer one takes its place; whoever waits for the older one is told
 * that it never went.
 */
import { signal, type ReadonlySignal } from '@preact/signals';
import type { Command } from '../../session/commands.ts';

export interface Waiting {
  readonly command: Command;
  /** What became of it: accepted, or refused, replaced or cancelled. */
  readonly settle: (accepted: boolean) => void;
}

export interface MoveQueue {
  readonly next: ReadonlySignal<Command | null>;
  /** Resolves once the move has been carried out, or will not be. */
  hold(command: Command): Promise<boolean>;
  /** Takes the waiting move out, to be carried out now. */
  take(): Waiting | null;
  cancel(): void;
}

export const createQueue = (): MoveQueue => {
  const next = signal<Command | null>(null);
  let waiting: Waiting | null = null;
  const take = (): Waiting | null => {
    const taken = waiting;
    waiting = null;
    next.value = null;
    return taken;
  };
  const cancel = (): void => take()?.settle(false);
  return {
    next,
    take,
    cancel,
    hold: (command) => {
      cancel();
      next.value = command;
      return new Promise((settle) => {
        waiting = { command, settle };
      });
    },
  };
};

/** The same press twice is one move. */
export const sameMove = (a: Command, b: Command): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
