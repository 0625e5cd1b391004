/** Questions to colleagues. */
import { tickLabel } from '../sim/clock.ts';
import { now, type Run } from './run.ts';

/** A question to a colleague. The answer comes when they get to it, or not at all. */
export function ask(run: Run, who: string, about: string): void {
  const person = run.scenario.cast.find((c) => c.id === who);
  if (person === undefined) return;
  const topic = person.topics.find((t) => t.id === about);
  const tick = now(run);
  const answerTick = person.answersIn === null ? null : tick + person.answersIn;
  const text = topic?.label ?? about;
  run.desk = {
    ...run.desk,
    asked: [...run.desk.asked, { who, about, tick, answerTick }],
    messages: [
      ...run.desk.messages,
      { id: `m${run.desk.messages.length}`, from: who, tick, text, wants: false, own: true },
    ],
    said:
      answerTick === null
        ? `${person.name} is ${person.available}; nothing will come back soon.`
        : `Asked ${person.name}; an answer comes around ${tickLabel(answerTick)}.`,
  };
}
