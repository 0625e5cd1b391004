/** The analysis of a finished run in one thread, one task after another. */
import type { OnProgress, Run } from '../session/run.ts';
import { createAnalyst } from './analyst.ts';
import type { Analysis } from './conclusion.ts';
import { RECORDING_WORDS, tasksOf, taskWords } from './tasks.ts';

export function analyse(run: Run, page: Run, onProgress?: OnProgress): Analysis {
  const analyst = createAnalyst(run, page);
  const tasks = tasksOf(run);
  onProgress?.(0, RECORDING_WORDS);
  analyst.record();
  const outcomes = tasks.map((task, k) => {
    onProgress?.((k + 1) / (tasks.length + 1), taskWords(task));
    return analyst.play(task);
  });
  return analyst.conclude(outcomes);
}
