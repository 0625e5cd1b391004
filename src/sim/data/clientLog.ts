/** How an app build logs at a minute: what it loses and what it reports twice, after any server-side filter. */
import { faultSize } from '../faultState.ts';
import type { World } from '../world.ts';

export interface ClientLog {
  /** Surplus impression events per true one. */
  impressionExtra: number;
  impressionLoss: number;
  saveExtra: number;
  saveLoss: number;
}

const CLEAN: ClientLog = { impressionExtra: 0, impressionLoss: 0, saveExtra: 0, saveLoss: 0 };

/** `build` is an index into the setup's builds. The result must not be kept or written. */
export function clientLog(world: World, build: number, tick: number): ClientLog {
  if (world.faults.length === 0) return CLEAN;
  const name = world.spec.setup.builds[build]?.build;
  let out: ClientLog | null = null;
  for (const fault of world.faults) {
    if ((fault.kind !== 'duplicate-events' && fault.kind !== 'lost-events') || fault.build !== name)
      continue;
    const fixed = world.control.fixedBuilds[fault.build];
    if (fixed !== undefined && tick >= fixed) continue;
    const size = faultSize(fault, tick);
    if (size === 0) continue;
    out ??= { ...CLEAN };
    if (fault.kind === 'lost-events') {
      if (fault.event === 'impression') out.impressionLoss += fault.share * size;
      else out.saveLoss += fault.share * size;
    } else if (
      !world.control.deduped.some(
        (d) => d.build === fault.build && d.event === fault.event && tick >= d.since,
      )
    ) {
      if (fault.event === 'impression') out.impressionExtra += fault.extra * size;
      else out.saveExtra += fault.extra * size;
    }
  }
  return out ?? CLEAN;
}
