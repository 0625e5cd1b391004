/**
 * THE tick order, the only copy. One step is one simulated minute:
 *
 * 0. what a fork had in common with another becomes the world's own
 * 1. orders that take effect now (interventions)
 * 2. the turn of the day: figures closed, counters decay, uploads, index, visits drawn
 * 3. the nightly training and promotion; training by the hour where it is set so
 * 4. features refreshed
 * 5. the machines: traffic, queues, fallbacks of this minute
 * 6. the visits of the minute
 */
import { settleOrders } from './orders.ts';
import { MINUTES_PER_DAY, minuteOfDay } from './clock.ts';
import { runMachines } from './infra/minute.ts';
import { REFRESH_MINUTES, refresh, turnDay } from './jobs.ts';
import { lightTraining } from './lightTraining.ts';
import { ownColumns } from './ownColumns.ts';
import { visit } from './session.ts';
import { isTrainingMinute, nightlyTraining, onlineTraining } from './training.ts';
import type { World } from './world.ts';

export function step(world: World): void {
  const { tick } = world;
  ownColumns(world);
  settleOrders(world, tick);
  if (tick > 0 && tick % MINUTES_PER_DAY === 0) turnDay(world, tick);
  if (isTrainingMinute(world, tick)) {
    nightlyTraining(world, tick);
    lightTraining(world, tick);
  }
  onlineTraining(world, tick);
  if (tick % REFRESH_MINUTES === 0) refresh(world, tick);
  runMachines(world, tick);
  const { schedule } = world;
  const minute = minuteOfDay(tick);
  const end = schedule.start[minute + 1]!;
  for (let s = schedule.start[minute]!; s < end; s++)
    visit(world, schedule.person[s]!, schedule.ordinal[s]!, schedule.entry[s]!, tick);
  world.tick = tick + 1;
}

/** Runs until the world's next minute is `tick`. */
export function advance(world: World, tick: number): void {
  while (world.tick < tick) step(world);
}
