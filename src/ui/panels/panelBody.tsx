/** The content of a panel by its kind, small under the lens or full among the dashboards. */
import type { JSX } from 'preact';
import { isDaily } from '../../session/dayWords.ts';
import { overlaysOf } from '../../session/overlayWords.ts';
import type { PanelView, SeriesPanel, TablePanel, TextPanel } from '../../session/view.ts';
import { Mark } from '../app/mark.tsx';
import { deviation } from '../format.ts';
import { pointAt } from '../cursor/time.ts';
import { useDesk } from '../play/desk.ts';
import { stands } from '../stands.ts';
import { BarsBody } from './barsBody.tsx';
import { PhoneBody } from './phoneBody.tsx';
import { pointWords } from './pointWords.ts';
import { RangeBar } from './rangeBar.tsx';
import { SeriesLegend } from './seriesLegend.tsx';
import { SeriesPlot } from './seriesPlot.tsx';

export interface BodyProps<P extends PanelView> {
  readonly panel: P;
  readonly full: boolean;
}

/** The minute a plot begins at tells less than its weekday; of a point a day, all of it is needed. */
const firstWords = ({ ticks, tickLabels }: SeriesPanel): string | undefined =>
  isDaily(ticks) ? tickLabels[0] : tickLabels[0]?.split(' ')[0];

/** Under a small plot: what is under the shared moment, else where it begins and ends, and whose the figure above it is. */
const PlotFoot = ({ panel }: { readonly panel: SeriesPanel }): JSX.Element => {
  const { cursor, range } = useDesk().marks;
  const at = cursor.value === null ? null : pointAt(panel.ticks, cursor.value.tick);
  if (range.value?.panel === panel.id) return <RangeBar panel={panel} />;
  return (
    <p class="plot-ends mono" aria-hidden="true">
      {at === null ? (
        <>
          <span>{firstWords(panel)}</span>
          {panel.lines.length > 1 && (
            <b class={panelMoved(panel)}>{panel.lines[panel.lead]?.label}</b>
          )}
          <span>{panel.tickLabels.at(-1)}</span>
        </>
      ) : (
        <span class="soft">{pointWords(panel, at)}</span>
      )}
    </p>
  );
};

/** A small plot has room for one overlay. */
const SmallSeries = ({ panel }: { readonly panel: SeriesPanel }): JSX.Element => {
  const shown = useDesk().overlays.value;
  const behind = overlaysOf(panel).filter(({ id }) => id === 'past' && shown.has(id));
  return (
    <>
      <SeriesPlot panel={panel} overlays={behind} full={false} />
      <PlotFoot panel={panel} />
    </>
  );
};

const SeriesBody = ({ panel, full }: BodyProps<SeriesPanel>): JSX.Element =>
  full ? <SeriesLegend panel={panel} /> : <SmallSeries panel={panel} />;

/** Rows of a small table: those outside their band first, with the first figure of each. */
const SMALL_ROWS = 2;

/** A small card has no room for columns: the sentence of the panel, and the rows that matter most. */
const SmallTable = ({ panel }: { readonly panel: TablePanel }): JSX.Element => {
  const order = [...panel.marked, ...panel.rows.keys()];
  const rows = [...new Set(order)].slice(0, SMALL_ROWS).flatMap((at) => panel.rows[at] ?? []);
  const width = panel.columns.length;
  return (
    <>
      <p class="panel-said soft">{panel.summary}</p>
      {width > 1 && (
        <dl class="panel-rows">
          {Array.from({ length: rows.length / width }, (_, k) => (
            <div key={rows[k * width]} class={k < panel.marked.length ? 'marked' : ''}>
              <dt>{rows[k * width]}</dt>
              <dd class="mono">{rows[k * width + 1]}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
};

const TableBody = ({ panel }: { readonly panel: TablePanel }): JSX.Element => (
  <div class="table-wrap" tabIndex={0} role="region" aria-label={panel.title}>
    <table class="data">
      <thead>
        <tr>
          {panel.columns.map((column, index) => (
            <th key={column} scope="col" class={index > 0 ? 'n' : ''}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {panel.rows.map((row, index) => (
          <tr key={row.join('|')} class={panel.marked.includes(index) ? 'marked' : ''}>
            {row.map((entry, column) =>
              column === 0 ? (
                <th key={entry} scope="row">
                  {panel.marked.includes(index) && <Mark shape="square" label="outside its band" />}
                  {entry}
                </th>
              ) : (
                <td key={panel.columns[column]} class="n">
                  {entry}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const TextBody = ({ panel, full }: BodyProps<TextPanel>): JSX.Element => (
  <div class="stack small-gap">
    {(full ? panel.paragraphs : panel.paragraphs.slice(0, 2)).map((paragraph) => (
      <p key={paragraph} class="soft">
        {paragraph}
      </p>
    ))}
  </div>
);

export const PanelBody = ({ panel, full }: BodyProps<PanelView>): JSX.Element => {
  switch (panel.kind) {
    case 'series':
      return <SeriesBody panel={panel} full={full} />;
    case 'bars':
      return <BarsBody panel={panel} full={full} />;
    case 'table':
      return full ? <TableBody panel={panel} /> : <SmallTable panel={panel} />;
    case 'phone':
      return <PhoneBody panel={panel} full={full} />;
    default:
      return <TextBody panel={panel} full={full} />;
  }
};

/** The figure in a panel's corner, where it has one: of a cut, the one furthest out of its noise, named where there is room. */
export const panelFigure = (panel: PanelView, full: boolean): string | null => {
  if (panel.kind !== 'series') return null;
  const line = panel.lines[panel.lead];
  if (line === undefined || line.deviation === null) return null;
  const figure = deviation(line.deviation);
  return full && panel.lines.length > 1 ? `${line.label} ${figure}` : figure;
};

/** Whether that figure stands out of its noise, and what that is to people. */
export const panelMoved = (panel: PanelView): 'loss' | 'gain' | 'flat' => {
  const lead = panel.kind === 'series' ? panel.lines[panel.lead] : undefined;
  return panel.kind !== 'series' || lead === undefined ? 'flat' : stands(lead, panel.worse);
};
