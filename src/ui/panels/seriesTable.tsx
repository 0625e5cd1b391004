/** A plot's numbers as a table, every so many points. */
import type { JSX } from 'preact';
import type { Overlay } from '../../session/overlayWords.ts';
import type { SeriesPanel } from '../../session/view.ts';
import { pointValue } from './pointWords.ts';

/** One row every so often, so that the table stays readable aloud. */
const ROWS = 24;

export interface SeriesTableProps {
  readonly panel: SeriesPanel;
  /** What is laid behind the lines: a column each. */
  readonly overlays: readonly Overlay[];
}

export const SeriesTable = ({ panel, overlays }: SeriesTableProps): JSX.Element => {
  const step = Math.max(1, Math.ceil(panel.ticks.length / ROWS));
  const indices = panel.ticks
    .map((_, index) => index)
    .filter((index) => index % step === 0 || index === panel.ticks.length - 1);
  return (
    <div
      class="table-wrap plot full"
      tabIndex={0}
      role="region"
      aria-label={`${panel.title} as a table`}
    >
      <table class="data">
        <caption>
          {panel.title}, {panel.unit}
        </caption>
        <thead>
          <tr>
            <th scope="col">time</th>
            {panel.lines.map((line) => (
              <th key={line.key} scope="col" class="n">
                {line.label}
              </th>
            ))}
            {overlays.map((overlay) => (
              <th key={overlay.id} scope="col" class="n">
                {overlay.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indices.map((index) => (
            <tr key={index}>
              <th scope="row">{panel.tickLabels[index]}</th>
              {panel.lines.map((line) => (
                <td key={line.key} class="n">
                  {pointValue(panel, line.values[index])}
                </td>
              ))}
              {overlays.map((overlay) => (
                <td key={overlay.id} class="n">
                  {pointValue(panel, overlay.values[index])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
