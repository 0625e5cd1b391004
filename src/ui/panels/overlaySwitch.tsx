/** An overlay in a legend: its dash, its name, its value at the shared moment, and pressing it switches it everywhere. */
import type { JSX } from 'preact';
import type { Overlay } from '../../session/overlayWords.ts';
import { useDesk } from '../play/desk.ts';
import { OVERLAY_DASHES } from './palette.ts';

export interface OverlaySwitchProps {
  readonly overlay: Overlay;
  /** At the shared moment; null where nothing is pointed at. */
  readonly value: string | null;
}

export const OverlaySwitch = ({ overlay, value }: OverlaySwitchProps): JSX.Element => {
  const { overlays } = useDesk();
  const shown = overlays.value.has(overlay.id);
  return (
    <button
      type="button"
      class="legend-line overlay"
      aria-pressed={shown}
      title={shown ? 'Take it out of the plots' : 'Lay it behind the lines'}
      onClick={() => {
        const rest = [...overlays.value].filter((id) => id !== overlay.id);
        overlays.value = new Set(shown ? rest : [...rest, overlay.id]);
      }}
    >
      <svg width="24" height="8" aria-hidden="true">
        <line
          x1="0"
          x2="24"
          y1="4"
          y2="4"
          stroke-dasharray={OVERLAY_DASHES[overlay.id].join(' ')}
        />
      </svg>
      {overlay.label}
      {shown && value !== null && <span class="mono">{value}</span>}
    </button>
  );
};
