/** A run on disk: scenario, seed and commands, with the state hash per day to check a replay against. Nothing else. */
import { hashString } from '../determinism/hash.ts';
import { dayOf } from '../sim/clock.ts';
import { stateHash } from '../sim/stateHash.ts';
import type { Command } from './commands.ts';
import { isCommand } from './grammarCheck.ts';
import { now, type Run } from './run.ts';

/** Rises with every change of the simulator that changes what happens. */
export const SIMULATOR_VERSION = 1;
const FORMAT = 'blast-radius/run';

export interface Recording {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly scenario: string;
  readonly scenarioVersion: number;
  readonly seed: string;
  /** The world it was played in. */
  readonly world: 'standard' | 'check';
  readonly commands: readonly Command[];
  /** State of the live world after the last command. */
  readonly end: { readonly tick: number; readonly day: number; readonly hash: string };
}

/** Largest recording that is read: a long run is some tens of kilobytes. */
export const MOST_CHARACTERS = 2_000_000;
const MOST_COMMANDS = 5_000;

export function recordingOf(run: Run): Recording {
  return {
    format: FORMAT,
    version: SIMULATOR_VERSION,
    scenario: run.scenario.id,
    scenarioVersion: run.scenario.version,
    seed: run.seed,
    world: run.scenario.world.preset,
    commands: run.commands,
    end: { tick: now(run), day: dayOf(now(run)), hash: stateHash(run.pair.live) },
  };
}

/** Text of a recording: one JSON document with a checksum of its body. */
export function writeRecording(recording: Recording): string {
  const body = JSON.stringify(recording);
  return JSON.stringify({ ...recording, checksum: hashString(body) }, null, 1);
}

export type ReadResult =
  | { readonly ok: true; readonly recording: Recording }
  | { readonly ok: false; readonly message: string };

/** Reads untrusted text. Says what is wrong with it; never throws. */
export function readRecording(text: string): ReadResult {
  const no = (message: string): ReadResult => ({ ok: false, message });
  if (text.length > MOST_CHARACTERS)
    return no(`This file is larger than any recording (${text.length} characters).`);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return no('This recording is cut off or is not a recording: it does not end as JSON should.');
  }
  if (typeof data !== 'object' || data === null || (data as { format?: unknown }).format !== FORMAT)
    return no('This file is not a recording of Blast Radius.');
  const { checksum, ...body } = data as Recording & { checksum?: unknown };
  if (body.version !== SIMULATOR_VERSION)
    return no(
      `This recording was made by simulator version ${String(body.version)}; this is version ${SIMULATOR_VERSION}, in which the same moves lead elsewhere.`,
    );
  if (
    typeof body.scenario !== 'string' ||
    typeof body.seed !== 'string' ||
    (body.world !== 'standard' && body.world !== 'check') ||
    !Array.isArray(body.commands)
  )
    return no('This recording lacks its scenario, seed, world or commands.');
  if (body.commands.length > MOST_COMMANDS)
    return no(
      `This recording holds ${body.commands.length} commands; ${MOST_COMMANDS} are the most that are replayed.`,
    );
  if (checksum !== hashString(JSON.stringify(body)))
    return no('This recording was altered after it was made: its checksum does not fit.');
  const strange = body.commands.findIndex((command) => !isCommand(command));
  if (strange >= 0) return no(`Move ${strange + 1} of this recording is not a move of this game.`);
  return { ok: true, recording: body };
}
