/** The full menu, the same in every incident: looks, tests, holds, changes, words; with price, lag and undo. */
import { refusal } from '../incident/runner.ts';
import {
  GENERATORS,
  INTERVENTION_PRICES,
  type InterventionKind,
  type InterventionSpec,
} from '../sim/interventions.ts';
import { METRICS, type MetricId } from '../sim/metrics.ts';
import { DIMENSION_LABELS, EVERYONE, type Scope } from '../sim/segments.ts';
import type { Command, Look, Test } from './commands.ts';
import { dimensionsOf } from './lens.ts';
import { isOpen } from './dispatch.ts';
import { LOOK_PRICES, TEST_PRICES } from './prices.ts';
import { now, type Run } from './run.ts';
import type { MenuChoice, MenuGroup, MenuItem } from './view.ts';
import { scopeWords } from './words.ts';

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

export function menuOf(run: Run): MenuGroup[] {
  const target: Scope = targetOf(run);
  return [
    { group: 'look', label: 'Look', items: looks(run, target) },
    { group: 'test', label: 'Test', items: tests(run, target) },
    { group: 'hold', label: 'Hold', items: holds(run) },
    { group: 'change', label: 'Change', items: changes(run, target) },
    { group: 'say', label: 'Say', items: says(run) },
  ];
}

