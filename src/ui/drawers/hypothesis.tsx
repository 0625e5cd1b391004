/** One hypothesis: sentence, confidence with its history, links to evidence, struck out when refuted. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { BoardCommand } from '../../session/boardWords.ts';
import type { HypothesisView } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { tickLabel } from '../format.ts';
import { useView } from '../play/useView.ts';

const WIDTH = 96;
const HEIGHT = 24;

/** Steps, not slopes: a belief holds until it is changed. Confidence in per cent. */
export const historyPath = (history: HypothesisView['history'], now: number): string => {
  const first = history[0];
  if (first === undefined) return '';
  const span = Math.max(1, now - first.tick);
  const x = (tick: number): number => ((tick - first.tick) / span) * WIDTH;
  const y = (confidence: number): number => HEIGHT - 2 - (confidence / 100) * (HEIGHT - 4);
  const steps = history
    .slice(1)
    .map((entry) => `H${x(entry.tick).toFixed(1)}V${y(entry.confidence).toFixed(1)}`);
  return `M0 ${y(first.confidence).toFixed(1)}${steps.join('')}H${WIDTH}`;
};

const Links = ({ hypothesis }: { readonly hypothesis: HypothesisView }): JSX.Element => {
  const { run } = useApp();
  const { board } = useView();
  const open = useSignal(false);
  const linked = new Set([
    ...hypothesis.links.map(({ reading }) => reading),
    ...run.edits.value.flatMap((edit) =>
      edit.kind === 'link' && edit.hypothesis === hypothesis.id ? [edit.reading] : [],
    ),
  ]);
  const free = board.readings.filter(({ pinned, id }) => pinned && !linked.has(id));
  const link = (reading: string, relation: 'supports' | 'refutes' | 'none'): void => {
    void run.send({ kind: 'link', hypothesis: hypothesis.id, reading, relation });
  };
  return (
    <>
      <ul class="chips">
        {hypothesis.links.map((entry) => (
          <li key={entry.reading} class={`chip on ${entry.relation}`}>
            <span aria-hidden="true">{entry.relation === 'supports' ? '+' : '−'}</span>
            <span>
              {entry.label} <span class="unseen">{entry.relation} it</span>
            </span>
            <button
              type="button"
              class="cross"
              aria-label={`Unlink ${entry.label}`}
              onClick={() => link(entry.reading, 'none')}
            >
              ×
            </button>
          </li>
        ))}
        {free.length > 0 && (
          <li>
            <button
              type="button"
              class="chip"
              aria-expanded={open.value}
              onClick={() => (open.value = !open.value)}
            >
              link evidence
            </button>
          </li>
        )}
      </ul>
      {open.value && (
        <ul class="link-list">
          {free.map((reading) => (
            <li key={reading.id} class="row spread">
              <span>{reading.label}</span>
              <span class="row">
                <button
                  type="button"
                  class="chip"
                  aria-label={`${reading.label} supports it`}
                  onClick={() => link(reading.id, 'supports')}
                >
                  + supports
                </button>
                <button
                  type="button"
                  class="chip"
                  aria-label={`${reading.label} refutes it`}
                  onClick={() => link(reading.id, 'refutes')}
                >
                  − refutes
                </button>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};

/** As it was last set, also where that is still on its way. */
const confidenceOf = (edits: readonly BoardCommand[], { id, confidence }: HypothesisView): number =>
  edits.reduce(
    (known, edit) =>
      edit.kind === 'confidence' && edit.hypothesis === id ? edit.confidence : known,
    Math.round(confidence),
  );

export const Hypothesis = ({
  hypothesis,
}: {
  readonly hypothesis: HypothesisView;
}): JSX.Element => {
  const { run } = useApp();
  const { now } = useView();
  const moving = useSignal<number | null>(null);
  const shown = moving.value ?? confidenceOf(run.edits.value, hypothesis);
  const said = hypothesis.history
    .map((entry) => `${tickLabel(entry.tick)} ${Math.round(entry.confidence)} %`)
    .join(', ');
  return (
    <article class={hypothesis.struck ? 'hypothesis struck' : 'hypothesis'}>
      <p>{hypothesis.label}</p>
      <div class="confidence">
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={shown}
          disabled={hypothesis.struck}
          aria-label={`Confidence in: ${hypothesis.label}`}
          aria-valuetext={`${shown} per cent`}
          onInput={(event) => (moving.value = event.currentTarget.valueAsNumber)}
          onChange={(event) => {
            const confidence = event.currentTarget.valueAsNumber;
            moving.value = null;
            void run.send({ kind: 'confidence', hypothesis: hypothesis.id, confidence });
          }}
        />
        <b class="mono">{shown} %</b>
        <svg
          class="history"
          width={WIDTH}
          height={HEIGHT}
          role="img"
          aria-label={`Confidence so far: ${said}`}
        >
          <path d={historyPath(hypothesis.history, now.tick)} />
        </svg>
        <button
          type="button"
          class="chip"
          onClick={() =>
            void run.send({ kind: 'strike', hypothesis: hypothesis.id, struck: !hypothesis.struck })
          }
        >
          {hypothesis.struck ? 'put back' : 'strike out'}
        </button>
      </div>
      <Links hypothesis={hypothesis} />
    </article>
  );
};
