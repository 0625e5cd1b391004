import { describe, expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { parseReadingId, readingId, wholePanelOf } from '../../src/session/grammarReading.ts';
import { rangeDeviation } from '../../src/session/rangeWords.ts';
import { atPage } from './cases.ts';
import { session } from './compiled.ts';

const HURT = [{ activity: ['core'], arm: ['v42'] }];
const RATE: Command = {
  kind: 'look',
  look: { view: 'metric', metric: 'save_rate', by: null, scope: HURT },
};

describe('ids', () => {
  test.each([
    { panel: '{"view":"x@1-2"}', from: 8400, to: 8640 },
    { panel: 'a@b', from: 7, to: 7 },
  ])('%o reads back as it is written', (id) => {
    expect(parseReadingId(readingId(id))).toEqual(id);
  });

  test.each(['', 'panel', 'panel@', 'panel@9-9', 'panel@9-3', 'panel@-3'])(
    '%j is no reading',
    (text) => {
      expect(parseReadingId(text)).toBeNull();
    },
  );

  test('a range is not the whole panel', () => {
    expect(wholePanelOf('p@5')).toBe('p');
    expect(wholePanelOf('p@5-9')).toBeNull();
  });
});

test('a range is read off the points inside it, against their own baseline', () => {
  const line = { values: [10, 8, null, 10], baseline: [10, 10, 10, 10] };
  expect(rangeDeviation([0, 60, 120, 180], line, { from: 60, to: 130 })).toBeCloseTo(-20);
  expect(rangeDeviation([0, 60, 120, 180], line, { from: 200, to: 300 })).toBeNull();
});

describe('pinning', () => {
  test('a panel pinned long after it was opened is on the board as it reads now, and can be unpinned', () => {
    const run = atPage();
    session.dispatch(run, RATE);
    session.dispatch(run, { kind: 'wait', minutes: 40 });
    const [panel] = session.viewOf(run).panels;
    session.dispatch(run, { kind: 'pin', reading: panel!.reading, pinned: true });
    session.dispatch(run, { kind: 'wait', minutes: 40 });
    const view = session.viewOf(run);
    const pinned = view.board.readings.filter((r) => r.pinned);
    expect(pinned.map((r) => r.summary)).toEqual([panel!.summary]);
    expect(view.panels[0]).toMatchObject({ pinned: true, reading: panel!.reading });
    session.dispatch(run, { kind: 'pin', reading: view.panels[0]!.reading, pinned: false });
    expect(session.viewOf(run).panels[0]?.pinned).toBe(false);
  });

  test('a range of a plot becomes evidence with its own number and error', () => {
    const run = atPage();
    session.dispatch(run, RATE);
    const [panel] = session.viewOf(run).panels;
    const to = session.now(run);
    const reading = readingId({ panel: panel!.id, from: to - 120, to });
    session.dispatch(run, { kind: 'pin', reading, pinned: true });
    const found = session.viewOf(run).board.readings.find((r) => r.id === reading);
    expect(found?.pinned).toBe(true);
    expect(found?.summary).toMatch(/Save rate.* to Tue 14:.*: −\d+\.\d % ± \d\.\d against/);
    // The panel itself is not pinned by that.
    expect(session.viewOf(run).panels[0]?.pinned).toBe(false);
  });

  test('what nobody can have read is not pinned', () => {
    const run = atPage();
    session.dispatch(run, RATE);
    const { id } = session.viewOf(run).panels[0]!;
    const later = session.now(run) + 60;
    for (const reading of [`${id}@${later}`, `${id}@5-${later}`, `${id}@3`, 'elsewhere@3'])
      session.dispatch(run, { kind: 'pin', reading, pinned: true });
    expect(run.desk.pinned).toEqual([]);
  });
});
