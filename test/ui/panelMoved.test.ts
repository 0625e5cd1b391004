import { expect, test } from 'vitest';
import type { SeriesPanel } from '../../src/session/view.ts';
import { panelMoved } from '../../src/ui/panels/panelBody.tsx';
import { PAGE_TICK, seriesPanel } from './fixturePanels.ts';

const PANEL = seriesPanel(
  'p',
  'Save rate',
  'save_rate',
  '%',
  2,
  [{ key: 'all', label: 'everyone', size: 1 }],
  PAGE_TICK,
  'Tue 14:05',
);

const moved = (deviation: number, worse: SeriesPanel['worse']): string =>
  panelMoved({
    ...PANEL,
    worse,
    lead: 0,
    lines: PANEL.lines.map((line) => ({ ...line, deviation, error: 1 })),
  });

test('a figure has the colour of what it means for people', () => {
  expect(moved(-12, 'down')).toBe('loss');
  expect(moved(12, 'down')).toBe('gain');
  // More errors, more hides, a longer wait.
  expect(moved(400, 'up')).toBe('loss');
  expect(moved(-40, 'up')).toBe('gain');
  // More requests are neither; and noise is noise.
  expect(moved(100, 'none')).toBe('flat');
  expect(moved(-2, 'down')).toBe('flat');
});
