/** Where a board leads on to: the next of the campaign, or after a drill another drill. */
import { expect, test } from 'vitest';
import type { PagerCard } from '../../src/scenario/compiled.ts';
import type { App } from '../../src/ui/app/context.ts';
import { nextAfter } from '../../src/ui/debrief/nextIncident.ts';

const card = (id: string, order: number): PagerCard =>
  ({ id, order, callSign: id, defaultSeed: 'oak' }) as unknown as PagerCard;
/** A case of the campaign, taken over half way. */
const taken = (of: string, order: number): PagerCard => ({
  ...card(`${of}~inherited`, order),
  handover: { of, from: 'Ona', atLabel: 'Tue 17:00', note: '' },
});
const drill = (id: string): { id: string; callSign: string; headline: string } => ({
  id,
  callSign: id,
  headline: '',
});
const closed = (scenario: string): object => ({ scenario, closed: true, updatedAt: 1 });

const app = (runs: readonly object[] = []): App =>
  ({
    cards: [card('second', 1), card('first', 0), taken('second', 3), taken('first', 2)],
    drills: () => Promise.resolve(['drill-2-1', 'drill-3-1', 'drill-2-2', 'drill-2-3'].map(drill)),
    saves: Promise.resolve({ list: () => Promise.resolve(runs) }),
  }) as unknown as App;

test('the campaign goes on in its order, and ends', async () => {
  const next = nextAfter(app(), 'first')!;
  expect(next.label).toBe('Next incident');
  expect(await next.open()).toMatchObject({ scenario: 'second', seed: 'oak' });
  expect(nextAfter(app(), 'second')).toBeNull();
});

test('after a drill comes another of its difficulty that was not closed yet', async () => {
  const next = nextAfter(app([closed('drill-2-1')]), 'drill-2-2')!;
  expect(next.label).toBe('Next drill');
  expect(await next.open()).toMatchObject({ scenario: 'drill-2-3' });
  // Of the only one of its difficulty there is no other.
  expect(await nextAfter(app(), 'drill-3-1')!.open()).toBeUndefined();
});

test('after a case that was taken over comes the next of them', async () => {
  const next = nextAfter(app(), 'first~inherited')!;
  expect(await next.open()).toMatchObject({ scenario: 'second~inherited' });
  expect(nextAfter(app(), 'second~inherited')).toBeNull();
});

test('a file of one’s own leads nowhere', () => {
  expect(nextAfter(app(), 'mine')).toBeNull();
  expect(nextAfter(app(), undefined)).toBeNull();
});
