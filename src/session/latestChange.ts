/** How long ago anything took effect that readings can feel. */
import { INTERVENTION_PRICES, type InterventionKind } from '../sim/interventions.ts';
import type { Run } from './run.ts';

/** Minutes at `tick` since the latest order that took effect by then; Infinity: none did. Taken back since or not. */
export function sinceLatestChange(run: Run, tick: number): number {
  const effects = run.pair.live.applied
    .filter((a) => a.state !== 'failed' && a.effectTick <= tick && isFelt(a.spec.kind))
    .map(({ effectTick }) => effectTick);
  return tick - Math.max(-Infinity, ...effects);
}

/** What only keeps things as they are changes no reading. */
function isFelt(kind: InterventionKind): boolean {
  const { group, lag } = INTERVENTION_PRICES[kind];
  return group === 'change' || lag > 0;
}
