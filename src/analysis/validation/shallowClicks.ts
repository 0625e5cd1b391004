/** Shape 7: what an opening without staying says of coming back. */
import { LABEL_CLOSEUP, LABEL_DWELL } from '../../sim/data/rows.ts';
import { isMember } from '../../sim/people/membership.ts';
import type { Figures, Shape } from './shape.ts';
import { plainWorld, toDay } from './worlds.ts';

/** Clicks are counted up to the first day, visits from there to the second. */
const COUNTED = 14;
const END = 28;
/** People with fewer impressions have no rate to speak of. */
const LEAST_IMPRESSIONS = 40;

/** Pearson's. */
function correlation(x: readonly number[], y: readonly number[]): number {
  const n = x.length;
  let mx = 0;
  let my = 0;
  for (let i = 0; i < n; i++) {
    mx += x[i]! / n;
    my += y[i]! / n;
  }
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < n; i++) {
    xy += (x[i]! - mx) * (y[i]! - my);
    xx += (x[i]! - mx) * (x[i]! - mx);
    yy += (y[i]! - my) * (y[i]! - my);
  }
  return xy / Math.sqrt(xx * yy);
}

export const shallowClicks: Shape = {
  id: 'shallow-clicks',
  claim: 'Shallow clicks correlate with retention until exposure is normalised, then negatively.',
  source: 'Industry reports on surrogates of retention, 2025–2026',
  parts: [
    {
      id: 'raw',
      what: 'shallow clicks of two weeks with visits of the next two',
      unit: 'correlation',
      expect: 'up',
    },
    {
      id: 'normalised',
      what: 'the same per impression',
      unit: 'correlation',
      expect: 'down',
    },
  ],
  measure: (seed) => correlations(seed),
};

/** Clicks of the first `counted` days, visits from there to `end`. */
export function correlations(seed: string, counted = COUNTED, end = END): Figures {
  const world = plainWorld(seed);
  const { people } = world;
  const shallow = new Float64Array(people.count);
  const impressions = new Float64Array(people.count);
  const visits = new Float64Array(people.count);
  for (let day = 1; day <= end; day++) {
    toDay(world, day);
    if (day > counted) {
      for (const person of world.schedule.person) visits[person] = visits[person]! + 1;
      continue;
    }
    const chunk = world.chunks[world.chunks.length - 2]!;
    for (let r = 0; r < chunk.length; r++) {
      const person = chunk.person[r]!;
      impressions[person] = impressions[person]! + chunk.weight[r]!;
      const stayed = chunk.labels[r]! & (LABEL_CLOSEUP | LABEL_DWELL);
      if (stayed === LABEL_CLOSEUP) shallow[person] = shallow[person]! + 1;
    }
  }
  const there: number[] = [];
  for (let i = 0; i < people.count; i++)
    if (isMember(people, i, 0) && isMember(people, i, end)) there.push(i);
  const enough = there.filter((i) => impressions[i]! >= LEAST_IMPRESSIONS);
  const later = enough.map((i) => visits[i]!);
  return {
    raw: correlation(
      enough.map((i) => shallow[i]!),
      later,
    ),
    normalised: correlation(
      enough.map((i) => shallow[i]! / impressions[i]!),
      later,
    ),
  };
}
