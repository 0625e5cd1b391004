/** Plays a recording again and says where it first parts from what was recorded. */
import type { CompiledScenario } from '../scenario/compiled.ts';
import { stateHash } from '../sim/stateHash.ts';
import { beginChart } from './advance.ts';
import { dispatch } from './dispatch.ts';
import type { Command } from './commands.ts';
import { headlineOf } from './headline.ts';
import type { Recording } from './recording.ts';
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

/** A run at its page: warm, paged, nothing done yet. */
export function startRun(scenario: CompiledScenario, seed: string, onProgress?: OnProgress): Run {
  const run = openRun(scenario, seed, onProgress);
  headlineOf(run);
  beginChart(run);
  return run;
}

export interface Verification {
  readonly ok: boolean;
  readonly message: string;
  readonly run: Run;
}

export function verifyRecording(
  scenario: CompiledScenario,
  recording: Recording,
  onProgress?: OnProgress,
): Verification {
  const same = { ...scenario, world: { ...scenario.world, preset: recording.world } };
  const run = playThrough(same, recording.seed, recording.commands, onProgress);
  if (run.commands.length < recording.commands.length) {
    const first = run.log.find((e) => e.kind === 'refused');
    return {
      ok: false,
      run,
      message: `Move ${run.commands.length + 1} is not possible here: ${first?.kind === 'refused' ? first.because : 'refused'}`,
    };
  }
  if (now(run) !== recording.end.tick)
    return {
      ok: false,
      run,
      message: `The replay ends at ${tickLabel(now(run))}, the recording at ${tickLabel(recording.end.tick)}.`,
    };
  const hash = stateHash(run.pair.live);
  if (hash !== recording.end.hash)
    return {
      ok: false,
      run,
      message: `The replay differs by ${tickLabel(now(run))}: state ${hash}, recorded ${recording.end.hash}.`,
    };
  return { ok: true, run, message: `Verified: ${recording.commands.length} moves, state ${hash}.` };
}
