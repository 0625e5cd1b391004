/** Which layer a loop, a tap or an *add* goes into. */
import type { JSX } from 'preact';
import { useDesk } from '../play/desk.ts';
import { LAYER_HINTS, LAYER_LABELS, LAYERS } from '../radius/edit.ts';

export const LayerSwitch = (): JSX.Element => {
  const desk = useDesk();
  return (
    <fieldset class="layer-switch">
      <legend class="unseen">A loop or a tap marks</legend>
      <span class="mute" aria-hidden="true">
        <span class="wide">loop marks</span>
        <span class="narrow">“+ add” marks them as</span>
      </span>
      {LAYERS.map((layer) => (
        <label key={layer} class={`layer-option ${layer}`} title={LAYER_HINTS[layer]}>
          <input
            type="radio"
            name="layer"
            class="unseen"
            checked={desk.layer.value === layer}
            onChange={() => (desk.layer.value = layer)}
          />
          <span>{LAYER_LABELS[layer]}</span>
        </label>
      ))}
    </fieldset>
  );
};
