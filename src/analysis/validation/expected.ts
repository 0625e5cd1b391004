/** Expected saves and visits of everybody as a world stands: sums of probabilities over the panel, nothing drawn. */
import { evaluatePanel, VALUE_COUNT, V_SAVES } from '../../sim/panel/evaluate.ts';
import type { Panel } from '../../sim/panel/members.ts';
import { SURFACE_COUNT } from '../../sim/presets.ts';
import type { World } from '../../sim/world.ts';

export interface Expected {
  /** Saves of a scheduled visit, and of a day relative to the base rate of visits. */
  readonly perVisit: number;
  readonly saves: number;
  readonly visits: number;
}

export function expected(world: World, panel: Panel): Expected {
  const { values, visits } = evaluatePanel(world, panel);
  let perVisit = 0;
  let saves = 0;
  let all = 0;
  for (let m = 0; m < panel.person.length; m++) {
    const share = panel.share[m]!;
    let own = 0;
    for (let s = 0; s < SURFACE_COUNT; s++)
      own += values[(m * SURFACE_COUNT + s) * VALUE_COUNT + V_SAVES]!;
    perVisit += share * own;
    saves += share * visits[m]! * own;
    all += share * visits[m]!;
  }
  return { perVisit, saves, visits: all };
}
