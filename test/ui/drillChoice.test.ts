/** Which drill it is tonight, and which comes next. */
import { describe, expect, it } from 'vitest';
import type { PoolDrill } from '../../src/drills/pool.ts';
import type { SavedRun } from '../../src/storage/saves.ts';
import { freshDrill, nextDrill, tonightOf } from '../../src/ui/pager/drillChoice.ts';

const drill = (id: string): PoolDrill => ({
  id,
  callSign: 'Tue 10:00 · Home',
  headline: 'Saves −9 %',
  family: 'whole',
  newest: 'guilty',
  reversalBest: true,
  stamp: 's',
});
const DRILLS = Array.from({ length: 50 }, (_, k) => drill(`drill-${1 + (k % 5)}-${k}`));
const NOON = Date.UTC(2026, 10, 26, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const run = (scenario: string, closed: boolean, updatedAt: number): SavedRun => ({
  id: `${scenario}/${updatedAt}`,
  scenario,
  seed: scenario,
  callSign: 'Tue',
  commands: [],
  draft: null,
  scratch: '',
  closed,
  atLabel: 'Tue',
  startedAt: 0,
  updatedAt,
});

describe('tonight', () => {
  it('is one drill from midnight to midnight UTC, and comes to every drill before one again', () => {
    const now = tonightOf(DRILLS, NOON);
    expect(tonightOf(DRILLS, NOON - 12 * HOUR)).toBe(now);
    expect(tonightOf(DRILLS, NOON + 12 * HOUR - 1)).toBe(now);
    const after = DRILLS.map((_, d) => tonightOf(DRILLS, NOON + d * DAY)?.id);
    expect(new Set(after).size).toBe(DRILLS.length);
  });

  it('is none where there are none', () => {
    expect(tonightOf([], NOON)).toBeUndefined();
  });
});

describe('the next of a difficulty', () => {
  it('is the first that was not closed', () => {
    expect(nextDrill(DRILLS, 2, [])?.id).toBe('drill-2-1');
    const begun = [run('drill-2-1', false, 1)];
    expect(nextDrill(DRILLS, 2, begun)?.id).toBe('drill-2-1');
    expect(nextDrill(DRILLS, 2, [run('drill-2-1', true, 1)])?.id).toBe('drill-2-6');
  });

  it('is the one closed longest ago where all were', () => {
    const all = DRILLS.map(({ id }, k) => run(id, true, 100 - k));
    expect(nextDrill(DRILLS, 2, all)?.id).toBe('drill-2-46');
  });

  it('is none where the pool has none of it', () => {
    expect(nextDrill([drill('drill-1-0')], 4, [])).toBeUndefined();
  });
});

it('is played on the seed it was proven on', () => {
  expect(freshDrill(drill('drill-3-8'))).toMatchObject({
    scenario: 'drill-3-8',
    seed: 'drill-3-8',
    headline: 'Saves −9 %',
    commands: [],
  });
});
