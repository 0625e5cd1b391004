/** Interventions as an author writes them in reference and wrong lines; their fields come from the table of orders. */
import type { z } from 'zod';
import type { InterventionKind } from '../sim/interventions.ts';
import { unionOf } from './kinds/document.ts';
import { ORDER_TABLE } from './kinds/orders.ts';

/** An order whose fields the schema has seen to; which ones it has, its kind says. */
export interface InterventionDocument extends Readonly<Record<string, unknown>> {
  readonly kind: InterventionKind;
}

export const InterventionSchema = unionOf(ORDER_TABLE, 'kind', {}).meta({
  id: 'intervention',
}) as unknown as z.ZodType<InterventionDocument, InterventionDocument>;
