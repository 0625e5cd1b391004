/** The lens in its frame: the question, the choices, the picture or the table, the legend. */
import type { JSX } from 'preact';
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

export interface LensCardProps {
  readonly attention: Attention;
  readonly narrow: boolean;
}

const Legend = ({ range }: { readonly range: number }): JSX.Element => (
  <span
    class="ramp-legend"
    role="img"
    aria-label={`Colour runs from ${range} per cent below its own four weeks to ${range} per cent above`}
  >
    <span class="mono">−{range} %</span>
    <i class="ramp" />
    <span class="mono">+{range} %</span>
  </span>
);

export const LensCard = ({ attention, narrow }: LensCardProps): JSX.Element => {
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
    <section class="card lens" aria-labelledby="lens-title">
      <header class="lens-head">
        <h2 id="lens-title" tabIndex={-1}>
          {question}
        </h2>
        <LensNumber lens={lens} />
        {!narrow && <Legend range={lens.range} />}
      </header>
      <LensControls lens={lens} single={narrow} attention={attention === 'lens'} />
      {table ? <LensTable lens={shown} /> : <LensStage lens={shown} />}
      <footer class="lens-foot">
        <LayerSwitch />
        {!narrow && (
          <button
            type="button"
            class="lens-flip"
            aria-pressed={table}
            onClick={() => (desk.lensAsTable.value = !desk.lensAsTable.value)}
          >
            <span class="mute">{table ? 'picture' : 'dot: a simulated person · table'}</span>
            <kbd class="key">T</kbd>
          </button>
        )}
      </footer>
    </section>
  );
};
