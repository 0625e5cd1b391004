/** Marks on a time axis: changes once they are open, jobs, the page, the player's own acts. */
import { dayOf, MINUTES_PER_DAY } from '../../sim/clock.ts';
import type { Run } from '../run.ts';
import { actWords } from '../words.ts';

export interface Marker {
  readonly tick: number;
  readonly label: string;
  readonly kind: 'change' | 'job' | 'page' | 'you';
}

/** Longer than this, a mark every night says nothing but that nights pass. */
const NIGHTS = 5 * MINUTES_PER_DAY;

export function markersBetween(run: Run, from: number, to: number): Marker[] {
  const markers: Marker[] = [{ tick: run.scenario.world.pageTick, label: 'page', kind: 'page' }];
  if (run.desk.changesOpened)
    for (const change of run.scenario.changes)
      markers.push({ tick: change.tick, label: change.text, kind: 'change' });
  if (run.scenario.clock === 'minutes' && to - from <= NIGHTS) {
    for (let day = dayOf(from); day <= dayOf(to); day++)
      markers.push({
        tick: day * MINUTES_PER_DAY + run.scenario.world.trainingMinute,
        label: 'nightly training',
        kind: 'job',
      });
  }
  for (const applied of run.pair.live.applied)
    markers.push({ tick: applied.effectTick, label: actWords(applied.spec), kind: 'you' });
  return markers.filter((m) => m.tick >= from && m.tick <= to).sort((a, b) => a.tick - b.tick);
}
