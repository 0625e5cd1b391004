/** How large a fault is at a minute: its onset, shape and end. */
import type { Fault, FaultKind } from './faults.ts';

/** 0 before onset and after `until`; 1 at full size. */
export function faultSize(fault: Fault, tick: number): number {
  if (tick < fault.onset) return 0;
  if (fault.until !== undefined && tick >= fault.until) return 0;
  if (fault.form.shape === 'step') return 1;
  return Math.min(1, (tick - fault.onset + 1) / fault.form.minutes);
}

/** Faults of one kind that act at the tick. */
export function activeFaults<K extends FaultKind>(
  faults: readonly Fault[],
  kind: K,
  tick: number,
): Extract<Fault, { kind: K }>[] {
  const active: Extract<Fault, { kind: K }>[] = [];
  for (const fault of faults) {
    if (fault.kind === kind && faultSize(fault, tick) > 0)
      active.push(fault as Extract<Fault, { kind: K }>);
  }
  return active;
}

/** First minute at which any fault acts; Infinity where there is none. */
export function firstOnset(faults: readonly Fault[]): number {
  let first = Infinity;
  for (const fault of faults) first = Math.min(first, fault.onset);
  return first;
}
