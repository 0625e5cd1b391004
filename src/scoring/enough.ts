/** When the readings on the log sufficed to act. */
import { ENOUGH } from './enoughParts.ts';
import { logbookOf } from './logbook.ts';
import type { Judged } from './judged.ts';

/** Null where it never did. */
export function enoughTick(run: Judged): number | null {
  const { seen } = logbookOf(run);
  let latest: number | null = null;
  for (const fault of run.scenario.faults) {
    for (const part of ENOUGH[fault.kind]) {
      const first = seen.find((s) => part(s));
      if (first === undefined) return null;
      latest = Math.max(latest ?? 0, first.tick);
    }
  }
  return latest;
}

/** Minutes from sufficient evidence to a remedy that are still prompt; working days on the slow clock. */
export function promptWithin(run: Judged): number {
  return run.scenario.clock === 'days' ? 2 * 1440 : 20;
}
