/** All panels at full size, with one variable bar: which number, cut by what. Opening another one is a look and costs. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { MetricId } from '../../sim/metrics.ts';
import type { Dimension } from '../../sim/segments.ts';
import { useApp } from '../app/context.ts';
import { Sheet } from '../app/sheet.tsx';
import { useDesk } from '../play/desk.ts';
import { Expect } from '../play/expect.tsx';
import { sendPredicted } from '../play/predict.ts';
import { useView } from '../play/useView.ts';
import { PanelCard } from './panelCard.tsx';

export const VariableBar = (): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const view = useView();
  const metric = useSignal<MetricId>(view.lens.metric);
  const by = useSignal<Dimension | ''>('');
  const price =
    view.menu
      .flatMap((group) => group.items)
      .find((item) =>
        item.choices.some(
          ({ command }) => command.kind === 'look' && command.look.view === 'metric',
        ),
      )?.cost ?? null;
  return (
    <form
      class="variable-bar"
      onSubmit={(event) => {
        event.preventDefault();
        void sendPredicted(run, desk, {
          kind: 'look',
          look: {
            view: 'metric',
            metric: metric.value,
            by: by.value === '' ? null : by.value,
            scope: view.radius.target,
          },
        });
      }}
    >
      <label class="field">
        <span>Number</span>
        <select
          class="input"
          value={metric.value}
          onChange={(event) => (metric.value = event.currentTarget.value as MetricId)}
        >
          {view.lens.metrics.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.label}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Cut by</span>
        <select
          class="input"
          value={by.value}
          onChange={(event) => (by.value = event.currentTarget.value as Dimension | '')}
        >
          <option value="">nothing</option>
          {view.lens.dimensions.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.label}
            </option>
          ))}
        </select>
      </label>
      <p class="field">
        <span>On</span>
        <b>{view.radius.targetLabel}</b>
      </p>
      <Expect legend="I expect" />
      <button type="submit" class="button">
        Open{price !== null && <span class="mono mute">{price} min</span>}
      </button>
    </form>
  );
};

export interface DashboardsProps {
  readonly focus: string | null;
  readonly onClose: () => void;
}

export const Dashboards = ({ focus, onClose }: DashboardsProps): JSX.Element => {
  const view = useView();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus !== null)
      list.current
        ?.querySelector(`[data-panel="${CSS.escape(focus)}"]`)
        ?.scrollIntoView({ block: 'center' });
  }, [focus]);
  return (
    <Sheet title="All panels" onClose={onClose} wide>
      <VariableBar />
      <p class="mute">
        One moment for all plots: point, or use the arrow keys. Drag, or Shift and arrows, chooses a
        range to pin as evidence.
      </p>
      <div class="dashboards" ref={list}>
        {view.panels.map((panel) => (
          <div key={panel.id} data-panel={panel.id} class={panel.kind === 'phone' ? 'span' : ''}>
            <PanelCard panel={panel} full />
          </div>
        ))}
      </div>
    </Sheet>
  );
};
