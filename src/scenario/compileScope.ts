/** Scopes and bounds, in the form the simulator reads. */
import { EVERYONE, NOBODY, type Conjunction, type Scope } from '../sim/segments.ts';
import type { MetricCondition } from './compiled.ts';
import { minutesOf, percentOf } from './compileClocks.ts';
import type { BoundDocument } from './schemaChart.ts';
import type { ConjunctionDocument, ScopeDocument } from './schemaScope.ts';

/** Absent means everyone. */
export function compileScope(scope: ScopeDocument | undefined): Scope {
  if (scope === undefined || scope === 'everyone') return EVERYONE;
  if (scope === 'nobody') return NOBODY;
  const entries = Array.isArray(scope)
    ? (scope as readonly ConjunctionDocument[])
    : [scope as ConjunctionDocument];
  return entries.map((entry): Conjunction =>
    Object.fromEntries(
      Object.entries(entry).map(([dimension, values]) => [
        dimension,
        typeof values === 'string' ? [values] : values,
      ]),
    ),
  );
}

/** The linter has seen to it that exactly one of `above` and `below` is there. */
export function compileBound(bound: BoundDocument): Omit<MetricCondition, 'if'> {
  return {
    metric: bound.metric,
    scope: compileScope(bound.scope),
    surface: bound.surface ?? 'all',
    op: bound.above === undefined ? 'below' : 'above',
    percent: percentOf(bound.above ?? bound.below ?? '0 %'),
    forMinutes: bound.for === undefined ? 0 : minutesOf(bound.for),
  };
}
