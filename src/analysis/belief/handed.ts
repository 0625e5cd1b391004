/** Orders of whoever had the shift before: they stand in the world of every explanation, whichever is so. */
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { costOf } from '../../session/prices.ts';
import { order, undo } from '../../sim/orders.ts';
import type { World } from '../../sim/world.ts';

export interface HandedOrder {
  readonly tick: number;
  /** Called as the run calls it: by its place among the orders. */
  readonly give: (world: World) => void;
}

/** In the order of time; none where nobody had the case before. */
export function handedOrders({ handover, world }: CompiledScenario): HandedOrder[] {
  return (handover?.moves ?? []).flatMap((move): HandedOrder[] => {
    const tick = world.pageTick + move.afterMinutes;
    switch (move.do) {
      case 'act':
        return [{ tick, give: (live) => order(live, `o${live.applied.length}`, move.act) }];
      case 'undo': {
        const taken = costOf({ kind: 'undo', intervention: move.order });
        return [{ tick: tick + taken, give: (live) => undo(live, move.order) }];
      }
      default:
        return [];
    }
  });
}
