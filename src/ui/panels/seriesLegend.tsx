/** The full plot with its legend; the legend shows the values under the shared cursor, and every number has a table. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { overlaysOf } from '../../session/overlayWords.ts';
import type { SeriesPanel } from '../../session/view.ts';
import { withError } from '../format.ts';
import { pointAt } from '../cursor/time.ts';
import { useDesk } from '../play/desk.ts';
import { DASHES } from './palette.ts';
import { OverlaySwitch } from './overlaySwitch.tsx';
import { pointValue } from './pointWords.ts';
import { RangeBar } from './rangeBar.tsx';
import { SeriesPlot } from './seriesPlot.tsx';
import { SeriesTable } from './seriesTable.tsx';

/** At the shared moment its value; else how far it is from its past, or where it has none, where it ends. */
const legendFigure = (
  panel: SeriesPanel,
  line: SeriesPanel['lines'][number],
  index: number | null,
): string => {
  const value = index === null ? null : line.values[index];
  if (value !== null && value !== undefined) return pointValue(panel, value);
  return line.deviation === null
    ? pointValue(
        panel,
        line.values.findLast((v) => v !== null),
      )
    : withError(line.deviation, line.error);
};

const legendWords = (panel: SeriesPanel): string =>
  panel.lines[panel.lead]?.deviation === null ? 'as it stands' : `deviation from ${panel.past}`;

export const SeriesLegend = ({ panel }: { readonly panel: SeriesPanel }): JSX.Element => {
  const { marks, overlays } = useDesk();
  const { cursor } = marks;
  const offered = overlaysOf(panel);
  const behind = offered.filter((overlay) => overlays.value.has(overlay.id));
  const table = useSignal(false);
  const zoom = useSignal<{ readonly from: number; readonly to: number } | null>(null);
  const index = cursor.value === null ? null : pointAt(panel.ticks, cursor.value.tick);
  return (
    <>
      {table.value ? (
        <SeriesTable panel={panel} overlays={behind} />
      ) : (
        <SeriesPlot panel={panel} overlays={behind} full zoom={zoom.value} />
      )}
      <RangeBar panel={panel} onZoom={(range) => (zoom.value = range)} />
      <div class="row spread wrap legend">
        <ul class="row wrap">
          {panel.lines.map((line, k) => (
            <li key={line.key} class={`legend-line line-${k % 7}`}>
              <svg width="24" height="8" aria-hidden="true">
                <line
                  x1="0"
                  x2="24"
                  y1="4"
                  y2="4"
                  stroke-dasharray={(DASHES[k % DASHES.length] ?? []).join(' ')}
                />
              </svg>
              {line.label}
              <span class="mono">{legendFigure(panel, line, index)}</span>
            </li>
          ))}
          {offered.map((overlay) => (
            <li key={overlay.id}>
              <OverlaySwitch
                overlay={overlay}
                value={index === null ? null : pointValue(panel, overlay.values[index])}
              />
            </li>
          ))}
          <li class="mute">
            {index === null ? legendWords(panel) : (panel.tickLabels[index] ?? '')}
          </li>
        </ul>
        {zoom.value !== null && (
          <button type="button" class="button small bare" onClick={() => (zoom.value = null)}>
            Whole time
          </button>
        )}
        <button
          type="button"
          class="button small bare"
          aria-pressed={table.value}
          onClick={() => (table.value = !table.value)}
        >
          {table.value ? 'Plot' : 'Table'}
        </button>
      </div>
    </>
  );
};
