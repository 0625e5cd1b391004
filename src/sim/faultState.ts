/** How large a fault is at a minute: its onset, shape and end, and whether the setting behind it was put back. */
import { cos } from '../determinism/math.ts';
import type { Control } from './delivery/control.ts';
import type { Fault, FaultKind, FaultOf } from './faults.ts';
import { settingOf } from './settings.ts';

const TWO_PI = 6.283185307179586;

/** 0 before onset and after `until`; 1 at full size. Knows nothing of repairs. */
export function faultSize(fault: Fault, tick: number): number {
  if (tick < fault.onset) return 0;
  if (fault.until !== undefined && tick >= fault.until) return 0;
  const age = tick - fault.onset;
  const { form } = fault;
  switch (form.shape) {
    case 'step':
      return 1;
    case 'ramp':
      return Math.min(1, (age + 1) / form.minutes);
    case 'decay':
      return Math.max(0, 1 - age / form.minutes);
    case 'staircase':
      return Math.min(1, (Math.floor(age / form.minutes) + 1) / form.steps);
    case 'oscillation':
      return 0.5 - 0.5 * cos((TWO_PI * age) / form.minutes);
    case 'flap':
      return age % form.minutes < form.share * form.minutes ? 1 : 0;
  }
}

/** Its size in a world in which people have put settings back. */
export function actingSize(control: Control, fault: Fault, tick: number): number {
  const size = faultSize(fault, tick);
  if (size === 0) return 0;
  const setting = settingOf(fault.kind);
  const since = setting === null ? undefined : control.reverted[setting];
  return since !== undefined && tick >= since ? 0 : size;
}

/** Faults of one kind that act at the tick. */
export function activeFaults<K extends FaultKind>(
  world: { readonly faults: readonly Fault[]; readonly control: Control },
  kind: K,
  tick: number,
): FaultOf<K>[] {
  const active: FaultOf<K>[] = [];
  for (const fault of world.faults) {
    if (fault.kind === kind && actingSize(world.control, fault, tick) > 0)
      active.push(fault as FaultOf<K>);
  }
  return active;
}

/** First minute at which any fault acts; Infinity where there is none. */
export function firstOnset(faults: readonly Fault[]): number {
  let first = Infinity;
  for (const fault of faults) first = Math.min(first, fault.onset);
  return first;
}

/** A factor at a size: 1 at nothing, `factor` at full size. */
export function factorAt(factor: number, size: number): number {
  return 1 + (factor - 1) * size;
}
