/** One layer of the radius as chips. *Nobody* and *not said yet* are answers like any other. */
import type { ComponentChildren, JSX } from 'preact';
import { useApp } from '../app/context.ts';
import { useDesk } from '../play/desk.ts';
import { LAYER_HINTS, LAYER_LABELS, type Layer } from './edit.ts';
import { conjunctionWords, dimensionsOf, partWords } from './words.ts';

interface PartChipProps {
  readonly layer: Layer;
  readonly words: string;
  readonly onDrop: () => void;
}

const PartChip = ({ layer, words, onDrop }: PartChipProps): JSX.Element => (
  <li class={`chip on part ${layer}`}>
    <span class="part-words">{words}</span>
    <button
      type="button"
      class="cross"
      aria-label={`Drop ${words} from ${LAYER_LABELS[layer].toLowerCase()}`}
      onClick={onDrop}
    >
      ×
    </button>
  </li>
);

/** A single conjunction is shown dimension by dimension, so that it can be widened; a union part by part. */
const Parts = ({ layer }: { readonly layer: Layer }): ComponentChildren => {
  const { run } = useApp();
  const scope = run.draft.value[layer];
  if (scope === null || scope.length === 0) return null;
  const only = scope.length === 1 ? scope[0] : undefined;
  if (only !== undefined && dimensionsOf(only).length > 0)
    return dimensionsOf(only).map((dimension) => (
      <PartChip
        key={dimension}
        layer={layer}
        words={partWords(dimension, only[dimension] ?? [])}
        onDrop={() => run.edit({ edit: 'drop-dimension', layer, part: 0, dimension })}
      />
    ));
  return scope.map((conjunction, part) => (
    <PartChip
      key={conjunctionWords(conjunction)}
      layer={layer}
      words={conjunctionWords(conjunction)}
      onDrop={() => run.edit({ edit: 'drop-part', layer, part })}
    />
  ));
};

export const LayerRow = ({ layer }: { readonly layer: Layer }): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const scope = run.draft.value[layer];
  const open = (): void => {
    desk.layer.value = layer;
    desk.dialog.value = { open: 'picker', layer };
  };
  const said = scope === null ? 'not said yet' : scope.length === 0 ? 'nobody' : null;
  return (
    <>
      <dt title={LAYER_HINTS[layer]}>{LAYER_LABELS[layer]}</dt>
      <dd>
        <ul class="chips">
          <Parts layer={layer} />
          <li>
            <button
              type="button"
              class={said === null ? 'chip bare' : said === 'nobody' ? 'chip on' : 'chip unsaid'}
              aria-label={`${LAYER_LABELS[layer]}: ${said ?? 'said'}; edit`}
              onClick={open}
            >
              {said ?? '+'}
            </button>
          </li>
        </ul>
      </dd>
    </>
  );
};
