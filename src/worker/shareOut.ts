/**
 * One list of tasks worked off by several threads. Each takes its own first, every so-manieth of the list, so that alike lists
 * find the threads that have done the like before and keep what they made; who is through helps the others.
 */
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';

/** What of a task is done: 0 to 1. Tasks that do not say it are done at once. */
export type OnPart = (done: number) => void;

/**
 * Answers in the order of the tasks. `alone`: does a task in this thread, where there are no others. A task whose thread dies
 * is given to another; the death of the last is the caller's.
 */
export async function shareOut<Task, Answer>(
  tasks: readonly Task[],
  analysts: readonly RemoteAnalyst[],
  ask: (analyst: RemoteAnalyst, task: Task, onPart: OnPart) => Promise<Answer>,
  alone: (task: Task, onPart: OnPart) => Answer,
  label: string,
  onProgress: OnProgress,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  const left = tasks.map((task, at) => ({ task, at }));
  const parts = tasks.map(() => 0);
  let alive = analysts.length;
  const tell = (): void =>
    onProgress(parts.reduce((sum, part) => sum + part, 0) / tasks.length, label);
  const partOf =
    (at: number): OnPart =>
    (done) => {
      parts[at] = done;
      tell();
    };
  tell();
  const nextOf = (thread: number): (typeof left)[number] | undefined => {
    const own = left.findIndex(({ at }) => at % analysts.length === thread);
    return left.splice(Math.max(0, own), 1)[0];
  };
  const work = async (analyst: RemoteAnalyst, thread: number): Promise<void> => {
    for (let next = nextOf(thread); next !== undefined; next = nextOf(thread)) {
      try {
        answers[next.at] = await ask(analyst, next.task, partOf(next.at));
        partOf(next.at)(1);
      } catch (error) {
        left.unshift(next);
        partOf(next.at)(0);
        if (--alive === 0) throw error;
        return;
      }
    }
  };
  if (analysts.length > 0) await Promise.all(analysts.map(work));
  for (const { task, at } of left) {
    answers[at] = alone(task, partOf(at));
    partOf(at)(1);
  }
  return answers;
}
