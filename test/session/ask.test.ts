import { expect, test } from 'vitest';
import { atThinPage, EARLY_FAST, EARLY_SLOW } from './cases.ts';
import { session } from './compiled.ts';

test.each([
  ['days', EARLY_SLOW, 'ines', 'quarter', { kind: 'next-day', days: 1 }],
  ['minutes', EARLY_FAST, 'tomas', 'ramp', { kind: 'wait', minutes: 90 }],
] as const)(
  'who is asked answers when they said, on a clock of %s',
  (_, scenario, who, about, later) => {
    const run = atThinPage(scenario);
    session.dispatch(run, { kind: 'ask', who, about });
    const { tick, answerTick } = run.desk.asked.at(-1)!;
    expect(answerTick! - tick).toBe(scenario.cast.find(({ id }) => id === who)!.answersIn);
    expect(session.dispatch(run, later)).toMatchObject({ ok: true });
    const answers = run.desk.messages.filter(({ from, own }) => from === who && !own);
    expect(answers.map((message) => message.tick)).toContain(answerTick);
  },
);
