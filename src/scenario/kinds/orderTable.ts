/** The shape of the table of interventions: a new kind, or a new field of one, does not compile until described. */
import type { InterventionKind, InterventionSpec } from '../../sim/interventions.ts';
import type { KindOf } from './field.ts';

export type OrderTable = {
  readonly [K in InterventionKind]: KindOf<Omit<Extract<InterventionSpec, { kind: K }>, 'kind'>>;
};
