/**
 * Segments as people say them. Keys stay what the grammar of commands reads; every sentence, chip and axis takes its
 * words from here, on the page as in the terminal.
 */
import { ITEM_DIMENSION_LABELS, type ItemDimension } from '../sim/itemSegments.ts';
import type { ItemCut } from '../sim/telemetry/itemCells.ts';
import { DIMENSION_LABELS } from '../sim/segments.ts';
import type {
  Activity,
  Conjunction,
  DeviceTier,
  Dimension,
  Entry,
  HistoryLength,
  Language,
  Network,
  Platform,
  Region,
  Scope,
  Surface,
  Tenure,
} from '../sim/segments.ts';

/** Closed lists, in the order in which they are offered; typed so that a new value does not compile unnamed. */
const REGION: Readonly<Record<Region, string>> = {
  NA: 'North America',
  LATAM: 'Latin America',
  'EU-W': 'Western Europe',
  'EU-E': 'Eastern Europe',
  MENA: 'Middle East and North Africa',
  IN: 'India',
  JP: 'Japan',
  SEA: 'South-East Asia',
};
const PLATFORM: Readonly<Record<Platform, string>> = {
  android: 'Android',
  ios: 'iOS',
  web: 'the web',
};
const TIER: Readonly<Record<DeviceTier, string>> = {
  low: 'low-end phones',
  mid: 'mid-range phones',
  high: 'high-end phones',
};
const TENURE: Readonly<Record<Tenure, string>> = {
  '0-1 d': 'first day',
  '2-7 d': 'first week',
  '8-28 d': 'first month',
  '> 28 d': 'over a month',
};
const ACTIVITY: Readonly<Record<Activity, string>> = {
  casual: 'casual',
  core: 'core',
  returning: 'returning',
};
const SURFACE: Readonly<Record<Surface, string>> = {
  home: 'Home',
  related: 'Related',
  search: 'Search',
  notifications: 'Notifications',
};
const LANGUAGE: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Spanish',
  pt: 'Portuguese',
  de: 'German',
  fr: 'French',
  pl: 'Polish',
  ar: 'Arabic',
  hi: 'Hindi',
  ja: 'Japanese',
  th: 'Thai',
};
const NETWORK: Readonly<Record<Network, string>> = { wifi: 'Wi-Fi', mobile: 'mobile networks' };
const ENTRY: Readonly<Record<Entry, string>> = {
  organic: 'came by themselves',
  campaign: 'came by a campaign',
  'deep link': 'came by a deep link',
};
const HISTORY: Readonly<Record<HistoryLength, string>> = {
  '0-20': '0–20 saves',
  '21-100': '21–100 saves',
  '101-300': '101–300 saves',
  '> 300': '> 300 saves',
};

export const CLOSED_VALUES: Partial<Readonly<Record<Dimension, Readonly<Record<string, string>>>>> =
  {
    region: REGION,
    platform: PLATFORM,
    tier: TIER,
    tenure: TENURE,
    activity: ACTIVITY,
    surface: SURFACE,
    history: HISTORY,
    language: LANGUAGE,
    network: NETWORK,
    entry: ENTRY,
  };

/** Short names, where many stand in a row; the full ones are the simulator's. */
export const SHORT_DIMENSION: Readonly<Record<Dimension, string>> = {
  surface: 'surface',
  region: 'region',
  platform: 'platform',
  build: 'build',
  tier: 'tier',
  tenure: 'tenure',
  activity: 'activity',
  history: 'history',
  language: 'language',
  network: 'network',
  entry: 'way in',
  pool: 'pool',
  overlap: 'overlap',
  arm: 'arm',
  model: 'ranker',
};

/** `android 9.10` → `Android 9.10`. */
function buildWords(build: string): string {
  const [platform = '', ...rest] = build.split(' ');
  const known = (PLATFORM as Readonly<Record<string, string>>)[platform];
  if (known === undefined) return /^\d/.test(build) ? `app ${build}` : build;
  return [known, ...rest].join(' ');
}

/** Where no experiment of a layer runs, the key of the arms a person is in together is empty. */
const NO_TEST = 'no layered test';

/** One value, by itself: on a chip, an axis, a line of a plot. */
export function valueWords(dimension: Dimension, value: string): string {
  const closed = CLOSED_VALUES[dimension];
  if (closed !== undefined && Object.hasOwn(closed, value)) return closed[value] ?? value;
  if (dimension === 'overlap' && value === '') return NO_TEST;
  return dimension === 'build' ? buildWords(value) : value;
}

/** A dimension of people or of ideas, by name. */
export function itemCutWords(cut: ItemCut): string {
  return cut in ITEM_DIMENSION_LABELS
    ? ITEM_DIMENSION_LABELS[cut as ItemDimension]
    : DIMENSION_LABELS[cut as Dimension];
}

const KIND_WORDS: Partial<Readonly<Record<ItemDimension, Readonly<Record<string, string>>>>> = {
  price: { low: 'low-priced', middle: 'middle-priced', high: 'high-priced' },
  age: { fresh: 'of the last day', 'first week': 'of the first week', older: 'older' },
  creator: {
    new: 'by new creators',
    small: 'by small creators',
    established: 'by established creators',
  },
};

/** A value of either, by itself. */
export function itemValueWords(cut: ItemCut, value: string): string {
  return cut in ITEM_DIMENSION_LABELS
    ? (KIND_WORDS[cut as ItemDimension]?.[value] ?? value)
    : valueWords(cut as Dimension, value);
}

function eitherOf(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]!}`;
}

/** How a dimension joins a sentence after *people*, in this order. */
const PHRASES: readonly (readonly [Dimension, (values: string) => string])[] = [
  ['tenure', (v) => (v === TENURE['> 28 d'] ? 'here for over a month' : `in their ${v}`)],
  ['history', (v) => `with ${v}`],
  ['region', (v) => `in ${v}`],
  ['platform', (v) => `on ${v}`],
  ['build', (v) => `on ${v}`],
  ['tier', (v) => `with ${v}`],
  ['language', (v) => `who read ${v}`],
  ['network', (v) => `on ${v}`],
  ['entry', (v) => `who ${v}`],
  ['surface', (v) => `on ${v}`],
  ['pool', (v) => `served by pool ${v}`],
  ['overlap', (v) => (v === NO_TEST ? `in ${v}` : `in tests ${v}`)],
  ['arm', (v) => `in arm ${v}`],
  ['model', (v) => `served by ${v}`],
];

/** `core people in North America in arm v42`; `everyone` where nothing is asked of them. */
export function conjunctionWords(conjunction: Conjunction): string {
  const said = (dimension: Dimension): string | null => {
    const values = conjunction[dimension];
    return values === undefined
      ? null
      : eitherOf(values.map((value) => valueWords(dimension, value)));
  };
  const activity = said('activity');
  const phrases = PHRASES.flatMap(([dimension, phrase]) => {
    const words = said(dimension);
    return words === null ? [] : [phrase(words)];
  });
  if (activity === null && phrases.length === 0) return 'everyone';
  return [activity === null ? 'people' : `${activity} people`, ...phrases].join(' ');
}

/** `null`: not said yet; `[]`: nobody. */
export function scopeWords(scope: Scope | null): string {
  if (scope === null) return 'not said yet';
  if (scope.length === 0) return 'nobody';
  return scope.map(conjunctionWords).join('; ');
}
