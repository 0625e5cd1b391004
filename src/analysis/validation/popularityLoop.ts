/** Shape 3: popularity bias along the loop, and who pays for it. */
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { TOPIC_COUNT } from '../../sim/presets.ts';
import type { World } from '../../sim/world.ts';
import { policy, RANDOM_EXPOSURE } from './policies.ts';
import { percent, type Shape } from './shape.ts';
import { sample, shownTo } from './slates.ts';
import { plainWorld, toDay } from './worlds.ts';

/** Days of random exposure, then a look each so many days: a loop each. */
const START = 5;
const LOOP_DAYS = 6;
const LOOPS = 3;
const STRIDE = 3;

interface Look {
  /** Mean popularity of what is shown, in units of the mean live idea's exposure. */
  readonly popularity: number;
  /** Different ideas in the day's impressions. */
  readonly coverage: number;
  /** Share of what is shown that fits the person's interests, in the third of the rarest tastes and of the commonest. */
  readonly minority: number;
  readonly majority: number;
}

/** How common a person's tastes are: the mean demand for their topics. */
function commonness(world: World, demand: Float64Array, person: number): number {
  let sum = 0;
  let own = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    const x = world.people.interest[person * TOPIC_COUNT + t]!;
    sum += x * demand[t]!;
    own += x;
  }
  return sum / own;
}

function look(world: World): Look {
  const { people, ideas, counters } = world;
  let mean = 0;
  let live = 0;
  for (let i = 0; i < ideas.count; i++) {
    if (ideas.live[i] === 0) continue;
    mean += counters.exposures[i]!;
    live++;
  }
  mean /= live;
  const looked = sample(world, STRIDE);
  const demand = new Float64Array(TOPIC_COUNT);
  for (let i = 0; i < people.count; i++)
    for (let t = 0; t < TOPIC_COUNT; t++)
      demand[t] = demand[t]! + people.interest[i * TOPIC_COUNT + t]!;
  let popularity = 0;
  let n = 0;
  const fits = looked.map((person) => {
    const shown = shownTo(world, person);
    let fit = 0;
    for (const idea of shown) {
      popularity += counters.exposures[idea]! / mean;
      n++;
      fit += people.interest[person * TOPIC_COUNT + ideas.topic[idea]!]!;
    }
    return { common: commonness(world, demand, person), fit: fit / shown.length };
  });
  fits.sort((a, b) => a.common - b.common);
  const third = Math.floor(fits.length / 3);
  const fitOf = (part: typeof fits): number => part.reduce((sum, f) => sum + f.fit, 0) / third;
  return {
    popularity: popularity / n,
    coverage: world.tallies[world.tallies.length - 1]!.uniqueItems,
    minority: fitOf(fits.slice(0, third)),
    majority: fitOf(fits.slice(-third)),
  };
}

export const popularityLoop: Shape = {
  id: 'popularity-loop',
  claim:
    'The mean popularity of what is recommended rises with each loop and coverage of the catalogue falls; minority tastes lose more.',
  source: 'Mansoury, Abdollahpouri, Pechenizkiy, Mobasher, Burke 2020',
  parts: [
    {
      id: 'rise',
      what: 'mean popularity after three loops against the first model',
      unit: '%',
      expect: 'up',
    },
    { id: 'first', what: 'mean popularity, first loop', unit: '%', expect: 'up' },
    { id: 'second', what: 'mean popularity, second loop', unit: '%', expect: 'up' },
    { id: 'third', what: 'mean popularity, third loop', unit: '%', expect: 'up' },
    {
      id: 'coverage',
      what: 'different ideas a day after three loops against random exposure',
      unit: '%',
      expect: 'down',
    },
    {
      id: 'minority',
      what: 'fit to interests over three loops, rarest tastes less commonest',
      unit: 'points',
      expect: 'down',
    },
  ],
  measure: (seed) => {
    const world = plainWorld(seed, policy(RANDOM_EXPOSURE, 0, START * MINUTES_PER_DAY));
    const looks: Look[] = [];
    for (let loop = 0; loop <= LOOPS; loop++)
      looks.push(look(toDay(world, START + loop * LOOP_DAYS)));
    const [start, one, two, three] = looks as [Look, Look, Look, Look];
    return {
      rise: percent(three.popularity, start.popularity),
      first: percent(one.popularity, start.popularity),
      second: percent(two.popularity, one.popularity),
      third: percent(three.popularity, two.popularity),
      coverage: percent(three.coverage, start.coverage),
      minority: percent(three.minority, start.minority) - percent(three.majority, start.majority),
    };
  },
};
