/** A hypothesis from found words: *mechanism* in *component* since *time* moves *number* for *these* but not *those*. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { MetricId } from '../../sim/metrics.ts';
import { useApp } from '../app/context.ts';
import { useView } from '../play/useView.ts';
import { scopeWords } from '../../session/segmentWords.ts';
import { FIRST_CONFIDENCE } from '../../session/boardWords.ts';

interface WordProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

const Word = ({ label, options, value, onChange }: WordProps): JSX.Element => (
  <select
    class="input word"
    aria-label={label}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  >
    {options.map((option) => (
      <option key={option.id} value={option.id}>
        {option.label}
      </option>
    ))}
  </select>
);

export const SentenceBuilder = ({ onDone }: { readonly onDone: () => void }): JSX.Element => {
  const { run } = useApp();
  const view = useView();
  const { mechanisms, components } = view.board.words;
  const mechanism = useSignal(mechanisms[0]?.id ?? '');
  const component = useSignal(components[0]?.id ?? '');
  const metric = useSignal<string>(view.lens.metric);
  const draft = run.draft.value;
  const send = async (): Promise<void> => {
    const sent = await run.send({
      kind: 'hypothesise',
      sentence: {
        mechanism: mechanism.value,
        component: component.value,
        sinceTick: draft.sinceTick,
        metric: metric.value as MetricId,
        hits: draft.reading ?? [{}],
        spares: draft.witness ?? [],
      },
      confidence: FIRST_CONFIDENCE,
    });
    if (sent) onDone();
  };
  return (
    <form
      class="sentence"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Word
        label="Mechanism"
        options={mechanisms}
        value={mechanism.value}
        onChange={(id) => (mechanism.value = id)}
      />
      <span>in</span>
      <Word
        label="Component"
        options={components}
        value={component.value}
        onChange={(id) => (component.value = id)}
      />
      <span>moves</span>
      <Word
        label="Number"
        options={view.lens.metrics}
        value={metric.value}
        onChange={(id) => (metric.value = id)}
      />
      <p class="soft">
        for <b>{draft.reading === null ? 'everyone' : scopeWords(draft.reading)}</b>
        {draft.witness !== null && (
          <>
            {' '}
            but not <b>{scopeWords(draft.witness)}</b>
          </>
        )}
        . Who and since when come from your radius.
      </p>
      <button type="submit" class="button small">
        Put it up
      </button>
    </form>
  );
};
