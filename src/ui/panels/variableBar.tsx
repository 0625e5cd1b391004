/** Which number, cut by what. A metric is read on the radius; a gauge knows its own cuts. Opening is a look and costs. */
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Look } from '../../session/commands.ts';
import type { BoardOfGauges, View } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { useDesk } from '../play/desk.ts';
import { Expect } from '../play/expect.tsx';
import { sendPredicted } from '../play/predict.ts';
import { useView } from '../play/useView.ts';

interface Cut {
  readonly id: string;
  readonly label: string;
}

/** Something that can be plotted over time, and what it can be cut by. */
interface Plottable {
  readonly label: string;
  readonly cuts: readonly Cut[];
  /** What it can be cut by besides, at the same time; empty for what takes one cut. */
  readonly second: readonly Cut[];
  /** It is not to be had whole. */
  readonly mustCut: boolean;
  /** Why other cuts are not offered; empty where all are. */
  readonly why: string;
  /** Whom it is read on. */
  readonly on: string;
  /** `by`: some of its cuts, in order. */
  readonly look: (by: readonly string[]) => Look;
}

const metricOf = (view: View, metric: View['lens']['metrics'][number]): Plottable => ({
  label: metric.label,
  cuts: view.lens.dimensions,
  second: [],
  mustCut: false,
  why: '',
  on: view.radius.targetLabel,
  look: ([by]) => ({
    view: 'metric',
    metric: metric.id,
    by: view.lens.dimensions.find((d) => d.id === by)?.id ?? null,
    scope: view.radius.target,
  }),
});

const gaugeOf = (gauge: BoardOfGauges['gauges'][number]): Plottable => ({
  label: gauge.label,
  cuts: gauge.cuts,
  second: [],
  mustCut: false,
  why: gauge.counted,
  on: 'all of Corkboard',
  look: ([by]) => ({
    view: 'gauge',
    gauge: gauge.id,
    by: gauge.cuts.find((cut) => cut.id === by)?.id ?? null,
  }),
});

const ideasOf = (view: View, metric: View['ideas']['metrics'][number]): Plottable => ({
  label: metric.label,
  cuts: view.ideas.cuts.filter((cut) => cut.own),
  second: view.ideas.cuts,
  mustCut: true,
  why: '',
  on: view.radius.targetLabel,
  look: (by) => ({
    view: 'items',
    metric: metric.id,
    by: by.flatMap((id) => view.ideas.cuts.find((cut) => cut.id === id)?.id ?? []),
    scope: view.radius.target,
  }),
});

const priceOf = (view: View, of: Look['view']): number | null =>
  view.menu
    .flatMap((group) => group.items)
    .find((item) =>
      item.choices.some(({ command }) => command.kind === 'look' && command.look.view === of),
    )?.cost ?? null;

export const VariableBar = (): JSX.Element => {
  const { run } = useApp();
  const desk = useDesk();
  const view = useView();
  const groups = [
    {
      label: 'What people do',
      entries: view.lens.metrics.map((m) => ({ id: m.id as string, of: metricOf(view, m) })),
    },
    {
      label: 'What ideas get',
      entries: view.ideas.metrics.map((m) => ({ id: m.id as string, of: ideasOf(view, m) })),
    },
    ...view.boards.map((board) => ({
      label: board.label,
      entries: board.gauges.map((g) => ({ id: g.id as string, of: gaugeOf(g) })),
    })),
  ];
  const entries = groups.flatMap((group) => group.entries);
  const chosen = useSignal<string>(view.lens.metric);
  const by = useSignal('');
  const and = useSignal('');
  const plottable = (entries.find((e) => e.id === chosen.value) ?? entries[0])?.of;
  if (plottable === undefined) return <></>;
  // A cut that another number had does not stay behind.
  const kept = plottable.cuts.find((c) => c.id === by.value);
  const cut = (kept ?? (plottable.mustCut ? plottable.cuts[0] : undefined))?.id ?? '';
  const others = plottable.second.filter((c) => c.id !== cut);
  const other = others.some((c) => c.id === and.value) ? and.value : '';
  const look = plottable.look([cut, other].filter((id) => id !== ''));
  const price = priceOf(view, look.view);
  return (
    <form
      class="variable-bar"
      onSubmit={(event) => {
        event.preventDefault();
        void sendPredicted(run, desk, { kind: 'look', look });
      }}
    >
      <label class="field">
        <span>Number</span>
        <select
          class="input"
          value={chosen.value}
          onChange={(event) => (chosen.value = event.currentTarget.value)}
        >
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.entries.map((entry) => (
                <option key={entry.id} value={entry.id}>
                  {entry.of.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Cut by</span>
        <select
          class="input"
          value={cut}
          aria-describedby={plottable.why === '' ? undefined : 'cut-why'}
          disabled={plottable.cuts.length === 0}
          onChange={(event) => (by.value = event.currentTarget.value)}
        >
          {!plottable.mustCut && <option value="">nothing</option>}
          {plottable.cuts.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.label}
            </option>
          ))}
        </select>
      </label>
      {others.length > 0 && (
        <label class="field">
          <span>and by</span>
          <select
            class="input"
            value={other}
            onChange={(event) => (and.value = event.currentTarget.value)}
          >
            <option value="">nothing else</option>
            {others.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {entry.label}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="field">
        <span>On</span>
        <b>{plottable.on}</b>
      </p>
      <Expect legend="I expect" />
      <button type="submit" class="button">
        Open{price !== null && <span class="mono mute">{price} min</span>}
      </button>
      {plottable.why !== '' && (
        <p class="mute cut-why" id="cut-why">
          {plottable.why}
        </p>
      )}
    </form>
  );
};
