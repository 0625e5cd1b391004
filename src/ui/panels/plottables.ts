/** Everything that can be plotted over time, and what each can be cut by. Pure. */
import type { Look } from '../../session/commands.ts';
import type { BoardOfGauges, View } from '../../session/view.ts';

interface Cut {
  readonly id: string;
  readonly label: string;
}

/** Something that can be plotted over time, and what it can be cut by. */
export interface Plottable {
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

export interface PlottableEntry {
  readonly id: string;
  readonly of: Plottable;
}

export interface PlottableGroup {
  readonly label: string;
  readonly entries: readonly PlottableEntry[];
}

export const plottables = (view: View): readonly PlottableGroup[] => [
  {
    label: 'What people do',
    entries: view.lens.metrics.map((m) => ({ id: m.id, of: metricOf(view, m) })),
  },
  {
    label: 'What ideas get',
    entries: view.ideas.metrics.map((m) => ({ id: m.id, of: ideasOf(view, m) })),
  },
  ...view.boards.map((board) => ({
    label: board.label,
    entries: board.gauges.map((g) => ({ id: g.id, of: gaugeOf(g) })),
  })),
];

/** The entry of that name, else the first: the lens may show a number that has no plot. */
export const chosenOf = (
  groups: readonly PlottableGroup[],
  id: string,
): PlottableEntry | undefined => {
  const entries = groups.flatMap((group) => group.entries);
  return entries.find((entry) => entry.id === id) ?? entries[0];
};
