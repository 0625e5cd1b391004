/** Scopes as chips and axes show them, short; sentences are in session/segmentWords.ts. */
import { CLOSED_VALUES, SHORT_DIMENSION, valueWords } from '../../session/segmentWords.ts';
import type { Conjunction, Dimension } from '../../sim/segments.ts';

/** Along an axis of the lens a column is as wide as its swarm: the longest names are cut there, and only there. */
const ON_AXIS: Readonly<Record<string, string>> = {
  NA: 'N. America',
  LATAM: 'Latin America',
  'EU-W': 'W. Europe',
  'EU-E': 'E. Europe',
  MENA: 'Middle East',
  SEA: 'SE Asia',
};

/** Values of a dimension with a closed list; empty for those that depend on the incident. */
export const closedValues = (dimension: Dimension): readonly string[] =>
  Object.keys(CLOSED_VALUES[dimension] ?? {});

/** Where the list is closed the page's own words are used everywhere; else what the view calls it. */
export const axisLabel = (dimension: Dimension | undefined, key: string, label: string): string => {
  if (dimension === 'region') return ON_AXIS[key] ?? valueWords(dimension, key);
  return dimension !== undefined && closedValues(dimension).includes(key)
    ? valueWords(dimension, key)
    : label;
};

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
    : listed(values.map((value) => valueWords(dimension, value)));

export const conjunctionWords = (conjunction: Conjunction): string => {
  const parts = dimensionsOf(conjunction).map((dimension) =>
    partWords(dimension, conjunction[dimension] ?? []),
  );
  return parts.length === 0 ? 'everyone' : parts.join(' · ');
};
