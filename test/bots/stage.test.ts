/** Which stage a careful player blames for what the probes and the funnel mark, and when it blames none. */
import { expect, test } from 'vitest';
import type { Radius } from '../../src/bots/careful/radius.ts';
import { findStage } from '../../src/bots/careful/stage.ts';
import { readMeter } from '../../src/bots/careful/meter.ts';
import type { BarsPanel, View } from '../../src/session/view.ts';
import { EVERYONE } from '../../src/sim/segments.ts';

const SOURCES = ['by interest', 'by likeness', 'popular here', 'fresh'];
const CANDIDATES = 'Candidates per request';
const SHOWN = 'Share of shown slots, %';
const FILTER = 'Taken out by the policy filter, per request';
const ONSET = 10_000;

/** A panel of bars of which some are marked; by group. */
const bars = (
  view: 'probes' | 'funnel',
  groups: Readonly<Record<string, readonly string[]>>,
): BarsPanel =>
  ({
    kind: 'bars',
    look: view === 'probes' ? { view } : { view, scope: EVERYONE },
    groups: Object.entries(groups).map(([label, marked]) => ({
      label,
      bars: SOURCES.map((source) => ({
        label: source,
        now: view === 'funnel' && label === FILTER ? 3 : 1,
        before: 2,
        error: null,
        flag: marked.includes(source),
      })),
    })),
  }) as unknown as BarsPanel;

const MENU = [
  {
    group: 'change',
    items: [
      {
        id: 'change-index-alias',
        disabled: null,
        command: null,
        choices: (['interest', 'similar', 'popular', 'fresh'] as const).map((source, k) => ({
          label: SOURCES[k]!.replace(/^./, (c) => c.toUpperCase()),
          command: { kind: 'act', act: { kind: 'index-alias', source } },
        })),
      },
    ],
  },
];

function blamed(
  lost: readonly string[],
  funnel: Readonly<Record<string, readonly string[]>>,
  changed: number | null = null,
  text = '',
) {
  const items = changed === null ? [] : [{ tick: changed, kind: 'config', text }];
  const viewOf = (panel: BarsPanel): View =>
    ({
      panels: [panel],
      menu: MENU,
      changes: { items },
      now: { looksLeft: null },
    }) as unknown as View;
  const steps = findStage(viewOf(bars('probes', {})), ONSET);
  steps.next();
  steps.next(viewOf(bars('probes', { 'Found of what should be found, %': lost })));
  const end = steps.next(viewOf(bars('funnel', funnel)));
  return end.done === true ? end.value.stage : undefined;
}

test('one source that finds less: its index', () => {
  expect(blamed(['by likeness'], { [SHOWN]: ['by likeness'] })).toEqual({
    what: 'source',
    source: 'similar',
  });
});

test('what asks the index, where that was changed nearer to the onset than the index was', () => {
  const lost = (text: string) => blamed(['by likeness'], {}, ONSET - 60, text);
  expect(lost('Query tower v8 at everybody.')).toEqual({ what: 'tower', source: 'similar' });
  expect(lost('Nightly index of likeness is live.')).toEqual({ what: 'source', source: 'similar' });
});

test('all of them, and a filter that takes out more: the filter', () => {
  expect(blamed(SOURCES, { [CANDIDATES]: SOURCES, [FILTER]: ['by interest'] })).toEqual({
    what: 'filter',
  });
  expect(blamed(SOURCES, { [CANDIDATES]: SOURCES })).toBeNull();
});

test('another mix of whole sources is the weights, where a setting changed about then', () => {
  const mixed = { [SHOWN]: SOURCES.slice(0, 2) };
  expect(blamed([], mixed, ONSET - 60)).toEqual({ what: 'blend' });
  expect(blamed([], mixed, ONSET - 5 * 1440)).toBeNull();
  expect(blamed([], mixed)).toBeNull();
  // What is known to have been set is another setting.
  expect(blamed([], mixed, ONSET - 60, 'Feed cache: lifetime in seconds.')).toBeNull();
  expect(blamed([], mixed, ONSET - 60, 'Blending file tidied.')).toEqual({ what: 'blend' });
  expect(blamed([], { ...mixed, [CANDIDATES]: ['fresh'] }, ONSET)).toBeNull();
  expect(blamed([], {}, ONSET)).toBeNull();
});

test.each([
  ['people', -10, -10, 0],
  ['lost', -10, 0.5, 0],
  ['volume', 0, 0, 12],
  ['people', 0, 0, 0.5],
] as const)(
  '%s: the log reads %d %%, the servers %d %%, ideas seen %d %%',
  (meter, log, servers, seen) => {
    const line = (key: string, deviation: number) => ({ key, deviation, error: 1 });
    const viewOf = (view: 'sources' | 'metric', lines: readonly object[]): View =>
      ({
        panels: [{ kind: 'series', look: { view }, lines }],
        now: { looksLeft: null },
      }) as unknown as View;
    const radius: Radius = {
      metric: 'save_rate',
      surface: 'all',
      by: [],
      scope: EVERYONE,
      witness: null,
      deviation: -10,
      error: 1,
      arm: null,
      surge: null,
    };
    const steps = readMeter(viewOf('metric', []), radius);
    steps.next();
    steps.next(viewOf('sources', [line('server', servers), line('client', log)]));
    const end = steps.next(viewOf('metric', [line('', seen)]));
    expect(end.done === true ? end.value.meter : null).toBe(meter);
  },
);
