/** The lens in its frame: the question, the choices, the picture or the table, the legend; or the pipeline there. */
import type { JSX } from 'preact';
import type { LensView } from '../../session/viewLens.ts';
import { useMemo } from 'preact/hooks';
import { useApp } from '../app/context.ts';
import type { Attention } from '../play/attention.ts';
import { useDesk } from '../play/desk.ts';
import { useView } from '../play/useView.ts';
import { withLayers } from './layers.ts';
import { LayerSwitch } from './layerSwitch.tsx';
import { LensControls, LensNumber } from './lensControls.tsx';
import { LensStage } from './lensStage.tsx';
import { LensTable } from './lensTable.tsx';
import { PipelineLegend } from './pipelineLegend.tsx';
import { PipelineStage } from './pipelineStage.tsx';
import { PipelineTable } from './pipelineTable.tsx';
import { ShowSwitch } from './showSwitch.tsx';

export interface LensCardProps {
  readonly attention: Attention;
  readonly narrow: boolean;
}

/** The warm end is the worse one, whichever way that lies for the metric. */
const Legend = ({
  range,
  worse,
}: {
  readonly range: number;
  readonly worse: LensView['worse'];
}): JSX.Element => {
  const [from, to] =
    worse === 'down' ? (['below', 'above'] as const) : (['above', 'below'] as const);
  const sign = { below: '−', above: '+' };
  return (
    <span
      class="ramp-legend"
      role="img"
      aria-label={`Colour runs from ${range} per cent ${from} its own four weeks, which is the worse end, to ${range} per cent ${to}`}
    >
      <span class="mono">
        {sign[from]}
        {range} %
      </span>
      <i class="ramp" />
      <span class="mono">
        {sign[to]}
        {range} %
      </span>
    </span>
  );
};

/** `about`: what the picture shows, where there is room to say it. */
const Flip = ({
  table,
  about = '',
}: {
  readonly table: boolean;
  readonly about?: string;
}): JSX.Element => {
  const desk = useDesk();
  return (
    <button
      type="button"
      class="lens-flip"
      aria-pressed={table}
      onClick={() => (desk.lensAsTable.value = !desk.lensAsTable.value)}
    >
      <span class="mute">
        {!table && <span class="lens-about">{about}</span>}
        {table ? 'picture' : 'table'}
      </span>
      <kbd class="key">T</kbd>
    </button>
  );
};

const People = ({ attention, narrow }: LensCardProps): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const { lens } = useView();
  const draft = run.draft.value;
  const shown = useMemo(() => withLayers(lens, draft), [lens, draft]);
  const table = narrow || desk.lensAsTable.value;
  // Before harm is confirmed by a second source the numbers are all there is.
  const question =
    draft.hurtNow === null || draft.hurtNow.length === 0 ? 'Whose numbers moved?' : 'Who is hurt?';
  return (
    <>
      <header class="lens-head">
        <hgroup class="lens-question">
          <h2 id="lens-title" tabIndex={-1}>
            {question}
          </h2>
          <p class="mute lens-window">
            {lens.window}
            {lens.next !== null && ` · ${lens.next}`}
          </p>
        </hgroup>
        <LensNumber lens={lens} />
        <ShowSwitch />
      </header>
      <LensControls lens={lens} single={narrow} attention={attention === 'lens'} />
      {table ? <LensTable lens={shown} /> : <LensStage lens={shown} />}
      <footer class="lens-foot">
        <LayerSwitch />
        {!narrow && <Legend range={lens.range} worse={lens.worse} />}
        {!narrow && <Flip table={table} about="dot: a simulated person · " />}
      </footer>
    </>
  );
};

const Pipeline = ({ narrow }: { readonly narrow: boolean }): JSX.Element => {
  const desk = useDesk();
  const { pipeline, now } = useView();
  const table = narrow || desk.lensAsTable.value;
  return (
    <>
      <header class="lens-head">
        <h2 id="lens-title" tabIndex={-1}>
          What is being served?
        </h2>
        {!narrow && <span class="mute pipeline-covers">shown {pipeline.covers}</span>}
        <ShowSwitch />
      </header>
      <p class="pipeline-summary soft">{pipeline.summary}</p>
      {table ? (
        <PipelineTable pipeline={pipeline} />
      ) : (
        <PipelineStage pipeline={pipeline} tick={now.tick} />
      )}
      {!narrow && (
        <footer class="lens-foot">
          {!table && <PipelineLegend pipeline={pipeline} />}
          <Flip table={table} />
        </footer>
      )}
    </>
  );
};

export const LensCard = ({ attention, narrow }: LensCardProps): JSX.Element => {
  const desk = useDesk();
  return (
    <section class="card lens" aria-labelledby="lens-title">
      {desk.lensShows.value === 'people' ? (
        <People attention={attention} narrow={narrow} />
      ) : (
        <Pipeline narrow={narrow} />
      )}
    </section>
  );
};
