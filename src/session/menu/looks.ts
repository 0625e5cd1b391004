/** Looks: what can be opened. */
import { type MetricId, METRICS, type MetricSpec } from '../../sim/metrics.ts';
import { DIMENSION_LABELS, EVERYONE, type Scope } from '../../sim/segments.ts';
import type { Command, Look } from '../commands.ts';
import { boardsOfGauges } from '../gaugesView.ts';
import { isOpen } from '../opened.ts';
import { dimensionsOf } from '../lens.ts';
import { LOOK_PRICES } from '../prices.ts';
import { type Run } from '../run.ts';
import type { MenuChoice, MenuItem } from '../view.ts';
import { forbidden } from './acts.ts';
import { boardItem, items } from './boards.ts';

/** Metrics offered first when a series is opened. */
const SERIES: readonly MetricId[] = [
  'save_rate',
  'server_saves',
  'impressions_per_session',
  'sessions',
  'hide_rate',
  'closeup_rate',
  'dwell_rate',
  'unique_items',
  'head_share',
  'search_demand',
  'head_value',
  'exposure_gini',
];

/** Those, and what is kept only because the alert reads it. */
function seriesOf({ scenario }: Run): readonly MetricId[] {
  const { metric } = scenario.page.rule;
  const spec: MetricSpec = METRICS[metric];
  return spec.onlyPaged === true ? [...SERIES, metric] : SERIES;
}

export function looks(run: Run, target: Scope): MenuItem[] {
  const series: MenuItem = {
    id: 'look-metric',
    label: 'Metric, cut by…',
    hint: 'one number over time, split by one dimension',
    cost: LOOK_PRICES.metric,
    lag: 0,
    undo: 'not needed',
    takesScope: true,
    disabled: forbidden(run, 'look'),
    choices: seriesOf(run).flatMap((metric): MenuChoice[] => {
      const { label, cuttable, help } = METRICS[metric];
      const whole: MenuChoice = {
        label,
        detail: help,
        command: {
          kind: 'look',
          look: { view: 'metric', metric, by: null, scope: cuttable ? target : EVERYONE },
        },
      };
      if (!cuttable) return [whole];
      return [
        whole,
        ...dimensionsOf(run).map((by): MenuChoice => ({
          label: `${label} by ${DIMENSION_LABELS[by]}`,
          detail: help,
          command: { kind: 'look', look: { view: 'metric', metric, by, scope: EVERYONE } },
        })),
      ];
    }),
    command: null,
  };
  const boards = boardsOfGauges(run).map((board) => boardItem(run, board));
  const runbook: MenuItem = {
    id: 'look-runbook',
    label: 'Runbook…',
    hint: 'what somebody once wrote down',
    cost: LOOK_PRICES.runbook,
    lag: 0,
    undo: 'not needed',
    takesScope: false,
    disabled: forbidden(run, 'look'),
    choices: run.scenario.runbooks.map((r) => ({
      label: r.title,
      detail: `updated ${r.updated}`,
      command: { kind: 'look', look: { view: 'runbook', id: r.id } },
    })),
    command: null,
  };
  const { metric } = run.desk.lens;
  return [
    series,
    look(
      run,
      'look-sources',
      'Server writes beside logs',
      'two counts of the same act',
      { view: 'sources', scope: target },
      true,
    ),
    look(
      run,
      'look-funnel',
      'Funnel by stage',
      'candidates, shown, stated',
      { view: 'funnel', scope: target },
      true,
    ),
    look(
      run,
      'look-features',
      'Inputs of the ranker',
      'what each request reads',
      { view: 'features', scope: target },
      true,
    ),
    look(
      run,
      'look-model',
      'Versions and calibration',
      'traffic, training, lost scores',
      { view: 'model', scope: target },
      true,
    ),
    look(
      run,
      'look-training',
      'Training data',
      'rows and labels for tonight',
      { view: 'training' },
      false,
    ),
    look(
      run,
      'look-experiments',
      'Experiments and arms',
      'effects by cohort, sample ratio',
      { view: 'experiments' },
      false,
    ),
    items(run, target),
    ...boards,
    look(
      run,
      'look-lineage',
      'Lineage of versions',
      'what was trained on which rows',
      { view: 'lineage' },
      false,
    ),
    look(
      run,
      'look-probes',
      'Recall probes',
      'what each source still finds',
      { view: 'probes' },
      false,
    ),
    look(
      run,
      'look-ecosystem',
      'Who gets shown',
      'concentration, creators, demand',
      { view: 'ecosystem' },
      false,
    ),
    look(
      run,
      'look-serving',
      'Latency by version',
      'p99 by version and device',
      { view: 'serving' },
      false,
    ),
    look(
      run,
      'look-person',
      'Be someone',
      'a slate, now and before',
      { view: 'person', scope: target, nth: 0 },
      true,
    ),
    look(
      run,
      'look-differs',
      'What differs here?',
      'segments ranked',
      { view: 'differs', metric: METRICS[metric].cuttable ? metric : 'save_rate' },
      false,
    ),
    look(run, 'look-changes', 'Changes', 'all that changed lately', { view: 'changes' }, false),
    look(run, 'look-tickets', 'Tickets', 'what people write', { view: 'tickets' }, false),
    runbook,
  ];
}

function look(
  run: Run,
  id: string,
  label: string,
  hint: string,
  view: Look,
  takesScope: boolean,
): MenuItem {
  const command: Command = { kind: 'look', look: view };
  return {
    id,
    label,
    hint,
    cost: isOpen(run, view) ? 0 : LOOK_PRICES[view.view],
    lag: 0,
    undo: 'not needed',
    takesScope,
    disabled: forbidden(run, 'look'),
    choices: [],
    command,
  };
}
