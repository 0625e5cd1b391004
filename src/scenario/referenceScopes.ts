/** Scopes, checked word by word: every dimension exists, every value is one its dimension has. */
import {
  ACTIVITIES,
  DEVICE_TIERS,
  DIMENSIONS,
  ENTRIES,
  HISTORY_LENGTHS,
  LANGUAGES,
  NETWORKS,
  PLATFORMS,
  REGIONS,
  SURFACES,
  TENURES,
  type Dimension,
} from '../sim/segments.ts';
import type { Names } from './names.ts';
import type { Complaint, Path } from './source.ts';
import { didYouMean } from './suggest.ts';

/** Values each dimension can take in a scenario. */
export const dimensionValues = ({
  build,
  model,
  pool,
  overlap,
}: Pick<Names, 'build' | 'model' | 'pool' | 'overlap'>): Readonly<
  Record<Dimension, readonly string[]>
> => ({
  surface: SURFACES,
  region: REGIONS,
  platform: PLATFORMS,
  build,
  tier: DEVICE_TIERS,
  tenure: TENURES,
  activity: ACTIVITIES,
  history: HISTORY_LENGTHS,
  language: LANGUAGES,
  network: NETWORKS,
  entry: ENTRIES,
  pool,
  overlap,
  // Arms are labelled by the version they are assigned to.
  arm: model,
  model,
});

export function checkScope(value: unknown, path: Path, names: Names): Complaint[] {
  if (value === 'everyone' || value === 'nobody') return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => checkConjunction(entry, [...path, index], names));
  }
  return checkConjunction(value, path, names);
}

/** A scope that selects nobody, whole or in one of its parts, would make what it belongs to do nothing. */
export function checkSomebody(value: unknown, path: Path): Complaint[] {
  const nobody = (at: Path): Complaint => ({
    code: 'SCN058',
    path: at,
    found: 'selects nobody',
    expected: 'a scope with somebody in it; leave it out for everyone',
  });
  if (value === 'nobody') return [nobody(path)];
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (parts.length === 0) return [nobody(path)];
  return parts.flatMap((part, index) =>
    typeof part !== 'object' || part === null
      ? []
      : Object.entries(part).flatMap(([dimension, values]) =>
          Array.isArray(values) && values.length === 0
            ? [nobody(Array.isArray(value) ? [...path, index, dimension] : [...path, dimension])]
            : [],
        ),
  );
}

function checkConjunction(value: unknown, path: Path, names: Names): Complaint[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [
      {
        code: 'SCN011',
        path,
        found: 'not a scope',
        expected:
          '`everyone`, `nobody`, or a mapping such as `{platform: ios, activity: [core, casual]}`',
        suggestion: typeof value === 'string' ? didYouMean(value, ['everyone', 'nobody']) : null,
      },
    ];
  }
  const known = dimensionValues(names);
  return Object.entries(value).flatMap(([dimension, wanted]): Complaint[] => {
    const at = [...path, dimension];
    if (!isDimension(dimension)) {
      return [
        {
          code: 'SCN020',
          path: at,
          atKey: true,
          found: 'not a dimension',
          suggestion: didYouMean(dimension, DIMENSIONS),
          expected: `one of ${DIMENSIONS.join(', ')}`,
        },
      ];
    }
    const list: readonly unknown[] = Array.isArray(wanted) ? wanted : [wanted];
    return list.flatMap((entry, index): Complaint[] => {
      if (typeof entry === 'string' && known[dimension].includes(entry)) return [];
      return [
        {
          code: 'SCN021',
          path: Array.isArray(wanted) ? [...at, index] : at,
          found: `not a value of ${dimension}`,
          suggestion: typeof entry === 'string' ? didYouMean(entry, known[dimension]) : null,
          expected: `one of ${known[dimension].join(', ')}`,
        },
      ];
    });
  });
}

const isDimension = (text: string): text is Dimension =>
  (DIMENSIONS as readonly string[]).includes(text);
