/**
 * Closing: what of the draft stands, what caused it, how sure, what would have prevented it; and what is still open, said
 * before, not after.
 */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useApp } from '../app/context.ts';
import { Sheet } from '../app/sheet.tsx';
import { DraftPart } from './draftPart.tsx';
import { useView } from './useView.ts';

interface RadiosProps {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

const Radios = ({ legend, name, options, value, onChange }: RadiosProps): JSX.Element => (
  <fieldset class="radios">
    <legend class="label">{legend}</legend>
    {options.map((option) => (
      <label key={option.id} class="radio">
        <input
          type="radio"
          name={name}
          checked={value === option.id}
          onChange={() => onChange(option.id)}
        />
        <span>{option.label}</span>
      </label>
    ))}
  </fieldset>
);

export const CloseSheet = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { run } = useApp();
  const { closing } = useView();
  const cause = useSignal<string | null>(null);
  const prevention = useSignal<string | null>(null);
  const confidence = useSignal(50);
  const struck = useSignal<readonly number[] | null>(null);
  const close = (): void => {
    onClose();
    void run.send({
      kind: 'close',
      cause: cause.value,
      confidence: confidence.value,
      prevention: prevention.value,
      ...(struck.value === null ? {} : { struck: struck.value }),
    });
  };
  return (
    <Sheet
      title="Close the incident"
      onClose={onClose}
      foot={
        <>
          <button type="button" class="button" onClick={onClose}>
            Not yet
          </button>
          <button type="button" class="button next" disabled={!closing.allowed} onClick={close}>
            Close and look back
          </button>
        </>
      }
    >
      {closing.open.length > 0 && (
        <section class="still-open" aria-label="Still open">
          <h3 class="label">Still open</h3>
          <ul>
            {closing.open.map((entry) => (
              <li key={entry}>{entry}</li>
            ))}
          </ul>
        </section>
      )}
      <DraftPart
        draft={closing.draft}
        struck={struck.value}
        onStruck={(numbers) => (struck.value = numbers)}
      />
      <Radios
        legend="What caused it"
        name="cause"
        options={closing.causes}
        value={cause.value}
        onChange={(id) => (cause.value = id)}
      />
      <label class="field">
        <span>
          How sure are you? <b class="mono">{confidence.value} %</b>
        </span>
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={confidence.value}
          onInput={(event) => (confidence.value = event.currentTarget.valueAsNumber)}
        />
      </label>
      <Radios
        legend="What would have prevented it, or caught it sooner"
        name="prevention"
        options={closing.preventions}
        value={prevention.value}
        onChange={(id) => (prevention.value = id)}
      />
    </Sheet>
  );
};