/** The declared radius: whom every move is aimed at. Undeclared means everyone. */
export function targetOf(run: Run): Scope {
  const { radius } = run.desk;
  const scope =
    radius.hurtNow !== null && radius.hurtNow.length > 0 ? radius.hurtNow : radius.reading;
  return scope === null || scope.length === 0 ? EVERYONE : scope;
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

function forbidden(run: Run, name: string): string | null {
  if (run.desk.closed !== null) return 'The case is closed.';
  return refusal(run.chart.legality, name);
}

function looks(run: Run, target: Scope): MenuItem[] {
  const series: MenuItem = {
    id: 'look-metric',
    label: 'Metric, cut by…',
    hint: 'one number over time, split by one dimension',
    cost: LOOK_PRICES.metric,
    lag: 0,
    undo: 'not needed',
    takesScope: true,
    disabled: forbidden(run, 'look'),
    choices: SERIES.flatMap((metric): MenuChoice[] => {
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

function tests(run: Run, target: Scope): MenuItem[] {
  const versions = run.scenario.world.models.map((m) => m.version);
  const item = (
    id: string,
    label: string,
    hint: string,
    kind: Test['test'],
    choices: readonly MenuChoice[],
    takesScope: boolean,
  ): MenuItem => ({
    id,
    label,
    hint,
    cost: TEST_PRICES[kind].cost,
    lag: TEST_PRICES[kind].lag,
    undo: 'not needed',
    takesScope,
    disabled:
      forbidden(run, 'test') ?? (choices.length === 0 ? 'There is nothing here to compare.' : null),
    choices,
    command: null,
  });
  const choice = (label: string, detail: string, test: Test): MenuChoice => ({
    label,
    detail,
    command: { kind: 'test', test },
  });
  const whom = `on ${scopeWords(target)}`;
  const replays: MenuChoice[] = [
    ...versions.map((to) =>
      choice(`Ranker → ${to}`, whom, { test: 'replay', swap: 'model', to, scope: target }),
    ),
    choice('History → 500 actions', whom, {
      test: 'replay',
      swap: 'history',
      to: '500',
      scope: target,
    }),
    ...GENERATORS.map((to) =>
      choice(`Without the ${to} source`, whom, {
        test: 'replay',
        swap: 'generator',
        to,
        scope: target,
      }),
    ),
    choice('Popular source → its usual quota', whom, {
      test: 'replay',
      swap: 'popularity',
      to: 'usual',
      scope: target,
    }),
  ];
  const pairs: MenuChoice[] = versions.slice(1).map((b) =>
    choice(`${versions[0] ?? ''} beside ${b}`, whom, {
      test: 'shadow',
      a: versions[0] ?? '',
      b,
      scope: target,
    }),
  );
  const reroutes: MenuChoice[] = versions.map((to) =>
    choice(`1 % to ${to}`, whom, { test: 'reroute', to, scope: target }),
  );
  const audits: MenuChoice[] = run.scenario.world.builds.map((b) =>
    choice(b.build, 'scripted session, events counted', { test: 'event-audit', build: b.build }),
  );
  return [
    item(
      'test-replay',
      'Replay with a stage swapped',
      '500 recent requests, one part exchanged',
      'replay',
      replays,
      true,
    ),
    item(
      'test-shadow',
      'Shadow two versions',
      'scores only, nobody is served',
      'shadow',
      pairs,
      true,
    ),
    item(
      'test-reroute',
      'Re-route 1 %',
      'real behaviour, wide interval',
      'reroute',
      reroutes,
      true,
    ),
    item(
      'test-audit',
      'Audit events of a build',
      'emitted against arrived',
      'event-audit',
      audits,
      false,
    ),
  ];
}

function act(
  run: Run,
  id: string,
  label: string,
  hint: string,
  kind: InterventionKind,
  choices: readonly { label: string; detail: string; spec: InterventionSpec }[],
  takesScope: boolean,
): MenuItem {
  const price = INTERVENTION_PRICES[kind];
  const only = choices.length === 1 && choices[0]!.label === '' ? choices[0]! : null;
  return {
    id,
    label,
    hint,
    cost: price.cost,
    lag: price.lag,
    undo: price.reversible ? 'yes' : 'no',
    takesScope,
    disabled:
      forbidden(run, kind) ??
      (choices.length === 0 ? 'There is nothing here to hold or change.' : null),
    choices:
      only === null
        ? choices.map((c) => ({
            label: c.label,
            detail: c.detail,
            command: { kind: 'act', act: c.spec },
          }))
        : [],
    command: only === null ? null : { kind: 'act', act: only.spec },
  };
}

const plain = (
  spec: InterventionSpec,
): { label: string; detail: string; spec: InterventionSpec }[] => [{ label: '', detail: '', spec }];

function holds(run: Run): MenuItem[] {
  const { rollouts, models, builds } = run.scenario.world;
  const releases = builds.filter((b) => b.adoption.length > 1);
  return [
    act(
      run,
      'hold-freeze',
      'Freeze deploys',
      'no stage moves until lifted',
      'freeze-deploys',
      plain({ kind: 'freeze-deploys' }),
      false,
    ),
    act(
      run,
      'hold-ramp',
      'Stop a ramp',
      'a rollout stays where it is',
      'stop-ramp',
      rollouts.map((r) => ({
        label: r.label,
        detail: `owner ${r.owner}`,
        spec: { kind: 'stop-ramp', rollout: r.id },
      })),
      false,
    ),
    act(
      run,
      'hold-pin',
      'Pin a version',
      'nothing newer goes into service',
      'pin-model',
      models.map((m) => ({
        label: m.version,
        detail: 'stale by a quarter per cent a day',
        spec: { kind: 'pin-model', version: m.version },
      })),
      false,
    ),
    act(
      run,
      'hold-promotion',
      'Stop auto-promotion',
      'new trainings wait',
      'stop-promotion',
      plain({ kind: 'stop-promotion' }),
      false,
    ),
    act(
      run,
      'hold-arm',
      'Pause an arm',
      'its people go back to control',
      'pause-arm',
      rollouts.map((r) => ({
        label: r.label,
        detail: 'the read-out stops',
        spec: { kind: 'pause-arm', rollout: r.id },
      })),
      false,
    ),
    act(
      run,
      'hold-release',
      'Pause an app release',
      'installs that exist stay',
      'pause-release',
      releases.map((b) => ({
        label: b.build,
        detail: 'store roll-out halted',
        spec: { kind: 'pause-release', build: b.build },
      })),
      false,
    ),
    act(
      run,
      'hold-training',
      'Skip tonight’s training',
      'yesterday’s weights stay',
      'skip-training',
      plain({ kind: 'skip-training' }),
      false,
    ),
  ];
}

function changes(run: Run, target: Scope): MenuItem[] {
  const { builds } = run.scenario.world;
  const tick = now(run);
  const lines = run.pair.live.lines.filter((l) => !l.frozen);
  const readiness = (version: string): string => {
    const model = run.scenario.world.models.find(
      (m) => version === m.version || version.startsWith(`${m.version}.d`),
    );
    if (model === undefined) return '';
    const days = model.ready.rehearsedDaysAgo;
    return `${model.ready.artefact ? 'artefact kept' : 'artefact not kept'}, ${model.ready.featuresServed ? 'features served' : 'features no longer served'}, ${days === null ? 'never rehearsed' : `rehearsed ${days} d ago`}`;
  };
  const older = lines.flatMap((l) => {
    const before = l.snapshots.filter(
      (s) => s.id !== l.served.id && s.recipe === 'daily' && s.rows > 0,
    );
    return before
      .slice(-2)
      .map((s) => s.id)
      .toReversed();
  });
  const versions = [...lines.map((l) => l.version), ...older];
  const whom = scopeWords(target);
  const since = run.desk.radius.sinceTick ?? tick - 1440;
  return [
    act(
      run,
      'change-route',
      'Route the radius to a version',
      `for ${whom}`,
      'route-cohort',
      versions.map((to) => ({
        label: to,
        detail: `${whom}; ${readiness(to)}`,
        spec: { kind: 'route-cohort', to, scope: target },
      })),
      true,
    ),
    act(
      run,
      'change-rollback',
      'Roll back the ranker for everyone',
      'all traffic',
      'rollback-model',
      versions.map((to) => ({
        label: to,
        detail: readiness(to),
        spec: { kind: 'rollback-model', to, scope: EVERYONE },
      })),
      false,
    ),
    act(
      run,
      'change-promote',
      'Promote a version',
      'all traffic, at once',
      'promote-model',
      lines.map((l) => ({
        label: l.version,
        detail: readiness(l.version),
        spec: { kind: 'promote-model', version: l.version },
      })),
      false,
    ),
    act(
      run,
      'change-guard',
      'Guard against lost scores',
      'serving code; needs a deploy',
      'nonfinite-guard',
      plain({ kind: 'nonfinite-guard' }),
      false,
    ),
    act(
      run,
      'change-kill',
      'Switch off a source',
      'the others fill its place',
      'kill-generator',
      GENERATORS.map((g) => ({
        label: g,
        detail: 'candidates of this source stop',
        spec: { kind: 'kill-generator', generator: g },
      })),
      false,
    ),
    act(
      run,
      'change-dedupe',
      'Drop repeated events',
      'server-side; the metric moves again',
      'dedupe-events',
      builds.map((b) => ({
        label: b.build,
        detail: 'impressions counted once per id',
        spec: { kind: 'dedupe-events', event: 'impression', build: b.build },
      })),
      false,
    ),
    act(
      run,
      'change-quarantine',
      'Set training rows aside',
      `rows of ${whom}`,
      'quarantine-rows',
      [
        {
          label: `Rows of ${whom}, since onset`,
          detail: 'from the onset you declared, else the last day',
          spec: { kind: 'quarantine-rows', scope: target, sinceTick: since },
        },
        {
          label: 'All rows of the last day',
          detail: 'everybody',
          spec: { kind: 'quarantine-rows', scope: EVERYONE, sinceTick: tick - 1440 },
        },
      ],
      true,
    ),
    act(
      run,
      'change-retrain',
      'Retrain',
      'into service when done',
      'retrain',
      [
        {
          label: 'On the window as it is',
          detail: 'learns whatever it holds',
          spec: { kind: 'retrain', recipe: 'plain' },
        },
        {
          label: 'Debiased',
          detail: 'rows weighted by inverse exposure',
          spec: { kind: 'retrain', recipe: 'debiased' },
        },
        {
          label: 'On the random slice',
          detail: 'little data, no echo',
          spec: { kind: 'retrain', recipe: 'random-slice' },
        },
      ],
      false,
    ),
    act(
      run,
      'change-cap',
      'Cap exposure',
      'per idea and day',
      'exposure-cap',
      [60, 150, 300].map((perDay) => ({
        label: `${perDay} a day`,
        detail: 'impressions per idea, thinned',
        spec: { kind: 'exposure-cap', perDay },
      })),
      false,
    ),
    act(
      run,
      'change-exploration',
      'Set exploration',
      'share of slots for fresh ideas',
      'exploration',
      [0, 0.04, 0.08, 0.12].map((share) => ({
        label: `${Math.round(100 * share)} %`,
        detail: share === 0.04 ? 'as usual' : '',
        spec: { kind: 'exploration', share },
      })),
      false,
    ),
    act(
      run,
      'change-diversity',
      'Set diversity',
      'spacing of topics and looks',
      'diversity',
      [0.5, 1, 1.5, 2].map((factor) => ({
        label: `× ${factor}`,
        detail: factor === 1 ? 'as usual' : '',
        spec: { kind: 'diversity', factor },
      })),
      false,
    ),
    act(
      run,
      'change-counts',
      'Divide counts by exposure',
      'popularity feature and source',
      'normalise-popularity',
      plain({ kind: 'normalise-popularity' }),
      false,
    ),
    act(
      run,
      'change-client',
      'Fix it in the app',
      'a client release takes days',
      'fix-client',
      builds.map((b) => ({
        label: b.build,
        detail: 'hotfix through the stores',
        spec: { kind: 'fix-client', build: b.build },
      })),
      false,
    ),
  ];
}

function says(run: Run): MenuItem[] {
  return [
    {
      id: 'say-ask',
      label: 'Ask somebody…',
      hint: 'may be wrong, biased or asleep',
      cost: 2,
      lag: 10,
      undo: 'not needed',
      takesScope: false,
      disabled: forbidden(run, 'ask'),
      choices: run.scenario.cast.flatMap((c) =>
        c.topics.map((t) => ({
          label: `${c.name}: ${t.label}`,
          detail: `${c.role}, ${c.available}`,
          command: { kind: 'ask', who: c.id, about: t.id } as const,
        })),
      ),
      command: null,
    },
  ];
}
