/** Building one layer from found words: a dimension, its values, one more dimension. What cannot be lassoed is here. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { scopeWords, valueWords } from '../../session/segmentWords.ts';
import type { Conjunction, Dimension } from '../../sim/segments.ts';
import { useApp } from '../app/context.ts';
import { Sheet } from '../app/sheet.tsx';
import { useView } from '../play/useView.ts';
import { LAYER_HINTS, LAYER_LABELS, type Layer } from './edit.ts';
import { conjunctionWords, dimensionsOf } from './words.ts';

export interface PickerProps {
  readonly layer: Layer;
  readonly onClose: () => void;
}

const toggledValue = (
  conjunction: Conjunction,
  dimension: Dimension,
  value: string,
): Conjunction => {
  const held = conjunction[dimension] ?? [];
  const next = held.includes(value) ? held.filter((kept) => kept !== value) : [...held, value];
  const { [dimension]: _, ...rest } = conjunction;
  return next.length === 0 ? rest : { ...rest, [dimension]: next };
};

export const Picker = ({ layer, onClose }: PickerProps): JSX.Element => {
  const { run } = useApp();
  const view = useView();
  const built = useSignal<Conjunction>({});
  const open = useSignal<Dimension | null>(view.lens.by[0] ?? null);
  const scope = run.draft.value[layer];
  const empty = dimensionsOf(built.value).length === 0;
  const values = open.value === null ? [] : (run.universe.value.get(open.value) ?? []);
  const set = (next: typeof scope): void => {
    run.edit({ edit: 'set', layer, scope: next });
    onClose();
  };
  const foot = (
    <>
      <button
        type="button"
        class="button"
        disabled={empty}
        onClick={() => {
          run.edit({ edit: 'remove', layer, scope: [built.value], universe: run.universe.value });
          onClose();
        }}
      >
        Take away
      </button>
      <button
        type="button"
        class="button next"
        disabled={empty}
        onClick={() => {
          run.edit({ edit: 'add', layer, scope: [built.value], universe: run.universe.value });
          onClose();
        }}
      >
        Add
      </button>
    </>
  );
  return (
    <Sheet title={LAYER_LABELS[layer]} onClose={onClose} foot={foot}>
      <p class="soft">{LAYER_HINTS[layer]}</p>
      <p>
        So far: <b>{scopeWords(scope)}</b>
      </p>
      <div class="chips" role="group" aria-label="Plain answers">
        <button
          type="button"
          class="chip"
          aria-pressed={scope?.length === 0}
          onClick={() => set([])}
        >
          nobody
        </button>
        <button type="button" class="chip" aria-pressed={scope === null} onClick={() => set(null)}>
          not said yet
        </button>
        <button type="button" class="chip" onClick={() => set([{}])}>
          everyone
        </button>
        {layer !== 'reading' && layer !== 'witness' && run.draft.value.reading !== null && (
          <button type="button" class="chip" onClick={() => set(run.draft.value.reading)}>
            the same as moved
          </button>
        )}
      </div>
      <div class="picker">
        <div class="picker-dimensions" role="group" aria-label="Dimension">
          {view.lens.dimensions.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              class="chip"
              aria-pressed={open.value === id}
              onClick={() => (open.value = id)}
            >
              {label}
              {(built.value[id]?.length ?? 0) > 0 && (
                <span class="price">{built.value[id]?.length}</span>
              )}
            </button>
          ))}
        </div>
        <div class="picker-values" role="group" aria-label="Values">
          {open.value !== null &&
            values.map((value) => (
              <button
                key={value}
                type="button"
                class="chip"
                aria-pressed={built.value[open.value ?? 'surface']?.includes(value) ?? false}
                onClick={() => {
                  if (open.value !== null)
                    built.value = toggledValue(built.value, open.value, value);
                }}
              >
                {valueWords(open.value ?? 'surface', value)}
              </button>
            ))}
          {open.value !== null && values.length === 0 && (
            <p class="mute">Its values are not known yet: cut the lens by it once.</p>
          )}
        </div>
      </div>
      <p class="picker-words">
        {empty ? 'Choose at least one value.' : conjunctionWords(built.value)}
      </p>
    </Sheet>
  );
};
