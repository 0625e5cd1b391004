/** The shape of the table of faults: a new kind, or a new field of one, does not compile until it is described. */
import type { FaultKind, FaultMechanism, FaultShape } from '../../sim/faults.ts';
import type { KindOf } from './field.ts';

export type MechanismFields<K extends FaultKind> = Omit<
  Extract<FaultMechanism, { kind: K }>,
  'kind'
>;
export type FaultTable = { readonly [K in FaultKind]: KindOf<MechanismFields<K>> };

export type ShapeName = FaultShape['shape'];
export type ShapeTable = {
  readonly [S in ShapeName]: KindOf<Omit<Extract<FaultShape, { shape: S }>, 'shape'>>;
};
