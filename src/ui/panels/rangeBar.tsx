/** What has been brushed, and what can be done with it: pin it as evidence, look closer, let it go. */
import type { JSX } from 'preact';
import { stretchLabels } from '../../session/dayWords.ts';
import { rangeDeviation } from '../../session/rangeWords.ts';
import type { SeriesPanel } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { rangeReading } from '../cursor/cursor.ts';
import { deviation } from '../format.ts';
import { useDesk } from '../play/desk.ts';

export interface RangeBarProps {
  readonly panel: SeriesPanel;
  readonly onZoom?: (range: { readonly from: number; readonly to: number }) => void;
}

export const RangeBar = ({ panel, onZoom }: RangeBarProps): JSX.Element | null => {
  const { run } = useApp();
  const { range } = useDesk().marks;
  const chosen = range.value;
  const first = panel.lines[panel.lead];
  if (chosen?.panel !== panel.id || first === undefined) return null;
  return (
    <p class="range-bar" role="group" aria-label="The chosen range">
      <span class="mono">
        {stretchLabels(panel.ticks, chosen).join(' – ')}{' '}
        {panel.lines.length > 1 && `${first.label} `}
        <b>{deviation(rangeDeviation(panel.ticks, first, chosen))}</b>
      </span>
      <span class="row">
        <button
          type="button"
          class="chip on"
          onClick={() => {
            void run.send({ kind: 'pin', reading: rangeReading(chosen), pinned: true });
            range.value = null;
          }}
        >
          Pin range
        </button>
        {onZoom !== undefined && (
          <button type="button" class="chip" onClick={() => onZoom(chosen)}>
            Zoom
          </button>
        )}
        <button
          type="button"
          class="chip"
          aria-label="Let the range go"
          onClick={() => (range.value = null)}
        >
          ×
        </button>
      </span>
    </p>
  );
};
