/** How an app build logs at a minute: what it loses and what it reports twice, after any server-side filter. */
import { inScope } from '../delivery/scope.ts';
import { faultSize } from '../faultState.ts';
import type { Fault, LogEvent } from '../faults.ts';
import type { World } from '../world.ts';

export interface ClientLog {
  /** Surplus impression events per true one. */
  impressionExtra: number;
  /** Share of impression events lost. */
  impressionLoss: number;
  saveExtra: number;
  saveLoss: number;
  closeupExtra: number;
  closeupLoss: number;
  hideExtra: number;
  hideLoss: number;
}

export const CLEAN_LOG: Readonly<ClientLog> = {
  impressionExtra: 0,
  impressionLoss: 0,
  saveExtra: 0,
  saveLoss: 0,
  closeupExtra: 0,
  closeupLoss: 0,
  hideExtra: 0,
  hideLoss: 0,
};

const EXTRA = {
  impression: 'impressionExtra',
  save: 'saveExtra',
  closeup: 'closeupExtra',
  hide: 'hideExtra',
} as const satisfies Record<LogEvent, keyof ClientLog>;
const LOSS = {
  impression: 'impressionLoss',
  save: 'saveLoss',
  closeup: 'closeupLoss',
  hide: 'hideLoss',
} as const satisfies Record<LogEvent, keyof ClientLog>;

type Mislogging = Extract<Fault, { readonly kind: 'duplicate-events' | 'lost-events' }>;

/** Does an app log otherwise than people act by it? */
export const mislogs = (fault: Fault): fault is Mislogging =>
  fault.kind === 'duplicate-events' || fault.kind === 'lost-events';

/**
 * `build` is an index into the setup's builds; without a `person`, faults that concern only some people of the build
 * count for all. The result must not be kept or written.
 */
export function clientLog(
  world: World,
  build: number,
  tick: number,
  person = -1,
  surface = 0,
): Readonly<ClientLog> {
  if (world.faults.length === 0) return CLEAN_LOG;
  const name = world.spec.setup.builds[build]?.build;
  let out: ClientLog | null = null;
  for (const fault of world.faults) {
    if (!mislogs(fault) || fault.build !== name) continue;
    const fixed = world.control.fixedBuilds[fault.build];
    if (fixed !== undefined && tick >= fixed) continue;
    const size = faultSize(fault, tick);
    if (size === 0) continue;
    if (person >= 0 && fault.scope !== undefined)
      if (!inScope(world, fault.scope, person, surface, tick)) continue;
    out ??= { ...CLEAN_LOG };
    if (fault.kind === 'lost-events') {
      const field = LOSS[fault.event];
      out[field] = Math.min(1, out[field] + fault.share * size);
    } else if (
      !world.control.deduped.some(
        (d) => d.build === fault.build && d.event === fault.event && tick >= d.since,
      )
    )
      out[EXTRA[fault.event]] += fault.extra * size;
  }
  return out ?? CLEAN_LOG;
}
