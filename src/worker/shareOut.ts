/** One list of tasks worked off by several threads, the next task to who is free. */
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';

/**
 * Answers in the order of the tasks. `alone`: does a task in this thread, where there are no others. A task whose thread dies
 * is given to another; the death of the last is the caller's.
 */
export async function shareOut<Task, Answer>(
  tasks: readonly Task[],
  analysts: readonly RemoteAnalyst[],
  ask: (analyst: RemoteAnalyst, task: Task) => Promise<Answer>,
  alone: (task: Task) => Answer,
  label: string,
  onProgress: OnProgress,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const left = tasks.map((task, at) => ({ task, at }));
  let done = 0;
  let alive = analysts.length;
  const step = (): void => onProgress(done++ / tasks.length, label);
  step();
  const work = async (analyst: RemoteAnalyst): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      try {
        answers[next.at] = await ask(analyst, next.task);
        step();
      } catch (error) {
        left.unshift(next);
        if (--alive === 0) throw error;
        return;
      }
    }
  };
  if (analysts.length > 0) await Promise.all(analysts.map(work));
  for (const { task, at } of left) {
    answers[at] = alone(task);
    step();
  }
  return answers;
}
