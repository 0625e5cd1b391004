/** A hand-made population for looking at the page before there is a simulator. Never shipped. */
import type { LensCell, LensView, View } from '../../src/session/view.ts';
import type { MetricId } from '../../src/sim/metrics.ts';
import type { Dimension } from '../../src/sim/segments.ts';

export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export const normalFrom = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(Math.PI * 2 * random());

type Person = Readonly<Partial<Record<Dimension, string>>>;

export interface FixtureIncident {
  readonly id: string;
  readonly dims: Readonly<Partial<Record<Dimension, readonly (readonly [string, number])[]>>>;
  /** Deviation in per cent that a metric shows for a person. */
  readonly effect: (metric: MetricId, person: Person) => number;
}

export const S39: FixtureIncident = {
  id: 's39',
  dims: {
    arm: [
      ['control', 0.5],
      ['v41', 0.5],
    ],
    history: [
      ['0-20', 0.26],
      ['21-100', 0.34],
      ['101-300', 0.25],
      ['> 300', 0.15],
    ],
    tenure: [
      ['0-1 d', 0.04],
      ['2-7 d', 0.1],
      ['8-28 d', 0.18],
      ['> 28 d', 0.68],
    ],
    region: [
      ['NA', 0.24],
      ['LATAM', 0.16],
      ['EU-W', 0.17],
      ['EU-E', 0.09],
      ['MENA', 0.07],
      ['IN', 0.13],
      ['JP', 0.06],
      ['SEA', 0.08],
    ],
    platform: [
      ['android', 0.52],
      ['ios', 0.34],
      ['web', 0.14],
    ],
    build: [
      ['9.10', 0.3],
      ['9.9', 0.22],
      ['iOS 26.4', 0.34],
      ['web', 0.14],
    ],
    surface: [
      ['home', 0.7],
      ['related', 0.3],
    ],
  },
  effect: (metric, person) => {
    const hurt =
      person.arm === 'v41' && (person.history === '> 300' || person.history === '101-300');
    const size = person.history === '> 300' ? 1 : 0.55;
    if (!hurt) return 0;
    if (metric === 'save_rate' || metric === 'server_saves' || metric === 'saves_per_session')
      return -34 * size;
    if (metric === 'hide_rate') return 46 * size;
    return metric === 'topic_entropy' ? -12 * size : 0;
  },
};

export const S13: FixtureIncident = {
  id: 's13',
  dims: {
    build: [
      ['9.10', 0.2],
      ['9.9', 0.27],
      ['9.8', 0.09],
      ['iOS 26.4', 0.22],
      ['iOS 26.3', 0.1],
      ['web', 0.12],
    ],
    region: [
      ['NA', 0.27],
      ['LATAM', 0.17],
      ['EU-W', 0.24],
      ['IN', 0.2],
      ['JP', 0.12],
    ],
    platform: [
      ['android', 0.56],
      ['ios', 0.32],
      ['web', 0.12],
    ],
    tenure: [
      ['0-1 d', 0.04],
      ['2-7 d', 0.1],
      ['8-28 d', 0.18],
      ['> 28 d', 0.68],
    ],
    surface: [
      ['home', 0.7],
      ['related', 0.3],
    ],
    arm: [
      ['control', 0.5],
      ['v41', 0.5],
    ],
    history: [
      ['0-20', 0.26],
      ['21-100', 0.34],
      ['101-300', 0.25],
      ['> 300', 0.15],
    ],
  },
  effect: (metric, person) => {
    if (person.build !== '9.10') return 0;
    if (metric === 'save_rate') return -27;
    return metric === 'impressions_per_session' ? 38 : 0;
  },
};

const PEOPLE = 9000;
export const POPULATION = 212;

export const peopleOf = (incident: FixtureIncident): readonly Person[] => {
  const random = randomFrom(41);
  return Array.from({ length: PEOPLE }, () => {
    const person: Partial<Record<Dimension, string>> = {};
    for (const [dimension, values] of Object.entries(incident.dims)) {
      let left = random();
      const drawn = values.find(([, share]) => (left -= share) < 0) ?? values[0];
      person[dimension as Dimension] = drawn?.[0] ?? '';
    }
    return person;
  });
};

