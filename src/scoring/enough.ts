/** When the readings on the log sufficed to act. */
import type { FaultKind } from '../sim/faults.ts';
import { ENOUGH } from './enoughParts.ts';
import { logbookOf, type Seen } from './logbook.ts';
import type { Judged } from './judged.ts';

/** Null where it never did. */
export function enoughTick(run: Judged): number | null {
  const telling = tellingReadings(
    logbookOf(run).seen,
    run.scenario.faults.map(({ kind }) => kind),
  );
  return telling === null || telling.length === 0 ? null : Math.max(...telling.map((s) => s.tick));
}

/** The first readings that together tell these kinds of fault from their rivals; null while one is lacking. */
export function tellingReadings(
  seen: readonly Seen[],
  kinds: readonly FaultKind[],
): readonly Seen[] | null {
  const telling = new Set<Seen>();
  for (const part of kinds.flatMap((kind) => ENOUGH[kind])) {
    const first = seen.find((s) => part(s));
    if (first === undefined) return null;
    telling.add(first);
  }
  return [...telling];
}

/** Minutes from sufficient evidence to a remedy that are still prompt; working days on the slow clock. */
export function promptWithin(run: Judged): number {
  return run.scenario.clock === 'days' ? 2 * 1440 : 20;
}
