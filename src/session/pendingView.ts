/** What is still to come. */
import { castName } from './castName.ts';
import { tickLabel } from '../sim/clock.ts';
import { now, type Run } from './run.ts';
import type { View } from './view.ts';
import { actWords, testWords } from './words.ts';

export function pendingOf(run: Run): View['pending'] {
  const tick = now(run);
  const orders = run.pair.live.applied
    .filter((a) => a.state === 'under way')
    // An order comes into effect within its minute: who waits until that begins finds it under way still.
    .map((a) => ({ id: a.id, label: actWords(a.spec), at: a.effectTick, after: 1 }));
  const tests = run.desk.tests
    .filter((t) => t.result === null)
    .map((t) => ({ id: t.id, label: `test: ${testWords(t.test)}`, at: t.doneTick, after: 0 }));
  const answers = run.desk.asked
    .filter((a) => a.answerTick !== null)
    .map((a, i) => ({
      id: `a${i}`,
      label: `${castName(run.scenario, a.who)} answers`,
      at: a.answerTick ?? tick,
      after: 0,
    }));
  return [...orders, ...tests, ...answers]
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((p) => ({
      id: p.id,
      label: p.label,
      doneAtTick: p.at,
      doneAtLabel: tickLabel(p.at),
      minutesLeft: Math.max(0, p.at + p.after - tick),
    }));
}
