/** Names on the time axis: what is due has one, and none lies over another. */
import { expect, test } from 'vitest';
import type { AxisView } from '../../src/session/view.ts';
import { EDGE, placeAxis } from '../../src/ui/play/axisLayout.ts';

type Item = AxisView['items'][number];
const item = (tick: number, label: string, more: Partial<Item> = {}): Item => ({
  tick,
  label,
  kind: 'move',
  future: false,
  attention: false,
  ...more,
});
const due = { kind: 'deadline', future: true, attention: true } as const;
const AXIS: AxisView = {
  fromTick: 0,
  toTick: 900,
  items: [
    item(0, 'page', { kind: 'page' }),
    ...['by platform', 'changes', 'server writes beside logs', 'tickets', 'suspend robots'].map(
      (label, k) => item(4 * k + 3, label),
    ),
    item(64, 'A robot takes v88 back', due),
    item(94, 'A robot stops the running experiment', due),
    item(430, 'The morning report is sent', due),
    item(300, 'nightly training reads the log', { kind: 'job', future: true }),
  ],
};

/** Where text is drawn: centred on its mark, from its mark, or up to it; letters are at most so wide. */
const LETTER = 0.4;

test('the soonest that is due is named, and no two names overlap', () => {
  const placed = placeAxis(AXIS, [], 30);
  const named = placed.filter(({ labelled }) => labelled);
  expect(named.map((p) => p.item.label)).toContain('A robot takes v88 back');
  expect(named.length).toBeGreaterThan(3);
  const spans = named.map(({ item: { label, future }, left }, k) => {
    const wide = Math.min(left > EDGE ? 24 : future ? 15 : 8, label.length * LETTER);
    if (k === 0) return [left, left + wide] as const;
    return left > EDGE
      ? ([left - wide, left] as const)
      : ([left - wide / 2, left + wide / 2] as const);
  });
  const sorted = spans.toSorted((a, b) => a[0] - b[0]);
  for (const [k, [from]] of sorted.entries())
    if (k > 0) expect(from).toBeGreaterThan(sorted[k - 1]![1]);
});
