import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { scenarioById, SCENARIO_IDS } from '../scenario/library.ts';
import { atPage, EARLY_SLOW, FAST, played } from './cases.ts';
import { session } from './compiled.ts';

/** Every key and every string of a value, wherever it stands. */
function parts(value: unknown, keys: Set<string>, texts: Set<string>): void {
  if (typeof value === 'string') texts.add(value);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    keys.add(key);
    parts(inner, keys, texts);
  }
}

const OPEN_ALL: readonly Command[] = [
  ...(['changes', 'tickets', 'training', 'experiments', 'ecosystem', 'serving'] as const).map(
    (view): Command => ({ kind: 'look', look: { view } }),
  ),
  ...(['sources', 'funnel', 'features', 'model'] as const).map((view): Command => ({
    kind: 'look',
    look: { view, scope: [{}] },
  })),
  { kind: 'look', look: { view: 'person', scope: [{}], nth: 0 } },
  { kind: 'look', look: { view: 'differs', metric: 'save_rate' } },
  { kind: 'look', look: { view: 'lineage' } },
  {
    kind: 'look',
    look: { view: 'items', metric: 'impression_share', by: ['topic', 'region'], scope: [{}] },
  },
  { kind: 'look', look: { view: 'probes' } },
  { kind: 'look', look: { view: 'gauge', gauge: 'label_rate', by: 'build' } },
];
/** What is open stays live: what the slow one's fault does shows after some nights. */
const NIGHTS: Command = { kind: 'next-day', days: 3 };

test.each([FAST, EARLY_SLOW])(
  'nothing of $callSign gives its secret away, whatever is open',
  (s) => {
    const run = played(s === FAST ? OPEN_ALL : [...OPEN_ALL, NIGHTS], atPage(s));
    expect(run.refusal).toBeNull();
    const view = session.viewOf(run);
    const keys = new Set<string>();
    const texts = new Set<string>();
    parts(view, keys, texts);
    for (const key of [
      'truth',
      'true',
      'guilty',
      'helps',
      'faults',
      'title_',
      'hypothesis',
      'rollback',
    ])
      expect(keys, key).not.toContain(key);
    const all = [...texts].join('\n').toLowerCase();
    const causes = new Set(s.hypotheses.map((h) => h.id));
    const secrets = [
      s.title,
      s.id,
      // Causes to close with are named by id, all of them: an id among them says nothing.
      ...s.faults.flatMap((fault) =>
        causes.has(fault.id) ? [fault.kind] : [fault.id, fault.kind],
      ),
      ...s.hypotheses.map((h) => h.tell),
      ...s.postmortem.story,
      ...s.concepts,
    ];
    for (const secret of secrets) expect(all, secret).not.toContain(secret.toLowerCase());
  },
);

test('causes offered at closing do not stand in the order of the file: the true one is not first by rule', () => {
  for (const id of SCENARIO_IDS) {
    const labels = scenarioById(id).hypotheses.map((h) => h.label);
    expect(new Set(labels).size).toBe(labels.length);
  }
  const { causes } = session.viewOf(atPage()).closing;
  const labels = causes.map((c) => c.label);
  expect(labels).toEqual(labels.toSorted());
});

test('a note is believed by what was on the log when it was sent, not by what came later', () => {
  const say: Command = {
    kind: 'say',
    note: {
      audience: 'team',
      claims: [{ offer: 'why', register: 'plain' }],
      nextUpdateMinutes: null,
    },
  };
  const look: Command = { kind: 'look', look: { view: 'features', scope: [{}] } };
  const close: Command = { kind: 'close', cause: null, confidence: 20, prevention: null };
  const supported = (...commands: Command[]): boolean | undefined =>
    session.viewOf(played([...commands, close])).notes[0]?.believed[0]?.supported;
  expect(supported(say, look)).toBe(false);
  expect(supported(look, say)).toBe(true);
  expect(session.viewOf(played([look, say])).notes[0]?.believed).toEqual([]);
});

test('the lens knows which way is worse: more hides are not good news', () => {
  const hides: Command = {
    kind: 'look',
    look: { view: 'lens', metric: 'hide_rate', by: ['activity'], surface: 'all' },
  };
  expect(session.viewOf(played([])).lens.worse).toBe('down');
  expect(session.viewOf(played([hides])).lens.worse).toBe('up');
});

test('who closes is reminded that nothing was read since the latest order took effect', () => {
  const stop: Command = { kind: 'act', act: { kind: 'stop-ramp', rollout: 'ranker-v42' } };
  const ordered = [
    { kind: 'look', look: { view: 'sources', scope: [{}] } },
    stop,
    { kind: 'wait', minutes: 60 },
  ] as const satisfies readonly Command[];
  const look: Command = {
    kind: 'look',
    look: { view: 'sources', scope: [{ activity: ['core'] }] },
  };
  const unread = /^Nothing read since the latest order/;
  const openAfter = (commands: readonly Command[]): readonly string[] =>
    session.viewOf(played(commands)).closing.open;
  expect(openAfter(ordered.slice(0, 1)).filter((point) => unread.test(point))).toEqual([]);
  expect(openAfter(ordered).filter((point) => unread.test(point))).toHaveLength(1);
  expect(openAfter([...ordered, look]).filter((point) => unread.test(point))).toEqual([]);
});

test('the dimension with more values runs across, whichever was asked for first', () => {
  const cut = (...by: ('arm' | 'history')[]) =>
    session.viewOf(
      played([{ kind: 'look', look: { view: 'lens', metric: 'save_rate', by, surface: 'home' } }]),
    ).lens;
  const turned = cut('arm', 'history');
  const asked = cut('history', 'arm');
  expect(turned.by).toEqual(['arm', 'history']);
  expect(turned.axes).toEqual(['history', 'arm']);
  expect(turned.columns.length).toBeGreaterThan(turned.rows.length);
  expect({ ...turned, by: asked.by }).toEqual(asked);
});
