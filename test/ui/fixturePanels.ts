/** Hand-made panels: series with an onset, bars, tables, a phone. */
import type { Look } from '../../src/session/commands.ts';
import type { PanelView, SeriesPanel, Tile } from '../../src/session/view.ts';
import type { MetricId } from '../../src/sim/metrics.ts';
import { normalFrom, randomFrom } from './fixtureWorld.ts';

export const TOPICS = [
  'kitchens',
  'weddings',
  'gardens',
  'lamps',
  'quilts',
  'bread',
  'hairstyles',
  'nails',
  'travel',
  'bookshelves',
  'ceramics',
  'sneakers',
  'nurseries',
  'birthday cakes',
  'bathrooms',
  'tattoos',
  'knitting',
  'salads',
  'balconies',
  'posters',
  'camping',
  'wardrobes',
  'puppies',
  'lettering',
];

export const PAGE_TICK = 1440 + 14 * 60 + 5;

export const seriesPanel = (
  id: string,
  title: string,
  metric: MetricId,
  unit: string,
  level: number,
  lines: readonly { readonly key: string; readonly label: string; readonly size: number }[],
  now: number,
  openedAt: string,
): SeriesPanel => {
  const random = randomFrom(title.length * 977 + now);
  const step = 30;
  const from = now - 2880;
  const ticks = Array.from({ length: 96 }, (_, k) => from + k * step);
  const daily = (tick: number): number =>
    level * (1 + 0.14 * Math.sin(((tick - 400) / 1440) * Math.PI * 2));
  return {
    kind: 'series',
    worse: 'down',
    id,
    reading: `${id}@${now}`,
    title,
    look: { view: 'metric', metric, by: lines.length > 1 ? 'build' : null, scope: [{}] },
    test: null,
    openedAt,
    summary: `${title}: ${lines.map((line) => `${line.label} ${line.size === 0 ? 'as usual' : `${line.size > 0 ? 'up' : 'down'} ${Math.abs(line.size)} per cent since Monday 09:00`}`).join('; ')}.`,
    pinned: id === 'p1',
    answer:
      id === 'p1'
        ? { expect: 'down', verdict: 'agreed', what: 'save rate', value: -9.1, error: 1.2 }
        : null,
    help: 'Logged saves per logged impression, over half-hour buckets.',
    unit,
    ticks,
    tickLabels: ticks.map(
      (tick) =>
        `${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][((Math.floor(tick / 1440) % 7) + 7) % 7] ?? ''} ${String(Math.floor((((tick % 1440) + 1440) % 1440) / 60)).padStart(2, '0')}:${String(((tick % 60) + 60) % 60).padStart(2, '0')}`,
    ),
    lines: lines.map((line) => ({
      key: line.key,
      label: line.label,
      values: ticks.map((tick) => {
        const on = Math.min(1, Math.max(0, (tick - 540) / 700));
        return daily(tick) * (1 + (line.size / 100) * on + 0.015 * normalFrom(random));
      }),
      baseline: ticks.map(daily),
      weekBefore: ticks.map((tick) => daily(tick) * (1 + 0.015 * normalFrom(random))),
      deviation: line.size + 0.4 * normalFrom(random),
      error: 1.1,
    })),
    lead: 0,
    past: 'its own past',
    band: 0.04,
    markers: [
      { tick: 785, label: 'ranker v41 at 100 %', kind: 'change' },
      { tick: 540, label: 'app 9.10 at 20 %', kind: 'change' },
      { tick: 120, label: 'training', kind: 'job' },
      { tick: PAGE_TICK, label: 'page', kind: 'page' },
    ],
  };
};

const slate = (seed: number, topics: readonly number[]): Tile[] => {
  const random = randomFrom(seed);
  return Array.from({ length: 25 }, (_, position) => {
    const topic = topics[Math.floor(random() * topics.length)] ?? 0;
    return {
      idea: Math.floor(random() * 6000),
      topic,
      topicLabel: TOPICS[topic] ?? '',
      look: Math.floor(random() * 10),
      polish: 0.2 + 0.8 * random(),
      seed: Math.floor(random() * 1e9),
      position,
      generator:
        ['interest', 'similar', 'popular', 'fresh'][Math.floor(random() * 4)] ?? 'interest',
      scores: [
        { head: 'closeup', value: 0.2 + 0.2 * random() },
        { head: 'save', value: random() < 0.15 ? null : 0.02 + 0.06 * random() },
        { head: 'dwell', value: 0.1 + 0.1 * random() },
        { head: 'hide', value: 0.01 * random() },
      ],
      why: 'Ranked by the save head; kept by blending because its topic had room.',
    };
  });
};

export const phonePanel = (openedAt: string, nth = 0): PanelView => ({
  kind: 'phone',
  id: `phone${nth}`,
  reading: `phone${nth}@1`,
  title: 'Be someone here',
  look: { view: 'person', scope: [{}], nth },
  test: null,
  openedAt,
  summary:
    'A planner with 412 logged actions sees 25 ideas; 19 of them are lamps and kitchens. Before the change 17 were weddings and quilts.',
  pinned: false,
  answer: null,
  help: 'The slate that was really served, now and before.',
  person: 'Four hundred saves, mostly weddings and quilts; Android, W. Europe, here for two years.',
  before: slate(5 + nth, [1, 4, 13, 1, 23, 10]),
  now: slate(
    9 + nth,
    Array.from({ length: 24 }, (_, t) => t),
  ),
});

const base = (id: string, title: string, look: Look, openedAt: string) => ({
  id,
  title,
  look,
  test: null,
  openedAt,
  reading: `${id}@1`,
  pinned: false,
  answer: null,
  help: 'What this panel counts, and from where.',
});

export const otherPanel = (look: Look, id: string, openedAt: string): PanelView => {
  if (look.view === 'person') return phonePanel(openedAt, look.nth);
  if (look.view === 'funnel')
    return {
      ...base(id, 'Funnel by stage', look, openedAt),
      kind: 'bars',
      summary:
        'Value kept by stage: retrieval 61 per cent against 64 before, ranking 44 against 58 before, blending as before.',
      unit: '%',
      groups: [
        {
          label: 'value kept',
          bars: [
            { label: 'candidates', now: 61, before: 64, error: 1.2, flag: false },
            { label: 'ranked', now: 44, before: 58, error: 1.4, flag: true },
            { label: 'blended', now: 43, before: 56, error: 1.5, flag: false },
            { label: 'shown', now: 42, before: 55, error: 1.5, flag: false },
          ],
        },
      ],
    };
  if (look.view === 'experiments' || look.view === 'differs' || look.view === 'training')
    return {
      ...base(
        id,
        look.view === 'differs' ? 'What differs here' : 'Experiments and arms',
        look,
        openedAt,
      ),
      kind: 'table',
      summary:
        'Five segments ranked by contribution; app 9.10 explains 93 per cent of the deviation.',
      columns: ['segment', 'share', 'deviation', 'contributes'],
      rows: [
        ['app 9.10', '20 %', '−27 ± 1', '93 %'],
        ['Android', '56 %', '−10 ± 1', '91 % (holds app 9.10)'],
        ['Japan', '12 %', '−6 ± 2', '11 %'],
        ['web', '12 %', '+0 ± 1', '0 %'],
      ],
      marked: [0],
    };
  return {
    ...base(id, look.view, look, openedAt),
    kind: 'text',
    summary: 'Nothing unusual in the last two days.',
    paragraphs: [
      'Nothing unusual in the last two days.',
      'Newest event 40 seconds old. No quarantine in force.',
    ],
  };
};
