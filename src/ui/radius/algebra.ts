/**
 * Sets of people as unions of conjunctions: adding cells, taking them away, and saying the result as simply as it can
 * be said. Pure; checked against plain membership by the tests.
 */
import type { Conjunction, Dimension, Scope } from '../../sim/segments.ts';
import { dimensionsOf } from './words.ts';

/** All values a dimension is known to take. Dimensions that are absent are never dropped or split. */
export type Universe = ReadonlyMap<Dimension, readonly string[]>;

const without = (conjunction: Conjunction, dimension: Dimension): Conjunction => {
  const { [dimension]: _, ...rest } = conjunction;
  return rest;
};

const narrowed = (
  conjunction: Conjunction,
  dimension: Dimension,
  values: readonly string[],
): Conjunction => ({
  ...conjunction,
  [dimension]: values,
});

const isWithin = (inner: readonly string[], outer: readonly string[]): boolean =>
  inner.every((value) => outer.includes(value));

const sameValues = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && isWithin(a, b);

/** Is everyone in `inner` also in `outer`? */
export const conjunctionCovers = (outer: Conjunction, inner: Conjunction): boolean =>
  dimensionsOf(outer).every((dimension) => {
    const narrowed = inner[dimension];
    return narrowed !== undefined && isWithin(narrowed, outer[dimension] ?? []);
  });

export const overlaps = (a: Conjunction, b: Conjunction): boolean =>
  dimensionsOf(a).every((dimension) => {
    const other = b[dimension];
    return other === undefined || (a[dimension] ?? []).some((value) => other.includes(value));
  });

/** How a scope lies over one cell: all of it, a part of it, none of it. */
export const membership = (scope: Scope, cell: Conjunction): 'all' | 'part' | 'none' => {
  if (scope.some((conjunction) => conjunctionCovers(conjunction, cell))) return 'all';
  return scope.some((conjunction) => overlaps(conjunction, cell)) ? 'part' : 'none';
};

/** The one dimension in which two conjunctions differ, if there is exactly one and both name it. */
const soleDifference = (a: Conjunction, b: Conjunction): Dimension | null => {
  const named = dimensionsOf(a);
  if (named.length !== dimensionsOf(b).length) return null;
  let differing: Dimension | null = null;
  for (const dimension of named) {
    const other = b[dimension];
    if (other === undefined) return null;
    if (sameValues(a[dimension] ?? [], other)) continue;
    if (differing !== null) return null;
    differing = dimension;
  }
  return differing;
};

/** Drops what says nothing: a dimension that lists every value it can take. */
const widened = (conjunction: Conjunction, universe: Universe): Conjunction => {
  let result = conjunction;
  for (const dimension of dimensionsOf(conjunction)) {
    const all = universe.get(dimension);
    if (all !== undefined && all.length > 1 && isWithin(all, conjunction[dimension] ?? []))
      result = without(result, dimension);
  }
  return result;
};

const inOrder = (
  values: readonly string[],
  universe: Universe,
  dimension: Dimension,
): readonly string[] => {
  const all = universe.get(dimension) ?? [];
  const place = (value: string): number => {
    const index = all.indexOf(value);
    return index < 0 ? all.length : index;
  };
  return [...new Set(values)].toSorted((a, b) => place(a) - place(b));
};

/** One joining step: the first pair that can be said as one. */
const joinOnce = (scope: Scope, universe: Universe): Scope | null => {
  for (const [i, a] of scope.entries()) {
    for (const [j, b] of scope.entries()) {
      if (i === j) continue;
      if (conjunctionCovers(a, b)) return scope.filter((_, index) => index !== j);
      const dimension = soleDifference(a, b);
      if (dimension === null) continue;
      const values = inOrder(
        [...(a[dimension] ?? []), ...(b[dimension] ?? [])],
        universe,
        dimension,
      );
      const joined = widened({ ...a, [dimension]: values }, universe);
      return [...scope.filter((_, index) => index !== i && index !== j), joined];
    }
  }
  return null;
};

export const simplified = (scope: Scope, universe: Universe): Scope => {
  let current: Scope = scope
    .filter((conjunction) =>
      dimensionsOf(conjunction).every((d) => (conjunction[d] ?? []).length > 0),
    )
    .map((conjunction) => widened(conjunction, universe));
  for (;;) {
    const next = joinOnce(current, universe);
    if (next === null) return current;
    current = next;
  }
};

export const union = (a: Scope, b: Scope, universe: Universe): Scope =>
  simplified([...a, ...b], universe);

/** `from` without `cut`, as disjoint pieces; a dimension whose values are unknown cannot be split and stays. */
const minusOne = (from: Conjunction, cut: Conjunction, universe: Universe): Scope => {
  if (!overlaps(from, cut)) return [from];
  const pieces: Conjunction[] = [];
  let inside = from;
  for (const dimension of dimensionsOf(cut)) {
    const held = inside[dimension] ?? universe.get(dimension);
    if (held === undefined) continue;
    const gone = cut[dimension] ?? [];
    const left = held.filter((value) => !gone.includes(value));
    if (left.length > 0) pieces.push(narrowed(inside, dimension, left));
    inside = narrowed(
      inside,
      dimension,
      held.filter((value) => gone.includes(value)),
    );
  }
  return pieces;
};

export const minus = (from: Scope, cut: Scope, universe: Universe): Scope => {
  let current = from;
  for (const conjunction of cut)
    current = current.flatMap((piece) => minusOne(piece, conjunction, universe));
  return simplified(current, universe);
};
