/** The harm curves as text: every line's name and total, and all values as a table. */
import type { JSX } from 'preact';
import type { HarmChart } from '../../scoring/debrief.ts';
import { compact } from '../format.ts';
import { GHOST_DASH, type Ghost } from './ghostLines.ts';
import { DASH } from './harmGeometry.ts';

export const HarmTable = ({
  chart,
  ghosts,
}: {
  readonly chart: HarmChart;
  readonly ghosts: readonly Ghost[];
}): JSX.Element => {
  const columns = [...chart.lines, ...ghosts];
  const step = Math.max(1, Math.floor(chart.ticks.length / 10));
  return (
    <div class="table-wrap harm-table" tabIndex={0} role="region" aria-label="Harm as a table">
      <table class="data">
        <caption>{chart.unit}, summed up</caption>
        <thead>
          <tr>
            <th scope="col">time</th>
            {columns.map((line) => (
              <th key={line.id} scope="col" class="n">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.ticks.map((tick, index) =>
            index % step !== 0 && index !== chart.ticks.length - 1 ? null : (
              <tr key={tick}>
                <th scope="row">{chart.tickLabels[index]}</th>
                {columns.map((line) => (
                  <td key={line.id} class="n">
                    {compact(line.values[index] ?? 0)}
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
};

/** Where there is no room beside the curves: each line's name, stroke and total, in the order in which they end. */
export const HarmNames = ({ chart }: { readonly chart: HarmChart }): JSX.Element => (
  <ul class="harm-names">
    {chart.lines
      .toSorted((a, b) => b.total - a.total)
      .map((line) => (
        <li key={line.id} class={`harm-line ${line.id}`}>
          <svg width="28" height="8" viewBox="0 0 28 8" aria-hidden="true">
            <path class="line" d="M0 4H28" stroke-dasharray={DASH[line.id]} />
          </svg>
          <span>{line.label}</span>
          <span class="mono">{compact(line.total)}</span>
        </li>
      ))}
  </ul>
);

/** Who played the same case, with the stroke and what it came to. */
export const GhostNames = ({ ghosts }: { readonly ghosts: readonly Ghost[] }): JSX.Element => (
  <ul class="harm-names" aria-label="Scripted players in the same world">
    {ghosts.map((ghost, k) => (
      <li key={ghost.id} class="harm-ghost">
        <svg width="28" height="8" viewBox="0 0 28 8" aria-hidden="true">
          <path d="M0 4H28" stroke-dasharray={GHOST_DASH[k]} />
        </svg>
        <span>{ghost.label}</span>
        <span class="mono">{compact(ghost.total)}</span>
      </li>
    ))}
  </ul>
);
