/** The words of commands about the board: they change what is thought, take no time, and leave the world as it is. */
import type { Command, CommandKind } from './commands.ts';

const BOARD_KINDS = [
  'hypothesise',
  'suspect',
  'confidence',
  'link',
  'strike',
  'pin',
] as const satisfies readonly CommandKind[];

export type BoardCommand = Extract<Command, { kind: (typeof BOARD_KINDS)[number] }>;

const KINDS: ReadonlySet<CommandKind> = new Set(BOARD_KINDS);

export const isBoardCommand = (command: Command): command is BoardCommand =>
  KINDS.has(command.kind);

/** Per cent a hypothesis is put up with: worth a test, and far from believed. Until it is moved nobody has said it. */
export const FIRST_CONFIDENCE = 30;
