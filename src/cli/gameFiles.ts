/** Saving and loading a game at the terminal. What cannot be read is said, and the game stays as it was. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readRecording, recordingOf, writeRecording } from '../session/recording.ts';
import { dispatch } from '../session/dispatch.ts';
import { forkRun, type OnProgress, type Run } from '../session/run.ts';
import { viewOf } from '../session/viewOf.ts';
import type { Game } from './gameState.ts';
import { clockText } from './viewText.ts';

interface FileResult {
  readonly ok: boolean;
  readonly message: string;
}

const no = (message: string): FileResult => ({ ok: false, message });

/** What went wrong with a file, without the machine's own words. */
export function fileTrouble(file: string, error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOENT') return `There is no file ${file}.`;
  if (code === 'EISDIR') return `${file} is a folder.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${file} is not accessible.`;
  return `${file} cannot be used (${typeof code === 'string' ? code : 'unknown reason'}).`;
}

export function saveTo(run: Run, file: string): FileResult {
  if (file === '') return no('Name a file: save FILE.');
  try {
    writeFileSync(file, `${writeRecording(recordingOf(run))}\n`);
  } catch (error) {
    return no(fileTrouble(file, error));
  }
  return { ok: true, message: `Saved ${run.commands.length} moves to ${file}.` };
}

export function loadInto(game: Game, file: string, onProgress?: OnProgress): FileResult {
  if (file === '') return no('Name a file: load FILE.');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return no(fileTrouble(file, error));
  }
  const read = readRecording(text);
  if (!read.ok) return no(read.message);
  const { recording } = read;
  if (recording.scenario !== game.page.scenario.id)
    return no('This recording is of another incident. Start that one and load it there.');
  if (recording.seed !== game.page.seed)
    return no(`This recording has another seed: play with --seed ${recording.seed}.`);
  if (recording.world !== game.page.scenario.world.preset)
    return no(`This recording is of another world: play with --preset ${recording.world}.`);
  const run = forkRun(game.page);
  for (const [i, command] of recording.commands.entries()) {
    onProgress?.(i / recording.commands.length, `Move ${i + 1} of ${recording.commands.length}`);
    const outcome = dispatch(run, command);
    if (!outcome.ok) return no(`Move ${i + 1} is not possible here: ${outcome.because}`);
  }
  game.run = run;
  game.debrief = null;
  game.decision = null;
  game.ghosts = [];
  return {
    ok: true,
    message: `Loaded ${recording.commands.length} moves.\n${clockText(viewOf(run))}`,
  };
}
