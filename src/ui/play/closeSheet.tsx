/**
 * Closing: what of the draft stands, what caused it, how sure, what would have prevented it; and what is still open, said
 * before, not after.
 */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useApp } from '../app/context.ts';
import { Sheet } from '../app/sheet.tsx';
import { DraftPart } from './draftPart.tsx';
import { useView } from './useView.ts';

/** Where the slider stands as long as nothing is said. */
const MIDDLE = 50;

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
  const confidence = useSignal<number | null>(null);
  const slider = useRef<HTMLInputElement>(null);
  const isAsked = useSignal(false);
  // What is named is judged by how sure one was of it, and nobody is taken to have said what they did not.
  const isUnsaid = cause.value !== null && confidence.value === null;
  const say = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void => {
    confidence.value = currentTarget.valueAsNumber;
  };
  const struck = useSignal<readonly number[] | null>(null);
  const close = (): void => {
    if (isUnsaid) {
      isAsked.value = true;
      slider.current?.focus();
      return;
    }
    onClose();
    void run.send({
      kind: 'close',
      cause: cause.value,
      confidence: confidence.value ?? MIDDLE,
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
          How sure are you?{' '}
          {confidence.value === null ? (
            <span class={isAsked.value && isUnsaid ? 'loss-text' : 'mute'}>
              not said yet: move the slider
            </span>
          ) : (
            <b class="mono">{confidence.value} %</b>
          )}
        </span>
        <input
          ref={slider}
          type="range"
          min={0}
          max={100}
          step={5}
          value={confidence.value ?? MIDDLE}
          aria-valuetext={confidence.value === null ? 'not said yet' : undefined}
          onPointerUp={say}
          onInput={say}
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
