/**
 * What waits while a move is under way: every edit of the board, in its order, and room for one move. Edits take no time,
 * so they go first; a newer one of the same thing takes the older one's place, and so does a newer move. Whoever waits for
 * what was replaced is told that it never went.
 */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { isBoardCommand, type BoardCommand } from '../../session/boardWords.ts';
import type { Command } from '../../session/commands.ts';

export interface Waiting<C extends Command = Command> {
  readonly command: C;
  /** What became of it: accepted, or refused, replaced or cancelled. */
  readonly settle: (accepted: boolean) => void;
}

export interface MoveQueue {
  readonly next: ReadonlySignal<Command | null>;
  readonly edits: ReadonlySignal<readonly BoardCommand[]>;
  /** Resolves once the command has been carried out, or will not be. */
  hold(command: Command): Promise<boolean>;
  /** Takes what is to be carried out next. */
  take(): Waiting | null;
  /** The move that waits is not made; edits are. */
  cancel(): void;
  /** Nothing that waits is carried out. */
  clear(): void;
}

/** What an edit of the board is of. */
function subjectOf(edit: BoardCommand): string {
  switch (edit.kind) {
    case 'hypothesise':
      return JSON.stringify(edit.sentence);
    case 'suspect':
      return `suspect ${edit.suspect}`;
    case 'confidence':
    case 'strike':
      return `${edit.kind} ${edit.hypothesis}`;
    case 'link':
      return `link ${edit.hypothesis} ${edit.reading}`;
    case 'pin':
      return `pin ${edit.reading}`;
  }
}

export const createQueue = (): MoveQueue => {
  const move = signal<Waiting | null>(null);
  const board = signal<readonly Waiting<BoardCommand>[]>([]);
  const takeMove = (): Waiting | null => {
    const taken = move.value;
    move.value = null;
    return taken;
  };
  const cancel = (): void => takeMove()?.settle(false);
  const replace = (waiting: Waiting<BoardCommand>): void => {
    const of = subjectOf(waiting.command);
    board.value.find(({ command }) => subjectOf(command) === of)?.settle(false);
    board.value = [...board.value.filter(({ command }) => subjectOf(command) !== of), waiting];
  };
  return {
    next: computed(() => move.value?.command ?? null),
    edits: computed(() => board.value.map(({ command }) => command)),
    cancel,
    take() {
      const [first, ...later] = board.value;
      if (first === undefined) return takeMove();
      board.value = later;
      return first;
    },
    hold: (command) =>
      new Promise((settle) => {
        if (isBoardCommand(command)) return replace({ command, settle });
        cancel();
        move.value = { command, settle };
      }),
    clear() {
      cancel();
      for (const { settle } of board.value) settle(false);
      board.value = [];
    },
  };
};

/** The same press twice is one move. */
export const sameMove = (a: Command, b: Command): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
