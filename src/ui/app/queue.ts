/**
 * What waits while a move is under way: every edit of the board, in its order, and room for one move. Edits take no time,
 * so they go first; a newer one of the same thing takes the older one's place, and so does a newer move. Whoever waits for
 * what was replaced is told that it never went.
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
  readonly edits: ReadonlySignal<readonly Command[]>;
  /** Resolves once the command has been carried out, or will not be. */
  hold(command: Command): Promise<boolean>;
  /** Takes what is to be carried out next. */
  take(): Waiting | null;
  /** The move that waits is not made; edits are. */
  cancel(): void;
  /** Nothing that waits is carried out. */
  clear(): void;
}

/** What an edit of the board is of; null for whatever is a move. */
function edited(command: Command): string | null {
  switch (command.kind) {
    case 'hypothesise':
      return JSON.stringify(command.sentence);
    case 'suspect':
      return `suspect ${command.suspect}`;
    case 'confidence':
    case 'strike':
      return `${command.kind} ${command.hypothesis}`;
    case 'link':
      return `link ${command.hypothesis} ${command.reading}`;
    case 'pin':
      return `pin ${command.reading}`;
    default:
      return null;
  }
}

export const isEdit = (command: Command): boolean => edited(command) !== null;

export const createQueue = (): MoveQueue => {
  const next = signal<Command | null>(null);
  const edits = signal<readonly Command[]>([]);
  let move: Waiting | null = null;
  let board: readonly Waiting[] = [];
  const showEdits = (): void => {
    edits.value = board.map(({ command }) => command);
  };
  const takeMove = (): Waiting | null => {
    const taken = move;
    move = null;
    next.value = null;
    return taken;
  };
  const cancel = (): void => takeMove()?.settle(false);
  const replace = (waiting: Waiting, of: string): void => {
    board.find(({ command }) => edited(command) === of)?.settle(false);
    board = [...board.filter(({ command }) => edited(command) !== of), waiting];
    showEdits();
  };
  return {
    next,
    edits,
    cancel,
    take() {
      const [first, ...later] = board;
      if (first === undefined) return takeMove();
      board = later;
      showEdits();
      return first;
    },
    hold: (command) => {
      const of = edited(command);
      return new Promise((settle) => {
        const waiting = { command, settle };
        if (of !== null) return replace(waiting, of);
        cancel();
        next.value = command;
        move = waiting;
      });
    },
    clear() {
      cancel();
      for (const { settle } of board) settle(false);
      board = [];
      showEdits();
    },
  };
};

/** The same press twice is one move. */
export const sameMove = (a: Command, b: Command): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
