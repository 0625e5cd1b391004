/** The light ranker's own job: a fit on the first rows there are, then one a week. */
import { dayOf } from './clock.ts';
import { fitTrees } from './serving/treesFit.ts';
import type { World } from './world.ts';

/** Days between fits of the light ranker, and days of rows one of them reads. */
const LIGHT_EVERY_DAYS = 7;

export function lightTraining(world: World, tick: number): void {
  const today = dayOf(tick);
  const { fittedDay } = world.light;
  if (fittedDay >= 0 && today - fittedDay < LIGHT_EVERY_DAYS) return;
  const fitted = fitTrees(
    world.chunks.filter((chunk) => chunk.day < today),
    today,
  );
  if (fitted === null) return;
  world.light = fitted;
  world.servingVersion++;
  world.events.push({ tick, kind: 'trained', text: `light ranker fitted on ${fitted.rows} rows` });
}
