/** Experiments of a layer on the desk: their read-out, what pauses them, and what their owner may do with them. */
import { beforeAll, describe, expect, test } from 'vitest';
import { isLaunched } from '../../src/sim/delivery/experiments.ts';
import { valueOf } from '../../src/sim/delivery/scope.ts';
import type { TablePanel } from '../../src/session/view.ts';
import type { Run } from '../../src/session/run.ts';
import { scenarioById } from '../scenario/library.ts';
import { session } from './compiled.ts';
import { warmPage } from './warmPage.ts';

const whole = scenarioById('srm-mirage');
const scenario = { ...whole, world: { ...whole.world, preset: 'check' as const } };
let page: Run;

beforeAll(() => {
  page = warmPage(scenario, 'ash');
}, 120_000);

const opened = (run: Run): TablePanel => {
  session.dispatch(run, { kind: 'look', look: { view: 'experiments' } });
  return session.viewOf(run).panels[0] as TablePanel;
};
const ratioOf = (panel: TablePanel, slice: string): string | undefined =>
  panel.rows.find(([reading]) => reading === `tiles: people reporting, ${slice}`)?.[1];
const isMarked = (panel: TablePanel, reading: string): boolean =>
  panel.marked.some((k) => panel.rows[k]?.[0] === reading);

describe('an arm that small phones do not survive', () => {
  test('is short where they are and nowhere else', () => {
    const panel = opened(session.forkRun(page));
    expect(Number(ratioOf(panel, 'android')?.split(' : ')[1])).toBeLessThan(42);
    expect(isMarked(panel, 'tiles: people reporting, android')).toBe(true);
    for (const slice of ['ios', 'web', 'mid devices', 'high devices']) {
      expect(Number(ratioOf(panel, slice)?.split(' : ')[1])).toBeCloseTo(50, 0);
      expect(isMarked(panel, `tiles: people reporting, ${slice}`)).toBe(false);
    }
  });

  test('is everybody’s control once it is paused', () => {
    const run = session.forkRun(page);
    session.dispatch(run, { kind: 'act', act: { kind: 'pause-arm', rollout: 'tiles' } });
    session.dispatch(run, { kind: 'wait', minutes: 30 });
    const arms = new Set(
      Array.from({ length: 200 }, (_, i) =>
        valueOf(run.pair.live, 'overlap', i, 0, run.pair.live.tick),
      ),
    );
    expect([...arms]).toEqual(['tiles:usual']);
    expect(opened(run).rows).toEqual([['tiles', 'nobody to compare with', '–']]);
  });

  test('is everybody’s at the date, unless something was frozen', () => {
    const act = { kind: 'act', act: { kind: 'freeze-deploys' } } as const;
    for (const [moves, launched] of [
      [[], true],
      [[act], false],
    ] as const) {
      const run = session.forkRun(page);
      for (const move of moves) session.dispatch(run, move);
      session.dispatch(run, { kind: 'next-day', days: 2 });
      const { control, tick } = run.pair.live;
      expect(isLaunched(control, 'tiles', tick)).toBe(launched);
      const arms = Array.from({ length: 200 }, (_, i) =>
        valueOf(run.pair.live, 'overlap', i, 0, tick),
      );
      expect(new Set(arms).size).toBe(launched ? 1 : 2);
    }
  });
});
