/** Plays a recording again and says where it first parts from what was recorded. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { inWorld } from '../scenario/inWorld.ts';
import { stateHash } from '../sim/stateHash.ts';
import { beginChart } from './advance.ts';
import { dispatch } from './dispatch.ts';
import type { Command } from './commands.ts';
import { firstDivergence, type Divergence } from './divergence.ts';
import { pageWords } from './headline.ts';
import { markDay } from './marks.ts';
import type { Recording } from './recording.ts';
import { takeOver } from './takeOver.ts';
import { now, openRun, type OnProgress, type Run } from './run.ts';
import { tickLabel } from '../sim/clock.ts';

/** Opens a run at the page and plays commands into it. Commands that are refused stay out of the run. */
export function playThrough(
  scenario: CompiledScenario,
  seed: string,
  commands: readonly Command[],
  onProgress?: OnProgress,
): Run {
  const run = startRun(scenario, seed, onProgress);
  commands.forEach((command, i) => {
    onProgress?.(i / commands.length, `Move ${i + 1} of ${commands.length}`);
    dispatch(run, command);
  });
  return run;
}

/** A run as the player gets it: warm, paged, nothing done yet, or what was done by whoever had the shift before. */
export function startRun(scenario: CompiledScenario, seed: string, onProgress?: OnProgress): Run {
  const run = openRun(scenario, seed, onProgress);
  pageWords(run);
  beginChart(run);
  takeOver(run, onProgress);
  markDay(run);
  return run;
}

export interface Verification {
  readonly ok: boolean;
  readonly message: string;
  /** Null where it is the same run, or where a move was not possible at all. */
  readonly divergence: Divergence | null;
}

/** Plays a recording until it first differs from what was recorded, or to its end. */
export function verifyRecording(
  scenario: CompiledScenario,
  recording: Recording,
  onProgress?: OnProgress,
): Verification {
  const { commands, marks } = recording;
  const same = inWorld(scenario, recording.world);
  const run = startRun(same, recording.seed, onProgress);
  const no = (message: string, divergence: Divergence | null = null): Verification => ({
    ok: false,
    message,
    divergence,
  });
  let compared = 0;
  const differs = (): Divergence | null => {
    const found = firstDivergence(marks, run.marks, commands, compared);
    compared = run.marks.length;
    return found;
  };
  let found = differs();
  for (const [i, command] of commands.entries()) {
    if (found !== null) break;
    onProgress?.(i / commands.length, `Move ${i + 1} of ${commands.length}`);
    const outcome = dispatch(run, command);
    if (!outcome.ok) return no(`Move ${i + 1} is not possible here: ${outcome.because}`);
    found = differs();
  }
  if (found !== null) return no(found.message, found);
  if (run.marks.length !== marks.length)
    return no(
      `The replay ends at ${tickLabel(now(run))} with ${run.marks.length} marks; the recording has ${marks.length}.`,
    );
  return {
    ok: true,
    message: `Verified: ${commands.length} moves, ${marks.length} marks, state ${stateHash(run.pair.live)}.`,
    divergence: null,
  };
}
