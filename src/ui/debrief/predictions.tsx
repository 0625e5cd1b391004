/** What was predicted, and what the world said: each with its numbers, at the minute it was read. */
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';
import { Answer } from '../panels/answer.tsx';

export const Predictions = (): JSX.Element | null => {
  const readings = useApp().run.view.value?.board.readings ?? [];
  const answered = readings.flatMap((reading) =>
    reading.answer === null ? [] : [{ ...reading, answer: reading.answer }],
  );
  if (answered.length === 0) return null;
  const agreed = answered.filter(({ answer }) => answer.verdict === 'agreed').length;
  const decided = answered.filter(({ answer }) => answer.verdict !== 'undecided').length;
  return (
    <section class="card" aria-labelledby="predictions-title">
      <header class="card-head">
        <h2 id="predictions-title">What you predicted</h2>
        <span>
          {decided === 0
            ? 'none told apart from noise'
            : `the world agreed with ${agreed} of ${decided}`}
        </span>
      </header>
      <ul class="predictions">
        {answered.map((reading) => (
          <li key={reading.id}>
            <time class="mono mute">{reading.atLabel.split(' ').at(-1)}</time>
            <div>
              <b>{reading.label}</b>
              <Answer answer={reading.answer} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
