/** Shape 4: variety taken out of the feed, where tastes follow what is met: people cool on what they are shown too much of. */
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { forkWorld } from '../../sim/fork.ts';
import { drawPanel } from '../../sim/panel/members.ts';
import { expected } from './expected.ts';
import { policy } from './policies.ts';
import { percent, type Shape } from './shape.ts';
import { FORMING, plainWorld, toDay } from './worlds.ts';

const ONSET = 7;
/** Days of the fault that make up the second week's end. */
const LATE_DAYS = [12, 13, 14] as const;

interface Effect {
  readonly saves: number;
  readonly visits: number;
}

/** Per cent against the same world with its diversity, on days of the fault; ascending. */
export function effects(seed: string, days: readonly number[]): Effect[] {
  const off = policy([{ kind: 'diversity', topic: 0, look: 0 }], ONSET * MINUTES_PER_DAY);
  const world = toDay(plainWorld(seed, off, FORMING), ONSET - 1);
  const twin = forkWorld(world, []);
  const panel = drawPanel(world);
  return days.map((day) => {
    const a = expected(toDay(world, ONSET + day), panel);
    const b = expected(toDay(twin, ONSET + day), panel);
    return { saves: percent(a.saves, b.saves), visits: percent(a.visits, b.visits) };
  });
}

export const diversityOff: Shape = {
  id: 'diversity-off',
  claim:
    'Without diversity in the feed saves rise at first, are negative within two weeks, and visits fall.',
  source: 'Industry reports on feed diversification, 2021–2026',
  parts: [
    { id: 'first', what: 'saves on the first day', unit: '%', expect: 'up' },
    { id: 'late', what: 'saves on days 12 to 14', unit: '%', expect: 'down' },
    {
      id: 'lost',
      what: 'change of the effect on saves in two weeks',
      unit: 'points',
      expect: 'down',
    },
    { id: 'visits', what: 'visits on days 12 to 14', unit: '%', expect: 'down' },
  ],
  measure: (seed) => {
    const [first, ...later] = effects(seed, [0, ...LATE_DAYS]) as [Effect, ...Effect[]];
    const late = later.reduce((sum, e) => sum + e.saves, 0) / later.length;
    return {
      first: first.saves,
      late,
      lost: late - first.saves,
      visits: later.reduce((sum, e) => sum + e.visits, 0) / later.length,
    };
  },
};
