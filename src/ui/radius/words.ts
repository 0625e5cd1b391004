/** Scopes in words: what chips, menus, live region and share text call a part of the population. */
import type {
  Activity,
  Conjunction,
  DeviceTier,
  Dimension,
  HistoryLength,
  Platform,
  Region,
  Scope,
  Surface,
  Tenure,
} from '../../sim/segments.ts';

/** Closed lists, in the order in which they are offered; typed so that a new value does not compile unnamed. */
const REGION: Readonly<Record<Region, string>> = {
  NA: 'N. America',
  LATAM: 'Latin America',
  'EU-W': 'W. Europe',
  'EU-E': 'E. Europe',
  MENA: 'Middle East',
  IN: 'India',
  JP: 'Japan',
  SEA: 'SE Asia',
};
const PLATFORM: Readonly<Record<Platform, string>> = { android: 'Android', ios: 'iOS', web: 'web' };
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
const SURFACE: Readonly<Record<Surface, string>> = { home: 'Home', related: 'Related' };
const HISTORY: Readonly<Record<HistoryLength, string>> = {
  '0-20': '0–20 saves',
  '21-100': '21–100 saves',
  '101-300': '101–300 saves',
  '> 300': '> 300 saves',
};

const CLOSED: Partial<Readonly<Record<Dimension, Readonly<Record<string, string>>>>> = {
  region: REGION,
  platform: PLATFORM,
  tier: TIER,
  tenure: TENURE,
  activity: ACTIVITY,
  surface: SURFACE,
  history: HISTORY,
};

/** Short names for buttons that stand in a row; the full ones come with the view. */
export const SHORT_DIMENSION: Readonly<Record<Dimension, string>> = {
  surface: 'surface',
  region: 'region',
  platform: 'platform',
  build: 'build',
  tier: 'tier',
  tenure: 'tenure',
  activity: 'activity',
  history: 'history',
  arm: 'arm',
  model: 'ranker',
};

/** Values of a dimension with a closed list; empty for those that depend on the incident. */
export const closedValues = (dimension: Dimension): readonly string[] =>
  Object.keys(CLOSED[dimension] ?? {});

export const valueLabel = (dimension: Dimension, value: string): string => {
  const closed = CLOSED[dimension];
  if (closed !== undefined && Object.hasOwn(closed, value)) return closed[value] ?? value;
  return dimension === 'build' && /^\d/.test(value) ? `app ${value}` : value;
};

/** Where the list is closed the page's own words are used everywhere; else what the view calls it. */
export const axisLabel = (dimension: Dimension | undefined, key: string, label: string): string =>
  dimension !== undefined && Object.hasOwn(CLOSED[dimension] ?? {}, key)
    ? valueLabel(dimension, key)
    : label;

export const dimensionsOf = (conjunction: Conjunction): readonly Dimension[] =>
  (Object.keys(conjunction) as Dimension[]).filter(
    (dimension) => conjunction[dimension] !== undefined,
  );

const listed = (parts: readonly string[]): string =>
  parts.length <= 1
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

export const partWords = (dimension: Dimension, values: readonly string[]): string =>
  values.length > 3
    ? `${values.length} ${SHORT_DIMENSION[dimension]}s`
    : listed(values.map((value) => valueLabel(dimension, value)));

export const conjunctionWords = (conjunction: Conjunction): string => {
  const parts = dimensionsOf(conjunction).map((dimension) =>
    partWords(dimension, conjunction[dimension] ?? []),
  );
  return parts.length === 0 ? 'everyone' : parts.join(' · ');
};

/** `null`: not said yet. */
export const scopeWords = (scope: Scope | null): string => {
  if (scope === null) return 'not said yet';
  if (scope.length === 0) return 'nobody';
  return scope.map(conjunctionWords).join('; ');
};
