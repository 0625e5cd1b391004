/** A run on disk: scenario, seed and commands, with the marks a replay is checked against. Nothing else. */
import type { Command } from './commands.ts';
import { isCommand } from './grammarCheck.ts';
import { isMark, type Mark } from './mark.ts';
import { ENVELOPE, seal, unseal, type Envelope } from './recordingFormat.ts';
import type { Run } from './run.ts';

export interface Recording extends Envelope {
  readonly scenario: string;
  readonly scenarioVersion: number;
  readonly seed: string;
  /** The world it was played in. */
  readonly world: 'standard' | 'check';
  readonly commands: readonly Command[];
  /** The page, every midnight, every move; oldest first. */
  readonly marks: readonly Mark[];
}

/** Largest recording that is read: a long run is some hundreds of kilobytes, nearly all of it hashes. */
export const MOST_CHARACTERS = 4_000_000;
const MOST_COMMANDS = 5_000;
/** A mark a command, and one for each midnight of the longest run. */
const MOST_MARKS = MOST_COMMANDS + 400;

export function recordingOf(run: Run): Recording {
  return {
    ...ENVELOPE,
    scenario: run.scenario.id,
    scenarioVersion: run.scenario.version,
    seed: run.seed,
    world: run.scenario.world.preset,
    commands: run.commands,
    marks: run.marks,
  };
}

/** Text of a recording: one JSON document with a checksum of its body. */
export function writeRecording(recording: Recording): string {
  return seal(recording, 1);
}

export type ReadResult =
  | { readonly ok: true; readonly recording: Recording }
  | { readonly ok: false; readonly message: string };

/** Reads untrusted text. Says what is wrong with it; never throws. */
export function readRecording(text: string): ReadResult {
  const no = (message: string): ReadResult => ({ ok: false, message });
  const opened = unseal(text, MOST_CHARACTERS);
  if (!opened.ok) return opened;
  const body = opened.value as Partial<Recording>;
  if (
    typeof body.scenario !== 'string' ||
    typeof body.seed !== 'string' ||
    (body.world !== 'standard' && body.world !== 'check') ||
    !Array.isArray(body.commands) ||
    !Array.isArray(body.marks)
  )
    return no('This recording lacks its scenario, seed, world, commands or hashes.');
  if (body.commands.length > MOST_COMMANDS)
    return no(
      `This recording holds ${body.commands.length} commands; ${MOST_COMMANDS} are the most that are replayed.`,
    );
  if (body.marks.length > MOST_MARKS || !body.marks.every(isMark))
    return no('The hashes of this recording are not those of a run.');
  const strange = body.commands.findIndex((command) => !isCommand(command));
  if (strange >= 0) return no(`Move ${strange + 1} of this recording is not a move of this game.`);
  return { ok: true, recording: body as Recording };
}
