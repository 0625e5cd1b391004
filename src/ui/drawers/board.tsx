/** The board: what could be wrong, what speaks for it and against it, and how sure one is, over time. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';
import { useView } from '../play/useView.ts';
import { Answer } from '../panels/answer.tsx';
import { FIRST_CONFIDENCE } from '../../session/boardWords.ts';
import { Hypothesis } from './hypothesis.tsx';
import { SentenceBuilder } from './sentence.tsx';

const Suspects = (): JSX.Element => {
  const { run } = useApp();
  const { board } = useView();
  const building = useSignal(false);
  const open = board.suspects.filter((suspect) => !suspect.used);
  return (
    <section class="stack" aria-labelledby="suspects-title">
      <h3 id="suspects-title" class="label">
        Put up a suspect
      </h3>
      <div class="suspects">
        {open.map((suspect) => (
          <button
            key={suspect.id}
            type="button"
            class="choice"
            onClick={() =>
              void run.send({ kind: 'suspect', suspect: suspect.id, confidence: FIRST_CONFIDENCE })
            }
          >
            + {suspect.label}
          </button>
        ))}
        <button
          type="button"
          class="choice"
          aria-expanded={building.value}
          onClick={() => (building.value = !building.value)}
        >
          + In words of your own
        </button>
      </div>
      {building.value && <SentenceBuilder onDone={() => (building.value = false)} />}
    </section>
  );
};

const Evidence = (): JSX.Element => {
  const { run } = useApp();
  const { board } = useView();
  return (
    <section class="stack" aria-labelledby="evidence-title">
      <h3 id="evidence-title" class="label">
        Evidence
      </h3>
      {board.readings.length === 0 && <p class="mute">Pin any reading, and it is here.</p>}
      <ul class="readings">
        {board.readings.map((reading) => (
          <li key={reading.id} class={reading.pinned ? 'evidence pinned' : 'evidence'}>
            <div>
              <b>{reading.label}</b> <time class="mono mute">{reading.atLabel}</time>
              <p class="soft">{reading.summary}</p>
              <Answer answer={reading.answer} />
            </div>
            <button
              type="button"
              class="chip"
              aria-pressed={reading.pinned}
              aria-label={`${reading.pinned ? 'Unpin' : 'Pin'} ${reading.label}`}
              onClick={() =>
                void run.send({ kind: 'pin', reading: reading.id, pinned: !reading.pinned })
              }
            >
              {reading.pinned ? 'pinned' : 'pin'}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

export const Board = (): JSX.Element => {
  const { board } = useView();
  const standing = board.hypotheses.filter((hypothesis) => !hypothesis.struck);
  return (
    <div class="board">
      <section aria-label="Hypotheses" class="hypotheses">
        {standing.length < 2 && (
          <p class="mute">
            Keep at least two explanations: a claim has to survive an attempt to refute it.
          </p>
        )}
        {board.hypotheses
          .toSorted((a, b) => Number(a.struck) - Number(b.struck) || b.confidence - a.confidence)
          .map((hypothesis) => (
            <Hypothesis key={hypothesis.id} hypothesis={hypothesis} />
          ))}
      </section>
      <div class="stack">
        <Suspects />
        <Evidence />
      </div>
    </div>
  );
};
