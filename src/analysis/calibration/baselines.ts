/** Baselines of a world in which nothing goes wrong, against the design values of the incident catalogue (A2). */
import { log } from '../../determinism/math.ts';
import { NEVER } from '../../sim/data/labels.ts';
import { LABEL_SAVE } from '../../sim/data/rows.ts';
import { INFRA_METRICS, METRIC_COUNT, type InfraMetric } from '../../sim/infra/record.ts';
import { FAILED, LIGHT, POPULAR } from '../../sim/infra/state.ts';
import { HOME, LOOK_COUNT, NOTIFICATIONS, RELATED, SEARCH } from '../../sim/presets.ts';
import { REGIONS } from '../../sim/segments.ts';
import type { DayTally } from '../../sim/telemetry/tally.ts';
import type { World } from '../../sim/world.ts';
import { sample, shownTo } from '../validation/slates.ts';

/** What A2 wants of each; shares and rates as fractions. */
export const WANTED = {
  'saves per impression, home': 0.018,
  'closeups per impression': 0.08,
  'hides per impression': 0.0022,
  'impressions per session': 42,
  'share of saves: home': 0.41,
  'share of saves: related': 0.34,
  'share of saves: search': 0.19,
  'share of saves: notifications': 0.06,
  'searches without a result': 0.021,
  'p50, ms': 140,
  'p99, ms': 480,
  'answered by the light ranker': 0.004,
  'answered by what is popular': 0.0005,
  errors: 0.0004,
  'topic entropy of a slate': 0.74,
  'look entropy of a slate': 0.69,
  'fresh share': 0.12,
  'exposure of new creators': 0.07,
  'Gini of creators': 0.8,
  'local content, JP': 0.61,
  'local content, LATAM': 0.48,
  'local content, IN': 0.44,
  'calibration of saves': 1,
  'label-join rate': 0.985,
} as const;
export type Baseline = keyof typeof WANTED;

const FROM_DAY = 7;
const LOCAL: readonly (readonly [Baseline, (typeof REGIONS)[number]])[] = [
  ['local content, JP', 'JP'],
  ['local content, LATAM', 'LATAM'],
  ['local content, IN', 'IN'],
];

/** Figures over the finished days from the eighth on. */
export function baselinesOf(world: World): Record<Baseline, number> {
  const days = world.tallies.filter((t) => t.day >= FROM_DAY);
  const sum = (figure: (t: DayTally) => number): number =>
    days.reduce((total, t) => total + figure(t), 0);
  const impressions = sum((t) => t.impressions);
  const saves = sum((t) => t.saves);
  const requests = sum((t) => t.requests);
  const rung = (r: number): number => sum((t) => t.byRung[r]!) / requests;
  const savesOn = (surface: number): number => sum((t) => t.savesBySurface[surface]!) / saves;
  return {
    'saves per impression, home':
      sum((t) => t.savesBySurface[HOME]!) / sum((t) => t.impressionsBySurface[HOME]!),
    'closeups per impression': sum((t) => t.closeups) / impressions,
    'hides per impression': sum((t) => t.hides) / impressions,
    'impressions per session': impressions / sum((t) => t.sessions),
    'share of saves: home': savesOn(HOME),
    'share of saves: related': savesOn(RELATED),
    'share of saves: search': savesOn(SEARCH),
    'share of saves: notifications': savesOn(NOTIFICATIONS),
    'searches without a result': sum((t) => t.emptySearches) / sum((t) => t.searches),
    'p50, ms': machines(world, 'p50'),
    'p99, ms': machines(world, 'p99'),
    'answered by the light ranker': rung(LIGHT),
    'answered by what is popular': rung(POPULAR),
    errors: rung(FAILED),
    'topic entropy of a slate': sum((t) => t.entropySum) / sum((t) => t.homeSlates),
    'look entropy of a slate': lookEntropy(world),
    'fresh share': sum((t) => t.freshImpressions) / impressions,
    'exposure of new creators': sum((t) => t.newCreatorShare) / days.length,
    'Gini of creators': sum((t) => t.gini) / days.length,
    ...localShares(world),
    ...labels(world),
  };
}

/** Mean of a recorded figure of the machines, weighted by requests. */
function machines(world: World, metric: InfraMetric): number {
  const at = INFRA_METRICS.indexOf(metric);
  const offered = INFRA_METRICS.indexOf('offered');
  let total = 0;
  let weight = 0;
  for (const { values } of world.infra.series.slice(0, -1))
    for (let v = 0; v < values.length; v += METRIC_COUNT) {
      weight += values[v + offered]!;
      total += values[v + offered]! * values[v + at]!;
    }
  return total / weight;
}

const STRIDE = 4;

/** Entropy of looks over log(looks), of the four home slates asked for of each person, one by one. */
function lookEntropy(world: World): number {
  let total = 0;
  let slates = 0;
  const size = 25;
  for (const person of sample(world, STRIDE)) {
    const shown = shownTo(world, person);
    for (let first = 0; first + size <= shown.length; first += size) {
      const counts = new Int32Array(LOOK_COUNT);
      for (let k = first; k < first + size; k++) {
        const look = world.ideas.look[shown[k]!]!;
        counts[look] = counts[look]! + 1;
      }
      let entropy = 0;
      for (const n of counts) if (n > 0) entropy -= (n / size) * log(n / size);
      total += entropy / log(LOOK_COUNT);
      slates++;
    }
  }
  return total / slates;
}

function localShares(
  world: World,
): Record<'local content, JP' | 'local content, LATAM' | 'local content, IN', number> {
  const { ideas, people } = world;
  const local = new Float64Array(REGIONS.length);
  const all = new Float64Array(REGIONS.length);
  for (const person of sample(world, 1)) {
    const region = people.region[person]!;
    if (!LOCAL.some(([, name]) => name === REGIONS[region])) continue;
    for (const idea of shownTo(world, person)) {
      all[region] = all[region]! + 1;
      if (ideas.region[idea] === region) local[region] = local[region]! + 1;
    }
  }
  const share = (name: (typeof REGIONS)[number]): number => {
    const r = REGIONS.indexOf(name);
    return local[r]! / all[r]!;
  };
  return {
    'local content, JP': share('JP'),
    'local content, LATAM': share('LATAM'),
    'local content, IN': share('IN'),
  };
}

function labels(world: World): Record<'calibration of saves' | 'label-join rate', number> {
  let predicted = 0;
  let saved = 0;
  let joined = 0;
  for (const chunk of world.chunks.slice(0, -1))
    for (let r = 0; r < chunk.length; r++) {
      predicted += chunk.weight[r]! * chunk.predicted[r]!;
      if ((chunk.labels[r]! & LABEL_SAVE) === 0) continue;
      saved += chunk.weight[r]!;
      if (chunk.delay[r] !== NEVER) joined += chunk.weight[r]!;
    }
  return { 'calibration of saves': predicted / saved, 'label-join rate': joined / saved };
}
