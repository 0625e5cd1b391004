/**
 * The dimensions along which people, requests and arms can be cut, and the predicates built from them.
 *
 * A cohort is a *label* on a person, never a compartment of the model: every person keeps their own state and a
 * scope merely selects people.
 */

export const REGIONS = ['NA', 'LATAM', 'EU-W', 'EU-E', 'MENA', 'IN', 'JP', 'SEA'] as const;
export type Region = (typeof REGIONS)[number];

export const PLATFORMS = ['android', 'ios', 'web'] as const;
export type Platform = (typeof PLATFORMS)[number];

export const DEVICE_TIERS = ['low', 'mid', 'high'] as const;
export type DeviceTier = (typeof DEVICE_TIERS)[number];

/** Time since sign-up. */
export const TENURES = ['0-1 d', '2-7 d', '8-28 d', '> 28 d'] as const;
export type Tenure = (typeof TENURES)[number];

export const ACTIVITIES = ['casual', 'core', 'returning'] as const;
export type Activity = (typeof ACTIVITIES)[number];

export const SURFACES = ['home', 'related', 'search', 'notifications'] as const;
export type Surface = (typeof SURFACES)[number];

/** Languages people read and ideas are written in. */
export const LANGUAGES = ['en', 'es', 'pt', 'de', 'fr', 'pl', 'ar', 'hi', 'ja', 'th'] as const;
export type Language = (typeof LANGUAGES)[number];

export const NETWORKS = ['wifi', 'mobile'] as const;
export type Network = (typeof NETWORKS)[number];

/** How somebody came to Corkboard when they signed up. */
export const ENTRIES = ['organic', 'campaign', 'deep link'] as const;
export type Entry = (typeof ENTRIES)[number];

/** Logged actions a person has behind them, as the feature store counts them. */
export const HISTORY_LENGTHS = ['0-20', '21-100', '101-300', '> 300'] as const;
export type HistoryLength = (typeof HISTORY_LENGTHS)[number];

/**
 * Every dimension a cut may use. The values of `build` (app versions), `arm` (of the scenario's first experiment),
 * `overlap` (arms of all its layered experiments, `A:on+B:off`), `model` (ranker version served) and `pool` (of servers)
 * depend on the scenario; the others are closed lists.
 */
export const DIMENSIONS = [
  'surface',
  'region',
  'platform',
  'build',
  'tier',
  'tenure',
  'activity',
  'history',
  'language',
  'network',
  'entry',
  'pool',
  'arm',
  'overlap',
  'model',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Human labels of the dimensions, as buttons and axes show them. */
export const DIMENSION_LABELS: Readonly<Record<Dimension, string>> = {
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
  arm: 'experiment arm',
  overlap: 'experiments',
  model: 'ranker version',
};

/** A conjunction: every named dimension must take one of its listed values. `{}` selects everyone. */
export type Conjunction = { readonly [D in Dimension]?: readonly string[] };

/** A union of conjunctions. `[]` selects nobody, `[{}]` everyone. */
export type Scope = readonly Conjunction[];

export const EVERYONE: Scope = [{}];
export const NOBODY: Scope = [];
