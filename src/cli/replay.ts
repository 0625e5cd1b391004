/**
 * `replay FILE`: plays a recording again and compares. Exit code 0: the same; 1: it differs, with the first
 * divergence; 2: it cannot be replayed at all.
 */
import { readFileSync } from 'node:fs';
import type { Divergence } from '../session/divergence.ts';
import { readRecording, type ReadResult } from '../session/recording.ts';
import { verifyRecording } from '../session/replay.ts';
import type { CommandLine } from './commandLine.ts';
import { fileTrouble } from './gameFiles.ts';
import { findScenario } from './library.ts';
import { readOptions } from './options.ts';
import { progressTo } from './progress.ts';

export const replay: CommandLine = {
  name: 'replay',
  help: 'plays a recording again and says where it first differs; --json',
  run,
};

const OPTIONS = {
  json: { type: 'boolean', default: false },
} as const;

async function run(argv: readonly string[]): Promise<number> {
  const read = readOptions(argv, OPTIONS);
  if (!read.ok) return end(2, read.message, false);
  const { values, positionals } = read;
  const { json } = values;
  const [file] = positionals;
  if (file === undefined || positionals.length > 1)
    return end(2, 'Name one recording: replay FILE.', json);
  const recorded = readFile(file);
  if (!recorded.ok) return end(2, recorded.message, json);
  const { recording } = recorded;
  const found = await findScenario(recording.scenario);
  if (!found.ok)
    return end(2, 'This recording belongs to an incident that is not part of this build.', json);
  const { scenario } = found;
  if (scenario.version !== recording.scenarioVersion)
    return end(
      2,
      `This recording was made with version ${recording.scenarioVersion} of its incident; this build has version ${scenario.version}.`,
      json,
    );
  const progress = progressTo(process.stderr);
  const { ok, message, divergence } = verifyRecording(scenario, recording, progress);
  progress.finish();
  return end(ok ? 0 : 1, message, json, divergence);
}

function readFile(file: string): ReadResult {
  try {
    return readRecording(readFileSync(file, 'utf8'));
  } catch (error) {
    return { ok: false, message: fileTrouble(file, error) };
  }
}

function end(
  code: 0 | 1 | 2,
  message: string,
  json: boolean,
  divergence: Divergence | null = null,
): number {
  if (code === 0) console.log(message);
  else console.error(message);
  if (json) console.log(JSON.stringify({ ok: code === 0, code, message, divergence }));
  return code;
}
