/** What a careful player makes of the versions in service: what they promise, and what they were trained on. */
import { expect, test } from 'vitest';
import { findOff, findStale } from '../../src/bots/careful/models.ts';
import type { Radius } from '../../src/bots/careful/radius.ts';
import type { Look } from '../../src/session/commands.ts';
import type { View } from '../../src/session/view.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import { menuOf } from './menuOf.ts';

const DAY = 24 * 60;
const TODAY = 20;
const NOW = TODAY * DAY + 9 * 60;

const RADIUS = { scope: [{ platform: ['ios'] }] } as unknown as Radius;

const MENU = menuOf('change', [
  ...['v1', 'v2'].map((version) => ({ kind: 'pin-model', version }) as const),
  ...['v1', 'v2', 'v2.d20', 'v2.d19'].map(
    (to) => ({ kind: 'rollback-model', to, scope: EVERYONE }) as const,
  ),
]);

const serves = (version: string, share: number, calibration: number, lastDay = TODAY - 1) => [
  version,
  `${share} %`,
  'Mon 02:00',
  `days ${lastDay - 1}–${lastDay}, 11 000 rows`,
  `${calibration.toFixed(2)} ± 0.01`,
  '0.0 %',
];

interface Shown {
  readonly model: readonly (readonly string[])[];
  /** Label rates by build: now, and as is usual. */
  readonly labels?: Readonly<Record<string, readonly [number, number]>>;
  /** Per cent that each of the last days' calibration is off. */
  readonly off?: readonly number[];
}

function panel({ model, labels = {}, off = [] }: Shown, look: Look): object {
  if (look.view === 'model') return { kind: 'table', look, rows: model, marked: [] };
  if (look.view === 'metric')
    return {
      kind: 'series',
      look,
      band: 0.02,
      ticks: off.map((_, k) => NOW - (off.length - 1 - k) * 8 * 60),
      lines: [
        {
          values: off.map((part) => 1 + part / 100),
          baseline: off.map(() => 1),
          deviation: off.at(-1),
        },
      ],
    };
  const rows = Object.entries(labels).map(([build, [now, usual]]) => [
    build,
    '900',
    `${now} %`,
    `${usual} %`,
  ]);
  return { kind: 'table', look, rows, marked: rows.map((_, k) => k) };
}

function blamed(shown: Shown, clock: View['clock'] = 'minutes', find = findOff) {
  const viewOf = (panels: readonly object[]): View =>
    ({ clock, panels, menu: MENU, now: { tick: NOW, looksLeft: null } }) as unknown as View;
  const steps = find(viewOf([]), RADIUS);
  let step = steps.next();
  while (step.done !== true) {
    const command = step.value;
    if (command.kind !== 'look') throw new Error(`no look: ${command.kind}`);
    step = steps.next(viewOf([panel(shown, command.look)]));
  }
  return step.value.suspect;
}

test('a version that states what comes is nobody to blame', () => {
  expect(blamed({ model: [serves('v2', 100, 1.1)] })).toBeNull();
  expect(blamed({ model: [serves('v2', 100, 0.9)] })).toBeNull();
});

test('nights without a newer row: the training', () => {
  const aged = (...model: string[][]) => blamed({ model }, 'minutes', findStale);
  expect(aged(serves('v2', 100, 1, TODAY - 8))).toEqual({ what: 'training' });
  expect(aged(serves('v2', 80, 1), serves('v1', 20, 1, 3))).toBeNull();
  expect(aged()).toBeNull();
});

test('what another version does not do on the same day is the version’s, for all whom it serves', () => {
  expect(blamed({ model: [serves('v1', 10, 1.05), serves('v2', 90, 1.9)] })).toEqual({
    what: 'version',
    version: 'v2',
    before: 'v1',
    forAll: true,
  });
  const both = { model: [serves('v1', 10, 1.6), serves('v2', 90, 1.9)] };
  expect(blamed(both)).toEqual({ what: 'scale' });
});

test('rows of a build out of the usual, or off since last night: that night', () => {
  const model = [serves('v2', 100, 0.7)];
  const night = { what: 'night', before: 'v2.d19' };
  expect(blamed({ model, labels: { 'ios 2': [2.8, 0.6], 'ios 1': [2.8, 2.4] } })).toEqual({
    ...night,
    rows: [{ build: ['ios 2'] }],
  });
  expect(blamed({ model, off: [0, 0, 0, 0, -30, -30] })).toEqual({ ...night, rows: RADIUS.scope });
});

test('off for longer: its scale; over days, what it knows of people', () => {
  const shown = { model: [serves('v2', 100, 0.7)], off: [0, -30, -30, -30, -30, -30, -30] };
  expect(blamed(shown)).toEqual({ what: 'scale' });
  expect(blamed(shown, 'days')).toEqual({ what: 'taste' });
});
