/**
 * A closed run analysed by several threads. The first records the fault-free world, plays the line in which nothing is
 * done and concludes; the others take lines from the same list. One that dies gives its line back; without the first
 * there is no conclusion.
 */
import { RECORDING_WORDS, tasksOf, taskWords, type LineOutcome } from '../analysis/tasks.ts';
import type { Debrief } from '../scoring/debrief.ts';
import type { Run } from '../session/run.ts';
import { snapshotOf } from '../session/snapshot.ts';
import type { OnProgress, RemoteAnalyst } from './remoteAnalyst.ts';

export async function analyseShared(
  run: Run,
  page: Run,
  [first, ...others]: readonly [RemoteAnalyst, ...RemoteAnalyst[]],
  onProgress: OnProgress,
): Promise<Debrief> {
  const tasks = tasksOf(run);
  // Opening, recording and concluding count as a line each.
  const steps = tasks.length + 3;
  const outcomes: LineOutcome[] = [];
  let done = 0;
  const step = (label: string): void => onProgress(++done / steps, label);

  const played = { run: snapshotOf(run), page: snapshotOf(page) };
  const smaller = await first.ask('open', played, (share, label) =>
    onProgress(share / steps, label),
  );
  // Where it had to be played again in a smaller world, once is enough.
  const ready = others.map((analyst) => analyst.ask('open', smaller ?? played));
  // A death before its turn is noticed when it is asked for a line.
  for (const opening of ready) opening.catch(() => undefined);
  step(RECORDING_WORDS);
  const stage = await first.ask('record', null);

  const playAll = async (analyst: RemoteAnalyst): Promise<void> => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
      step(taskWords(task));
      try {
        outcomes.push(await analyst.ask('play', task));
      } catch (error) {
        if (analyst === first) throw error;
        tasks.unshift(task);
        done--;
        return;
      }
    }
  };
  const join = async (analyst: RemoteAnalyst, k: number): Promise<void> => {
    try {
      await ready[k];
      await analyst.ask('hold', stage);
    } catch {
      return;
    }
    await playAll(analyst);
  };
  // The first begins, so that the first task of the list is its own.
  await Promise.all([playAll(first), ...others.map(join)]);
  // What one that died last gave back.
  await playAll(first);
  step('Who was really touched');
  return first.ask('conclude', outcomes);
}
