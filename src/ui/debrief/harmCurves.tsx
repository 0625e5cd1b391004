/** What it cost people, in the same world, under five ways of acting. Lines have dashes and names beside colours. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { HarmChart } from '../../scoring/debrief.ts';
import { withBands } from './harmBands.ts';
import { useApp } from '../app/context.ts';
import { NARROW, useMedia } from '../app/useMedia.ts';
import { compact } from '../format.ts';
import {
  bandPath,
  BESIDE,
  BOTTOM,
  DASH,
  markerName,
  harmScale,
  NARROW_FRAME,
  labelPlaces,
  linePath,
  markerRows,
  TOP,
  WIDE_FRAME,
} from './harmGeometry.ts';
import { GHOST_DASH, ghostsOn, type Ghost } from './ghostLines.ts';
import { GhostNames, HarmNames, HarmTable } from './harmTable.tsx';
import { WorkedOut } from './workedOut.tsx';

export const harmSentence = (chart: HarmChart): string =>
  `${chart.unit}: ${chart.lines.map((line) => `${line.label} ${compact(line.total)}`).join(', ')}.`;

interface PlotProps {
  readonly chart: HarmChart;
  readonly ghosts: readonly Ghost[];
  readonly narrow: boolean;
}

const Plot = ({ chart, ghosts, narrow }: PlotProps): JSX.Element => {
  const frame = narrow ? NARROW_FRAME : WIDE_FRAME;
  const { width, height, left } = frame;
  const timeLabels = narrow ? 3 : 5;
  const scale = harmScale(chart, frame);
  const ends = chart.lines.map((line) => Math.max(TOP, scale.y(line.values.at(-1) ?? 0)) + 4);
  const places = labelPlaces(ends, frame);
  const edge = width - frame.right;
  const last = Math.max(1, chart.ticks.length - 1);
  const times = Array.from({ length: timeLabels }, (_, index) =>
    Math.round((index / (timeLabels - 1)) * last),
  );
  const marks = chart.markers.map((marker) => ({ marker, x: scale.x(marker.tick) }));
  // The same job every night is named once.
  const first = marks.filter(
    ({ marker }) => chart.markers.find((other) => other.label === marker.label) === marker,
  );
  const rows = markerRows(
    first.map(({ marker, x }) => ({ x, label: marker.label })),
    frame,
  );
  const named = marks.map((mark) => ({
    ...mark,
    row: rows[first.indexOf(mark)] ?? null,
    name: markerName(mark.x, mark.marker.label, frame),
  }));
  // Yours on top of the others.
  const ordered = chart.lines.toSorted((a, b) => Number(a.id === 'you') - Number(b.id === 'you'));
  return (
    <svg
      class="harm"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={harmSentence(chart)}
    >
      {scale.steps.map((step) => (
        <g key={step}>
          <line class="grid" x1={left} x2={edge} y1={scale.y(step)} y2={scale.y(step)} />
          <text class="tick" x={left - 10} y={scale.y(step) + 4} text-anchor="end">
            {compact(step)}
          </text>
        </g>
      ))}
      {times.map((index) => (
        <text
          key={index}
          class="tick"
          x={scale.x(chart.ticks[index] ?? 0)}
          y={height - 8}
          text-anchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}
        >
          {chart.tickLabels[index]}
        </text>
      ))}
      {named.map(({ marker, x, row }) => (
        <line
          key={`${marker.tick}-${marker.label}`}
          class="marker"
          x1={x}
          x2={x}
          y1={row === null ? TOP : 8 + row * 16}
          y2={height - BOTTOM}
        />
      ))}
      {named.map(
        ({ marker, x, row, name }) =>
          row !== null && (
            <text
              key={`${marker.tick}-${marker.label}`}
              class="marker-label"
              x={name.flipped ? x - BESIDE : x + BESIDE}
              y={18 + row * 16}
              text-anchor={name.flipped ? 'end' : 'start'}
            >
              {name.text}
              {name.text !== marker.label && <title>{marker.label}</title>}
            </text>
          ),
      )}
      <clipPath id="harm-frame">
        <rect x={left} y={TOP - 6} width={edge - left + 2} height={height - TOP} />
      </clipPath>
      {ghosts.map((ghost, k) => (
        <g key={ghost.id} class="harm-ghost" clip-path="url(#harm-frame)">
          <path d={linePath(chart, ghost.values, scale)} stroke-dasharray={GHOST_DASH[k]} />
        </g>
      ))}
      {ordered.map((line) => (
        <g key={line.id} class={`harm-line ${line.id}`} clip-path="url(#harm-frame)">
          <path class="band" d={bandPath(chart, line.low, line.high, scale)} />
          <path
            class="line"
            d={linePath(chart, line.values, scale)}
            stroke-dasharray={DASH[line.id]}
          />
        </g>
      ))}
      {!narrow &&
        chart.lines.map((line, index) => (
          <g key={line.id} class={`harm-line ${line.id}`}>
            <path
              class="lead"
              d={`M${edge + 2} ${(ends[index] ?? 0) - 4}L${edge + 12} ${(places[index] ?? 0) - 4}`}
            />
            <text class="name" x={edge + 16} y={places[index]}>
              {line.label}
              <tspan class="total" dx="8">
                {compact(line.total)}
              </tspan>
            </text>
          </g>
        ))}
    </svg>
  );
};

export const HarmCurves = ({ chart: plain }: { readonly chart: HarmChart }): JSX.Element => {
  const { bands, ghosts } = useApp().run;
  const others = ghostsOn(plain, ghosts.found.value ?? []);
  const branches = bands.found.value;
  const chart = branches === null ? plain : withBands(plain, branches);
  const table = useSignal(false);
  const narrow = useMedia(NARROW);
  const { beyond: id } = harmScale(chart);
  const beyond = chart.lines.find((line) => line.id === id);
  return (
    <section class="card harm-card" aria-labelledby="harm-title">
      <header class="card-head">
        <h2 id="harm-title">What it cost people, in the same world</h2>
        <span>{chart.unit}</span>
        <button
          type="button"
          class="text-button"
          aria-pressed={table.value}
          onClick={() => (table.value = !table.value)}
        >
          {table.value ? 'as curves' : 'as a table'}
        </button>
      </header>
      {table.value ? (
        <HarmTable chart={chart} ghosts={others} />
      ) : (
        <Plot chart={chart} ghosts={others} narrow={narrow} />
      )}
      {narrow && !table.value && <HarmNames chart={chart} />}
      {beyond !== undefined && !table.value && (
        <p class="mute harm-beyond">
          “{beyond.label}” runs out of the picture, to {compact(beyond.total)}; drawn whole, it
          would press the others flat.
        </p>
      )}
      {branches !== null && (
        <p class="mute harm-beyond">
          Bands: the same moves at the same minutes, in {branches.length} worlds with other luck
          from the page on.
        </p>
      )}
      {others.length > 0 && !table.value && <GhostNames ghosts={others} />}
      <div class="harm-asks">
        <WorkedOut of={ghosts} button="How would others have done?" working="Played by others" />
        <WorkedOut of={bands} button="How much was luck?" working="The same days with other luck" />
      </div>
    </section>
  );
};
