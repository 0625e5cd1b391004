/** What is wrong, as an author writes it. The fields of each kind come from the table of faults. */
import type { z } from 'zod';
import type { FaultKind } from '../sim/faults.ts';
import { FAULT_TABLE, SHAPE_TABLE } from './kinds/faults.ts';
import type { ShapeName } from './kinds/faultTable.ts';
import { unionOf } from './kinds/document.ts';
import { clock, idText } from './leaves.ts';
import { Scope, type ScopeDocument } from './schemaScope.ts';

export interface ShapeDocument extends Readonly<Record<string, unknown>> {
  readonly form: ShapeName;
}

/** A fault whose fields the schema has seen to; which ones it has, its kind says. */
export interface FaultDocument extends Readonly<Record<string, unknown>> {
  readonly kind: FaultKind;
  readonly id: string;
  readonly onset: string;
  readonly until?: string | undefined;
  readonly shape?: ShapeDocument | undefined;
  readonly scope?: ScopeDocument | undefined;
}

const ShapeSchema = unionOf(SHAPE_TABLE, 'form', {}).meta({
  id: 'shape',
  description: 'How its size grows; at full size at once where absent.',
});

export const FaultSchema = unionOf(FAULT_TABLE, 'kind', {
  id: idText('Id of the fault.'),
  onset: clock('First minute at which it acts.'),
  until: clock('First minute at which it no longer acts; absent: until repaired.').optional(),
  shape: ShapeSchema.optional(),
  scope: Scope.optional(),
}).meta({ id: 'fault' }) as unknown as z.ZodType<FaultDocument, FaultDocument>;
