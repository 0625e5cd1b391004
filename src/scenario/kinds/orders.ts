/** Every kind of intervention, as an author writes it in a line of play. */
import type { OrderTable } from './orderTable.ts';
import { HOLDS } from './ordersHold.ts';
import { MODEL_CHANGES } from './ordersModel.ts';
import { SERVING_CHANGES } from './ordersServing.ts';

export const ORDER_TABLE: OrderTable = { ...HOLDS, ...MODEL_CHANGES, ...SERVING_CHANGES };
