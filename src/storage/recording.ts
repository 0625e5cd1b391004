/**
 * A run as the page keeps it in a link or a file: scenario, seed and commands, nothing else. Whatever comes from outside
 * is untrusted: size-limited, checked for shape here, and checked again by the session that replays it. A recording with
 * a run's hashes is read too; they are left to whoever verifies it.
 */
import type { Command, CommandKind } from '../session/commands.ts';
import { ENVELOPE, seal, unseal, type Opened } from '../session/recordingFormat.ts';

/** Longest recording accepted, in characters. A long incident is about 100,000, nearly all of it hashes. */
export const RECORDING_LIMIT = 2_000_000;
const COMMAND_LIMIT = 4_000;
const DEPTH_LIMIT = 12;

export interface Recording {
  readonly scenario: string;
  readonly seed: string;
  readonly commands: readonly Command[];
}

/** Keyed by kind, so that a new command does not compile until it is listed. */
const KINDS: Readonly<Record<CommandKind, true>> = {
  look: true,
  declare: true,
  hypothesise: true,
  suspect: true,
  confidence: true,
  link: true,
  strike: true,
  pin: true,
  test: true,
  act: true,
  undo: true,
  ask: true,
  say: true,
  wait: true,
  'next-day': true,
  close: true,
};

export const encodeRecording = ({ scenario, seed, commands }: Recording): string => {
  const body = { ...ENVELOPE, scenario, seed, commands };
  return seal(body);
};

const refuse = (message: string): { readonly ok: false; readonly message: string } => ({
  ok: false,
  message,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Nothing deeper than a command ever is: a guard against text made to exhaust the stack. */
const shallow = (value: unknown, depth: number): boolean => {
  if (depth > DEPTH_LIMIT) return false;
  if (Array.isArray(value)) return value.every((entry) => shallow(entry, depth + 1));
  if (isObject(value)) return Object.values(value).every((entry) => shallow(entry, depth + 1));
  return true;
};

const isCommand = (value: unknown): value is Command =>
  isObject(value) &&
  typeof value['kind'] === 'string' &&
  Object.hasOwn(KINDS, value['kind']) &&
  shallow(value, 0);

export const decodeRecording = (text: string): Opened<Recording> => {
  const opened = unseal(text, RECORDING_LIMIT);
  if (!opened.ok) return opened;
  const { scenario, seed, commands } = opened.value;
  if (typeof scenario !== 'string' || !/^[\w.~-]{1,80}$/.test(scenario))
    return refuse('The recording does not say which incident it belongs to.');
  if (typeof seed !== 'string' || seed.length === 0 || seed.length > 120)
    return refuse('The recording has no usable seed.');
  if (!Array.isArray(commands) || commands.length > COMMAND_LIMIT)
    return refuse('The recording has no usable list of moves.');
  const moves: Command[] = [];
  for (const [index, command] of commands.entries()) {
    if (!isCommand(command)) return refuse(`Move ${index + 1} of the recording is not a move.`);
    moves.push(command);
  }
  return { ok: true, value: { scenario, seed, commands: moves } };
};
