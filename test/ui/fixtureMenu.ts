/** The menu of the stand-in: the same groups and shapes as the real one. */
import type { MenuGroup, MenuItem, View } from '../../src/session/view.ts';
import type { Command } from '../../src/session/commands.ts';

const item = (
  id: string,
  label: string,
  cost: number,
  lag: number,
  command: Command | null,
  more: Partial<MenuItem> = {},
): MenuItem => ({
  id,
  label,
  cost,
  lag,
  command,
  hint: 'What it shows or does, in a sentence that gives nothing away.',
  undo: 'not needed',
  takesScope: true,
  disabled: null,
  choices: [],
  ...more,
});

const everyone = [{}];

export const MENU: readonly MenuGroup[] = [
  {
    group: 'look',
    label: 'Look',
    items: [
      item('metric', 'Metric, cut by…', 1, 0, null, {
        choices: [
          {
            label: 'Sessions',
            detail: 'server',
            command: {
              kind: 'look',
              look: { view: 'metric', metric: 'sessions', by: null, scope: everyone },
            },
          },
          {
            label: 'Impressions per session',
            detail: 'client log',
            command: {
              kind: 'look',
              look: {
                view: 'metric',
                metric: 'impressions_per_session',
                by: 'build',
                scope: everyone,
              },
            },
          },
          {
            label: 'Hide rate',
            detail: 'client log',
            command: {
              kind: 'look',
              look: { view: 'metric', metric: 'hide_rate', by: null, scope: everyone },
            },
          },
        ],
      }),
      item('sources', 'Server writes beside logs', 3, 0, {
        kind: 'look',
        look: { view: 'sources', scope: everyone },
      }),
      item('funnel', 'Funnel by stage', 2, 0, {
        kind: 'look',
        look: { view: 'funnel', scope: everyone },
      }),
      item('features', 'Features and labels', 2, 0, {
        kind: 'look',
        look: { view: 'features', scope: everyone },
      }),
      item('model', 'Models in service', 2, 0, {
        kind: 'look',
        look: { view: 'model', scope: everyone },
      }),
      item(
        'training',
        'Training data',
        2,
        0,
        { kind: 'look', look: { view: 'training' } },
        { takesScope: false },
      ),
      item(
        'experiments',
        'Experiments and arms',
        2,
        0,
        { kind: 'look', look: { view: 'experiments' } },
        { takesScope: false },
      ),
      item(
        'serving',
        'Serving: latency and errors',
        1,
        0,
        { kind: 'look', look: { view: 'serving' } },
        { takesScope: false },
      ),
      item('differs', 'What differs here', 3, 0, {
        kind: 'look',
        look: { view: 'differs', metric: 'save_rate' },
      }),
      item('person', 'Be someone here', 2, 0, {
        kind: 'look',
        look: { view: 'person', scope: everyone, nth: 0 },
      }),
    ],
  },
  {
    group: 'test',
    label: 'Test',
    items: [
      item('replay', 'Replay with a stage swapped…', 6, 0, null, {
        choices: [
          {
            label: 'Ranker v40 instead of v41',
            detail: '500 recent requests',
            command: {
              kind: 'test',
              test: { test: 'replay', swap: 'model', to: 'v40', scope: everyone },
            },
          },
          {
            label: 'Full history instead of what was read',
            detail: '500 recent requests',
            command: {
              kind: 'test',
              test: { test: 'replay', swap: 'history', to: 'full', scope: everyone },
            },
          },
        ],
      }),
      item('reroute', 'Re-route 1 %…', 5, 30, null, {
        choices: [
          {
            label: 'to v40',
            detail: 'real behaviour, wide interval',
            command: { kind: 'test', test: { test: 'reroute', to: 'v40', scope: everyone } },
          },
        ],
      }),
      item('audit', 'Audit events of a build…', 8, 0, null, {
        choices: [
          {
            label: 'app 9.10',
            detail: 'test harness against log',
            command: { kind: 'test', test: { test: 'event-audit', build: '9.10' } },
          },
          {
            label: 'app 9.9',
            detail: 'test harness against log',
            command: { kind: 'test', test: { test: 'event-audit', build: '9.9' } },
          },
        ],
        takesScope: false,
      }),
    ],
  },
  {
    group: 'hold',
    label: 'Hold',
    items: [
      item(
        'freeze',
        'Freeze deploys',
        1,
        0,
        { kind: 'act', act: { kind: 'freeze-deploys' } },
        { undo: 'yes', takesScope: false },
      ),
      item('stop-ramp', 'Stop a ramp…', 1, 0, null, {
        undo: 'yes',
        takesScope: false,
        disabled: 'No ramp is under way.',
      }),
      item('pause-release', 'Pause a release…', 2, 60, null, {
        undo: 'yes',
        takesScope: false,
        choices: [
          {
            label: 'app 9.10',
            detail: 'at 20 % and rising',
            command: { kind: 'act', act: { kind: 'pause-release', build: '9.10' } },
          },
        ],
      }),
      item(
        'skip',
        'Skip tonight’s training',
        1,
        0,
        { kind: 'act', act: { kind: 'skip-training' } },
        { undo: 'yes', takesScope: false },
      ),
    ],
  },
  {
    group: 'change',
    label: 'Change',
    items: [
      item('rollback', 'Roll back the ranker…', 4, 10, null, {
        undo: 'yes',
        choices: [
          {
            label: 'to v40',
            detail: 'rehearsed 9 days ago, artefact kept, features still served',
            command: { kind: 'act', act: { kind: 'rollback-model', to: 'v40', scope: everyone } },
          },
          {
            label: 'to v39',
            detail: 'never rehearsed, artefact kept, one feature no longer served',
            command: { kind: 'act', act: { kind: 'rollback-model', to: 'v39', scope: everyone } },
          },
        ],
      }),
      item('route', 'Re-route a cohort…', 6, 10, null, {
        undo: 'yes',
        choices: [
          {
            label: 'to v40',
            detail: 'the others stay',
            command: { kind: 'act', act: { kind: 'route-cohort', to: 'v40', scope: everyone } },
          },
        ],
      }),
      item(
        'quarantine',
        'Set rows aside…',
        5,
        0,
        { kind: 'act', act: { kind: 'quarantine-rows', scope: everyone, sinceTick: 540 } },
        { undo: 'yes' },
      ),
      item('retrain', 'Retrain…', 10, 360, null, {
        undo: 'no',
        choices: [
          {
            label: 'plain',
            detail: 'on the window as it stands',
            command: { kind: 'act', act: { kind: 'retrain', recipe: 'plain' } },
          },
          {
            label: 'debiased',
            detail: 'rows weighted by inverse propensity',
            command: { kind: 'act', act: { kind: 'retrain', recipe: 'debiased' } },
          },
        ],
        takesScope: false,
      }),
      item('diversity', 'Turn the diversity knob…', 2, 5, null, {
        undo: 'yes',
        disabled: 'Needs the approval of product during a launch.',
        takesScope: false,
      }),
    ],
  },
  { group: 'say', label: 'Say', items: [] },
];

/** Two boards, one of them with a gauge that has cuts of its own. */
export const BOARDS_OF_GAUGES: View['boards'] = [
  {
    id: 'machines',
    label: 'Serving and infrastructure',
    gauges: [
      {
        id: 'p99',
        label: 'p99 latency by machine',
        cuts: [{ id: 'pool', label: 'serving pool' }],
        counted: 'It is counted by the machines, which know pools and no people.',
      },
    ],
  },
  {
    id: 'voice',
    label: 'Voice',
    gauges: [
      {
        id: 'ticket_count',
        label: 'Support tickets',
        cuts: [{ id: 'theme', label: 'theme' }],
        counted: 'A ticket knows who wrote it and what about.',
      },
    ],
  },
];