const LABELS: Readonly<Record<string, string>> = {
  NA: 'N. America',
  LATAM: 'Latin America',
  'EU-W': 'W. Europe',
  'EU-E': 'E. Europe',
  MENA: 'Middle East',
  IN: 'India',
  JP: 'Japan',
  SEA: 'SE Asia',
  '9.10': 'app 9.10',
  '9.9': 'app 9.9',
  '9.8': 'app 9.8',
  android: 'Android',
  ios: 'iOS',
  home: 'Home',
  related: 'Related',
  '0-20': '0–20',
  '21-100': '21–100',
  '101-300': '101–300',
};

const METRICS: LensView['metrics'] = [
  { id: 'save_rate', label: 'Save rate' },
  { id: 'server_saves', label: 'Saves, server writes' },
  { id: 'impressions_per_session', label: 'Impressions per session' },
  { id: 'sessions', label: 'Sessions' },
  { id: 'hide_rate', label: 'Hide rate' },
  { id: 'topic_entropy', label: 'Topic entropy@25' },
];

const DIMENSION_LABELS: Readonly<Record<Dimension, string>> = {
  surface: 'surface',
  region: 'region',
  platform: 'platform',
  build: 'app build',
  tier: 'device tier',
  tenure: 'tenure',
  activity: 'activity',
  history: 'history length',
  language: 'language',
  network: 'network',
  entry: 'way in',
  pool: 'serving pool',
  overlap: 'overlap of tests',
  arm: 'experiment arm',
  model: 'ranker version',
};

export const lensOf = (
  incident: FixtureIncident,
  people: readonly Person[],
  metric: MetricId,
  by: readonly Dimension[],
  opened: ReadonlySet<Dimension>,
  claim: View['radius']['claim'],
): LensView => {
  const random = randomFrom(7);
  const axis = (dimension: Dimension | undefined): LensView['columns'] =>
    dimension === undefined
      ? []
      : (incident.dims[dimension] ?? []).map(([key]) => ({ key, label: LABELS[key] ?? key }));
  const columns = axis(by[0]);
  const rows = axis(by[1]);
  const wide = Math.max(1, columns.length);
  const high = Math.max(1, rows.length);
  const cell = new Uint16Array(people.length);
  const value = new Float32Array(people.length);
  const sums = new Float64Array(wide * high);
  const counts = new Uint32Array(wide * high);
  for (const [index, person] of people.entries()) {
    const c =
      by[0] === undefined
        ? 0
        : columns.findIndex((found) => found.key === person[by[0] as Dimension]);
    const r =
      by[1] === undefined ? 0 : rows.findIndex((found) => found.key === person[by[1] as Dimension]);
    const at = r * wide + c;
    cell[index] = at;
    sums[at] = (sums[at] ?? 0) + incident.effect(metric, person);
    counts[at] = (counts[at] ?? 0) + 1;
    value[index] =
      incident.effect(metric, person) * (0.75 + 0.3 * random()) + 5 * normalFrom(random);
  }
  const cells: LensCell[] = [];
  for (let at = 0; at < wide * high; at += 1) {
    const count = counts[at] ?? 0;
    const error = count === 0 ? null : 62 / Math.sqrt(count);
    const scope: Partial<Record<Dimension, readonly string[]>> = {};
    const column = columns[at % wide]?.key ?? null;
    const row = rows[Math.floor(at / wide)]?.key ?? null;
    if (by[0] !== undefined && column !== null) scope[by[0]] = [column];
    if (by[1] !== undefined && row !== null) scope[by[1]] = [row];
    cells.push({
      column,
      row,
      deviation:
        count === 0 ? null : (sums[at] ?? 0) / count + (error ?? 0) * 0.5 * normalFrom(random),
      error,
      dots: count,
      millions: (count / PEOPLE) * POPULATION,
      layers: [],
      scope: [scope],
    });
  }
  void claim;
  return {
    metric,
    by,
    axes: by,
    surface: 'home',
    price: 2,
    metrics: METRICS,
    dimensions: (Object.keys(incident.dims) as Dimension[]).map((id) => ({
      id,
      label: DIMENSION_LABELS[id],
    })),
    opened: [[], ...[...opened].map((id) => [id]), by],
    columns,
    rows,
    cells,
    range: 40,
    worse: 'down',
    dots: { cell, value },
    window: 'last 2 h',
    next: 'new numbers after 14:30',
    summary: `${METRICS.find((found) => found.id === metric)?.label ?? metric} by ${by.map((d) => DIMENSION_LABELS[d]).join(' and ') || 'nobody in particular'}: ${cells.length} groups.`,
  };
};
