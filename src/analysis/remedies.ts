/** Whom the remedies cover, whom the harm: shares of all sessions; and what the incident still wants repaired. */
import { isStanding } from '../sim/delivery/control.ts';
import { INTERVENTION_PRICES, type InterventionSpec } from '../sim/interventions.ts';
import { EVERYONE, type Scope } from '../sim/segments.ts';
import { isInside, membership } from '../sim/telemetry/observer.ts';
import { now, type Run } from '../session/run.ts';
import type { LayerTruth } from './layers.ts';

/** Scope of an intervention that serves people differently; everyone where it names none. */
function scopeOf(spec: InterventionSpec): Scope {
  return 'scope' in spec ? spec.scope : EVERYONE;
}

function shareOf(share: Float64Array, inside: (m: number) => boolean): number {
  let sum = 0;
  for (let m = 0; m < share.length; m++) if (inside(m)) sum += share[m]!;
  return sum;
}

/** Share of sessions the changes made cover; null where none was made. */
export function remedyShare(run: Run): number | null {
  const changes = run.pair.live.applied.filter(
    (a) => INTERVENTION_PRICES[a.spec.kind].group === 'change' && a.state !== 'failed',
  );
  if (changes.length === 0) return null;
  const members = changes.map((a) => membership(run.observer, scopeOf(a.spec), now(run)));
  return shareOf(run.pair.panel.share, (m) => members.some((inside) => isInside(inside, m)));
}

/** Share of sessions of those hurt now or later; the two censuses ask the same people. */
export function hurtShare(layers: readonly LayerTruth[]): number {
  const share = layers[0]?.observer.pair.panel.share ?? new Float64Array(0);
  return shareOf(share, (m) => layers.some((l) => l.census.lossOf[m]! > 0));
}

/** Labels of the repairs that no standing order makes. */
export function repairsOpen(run: Run): string[] {
  const kinds = new Set(run.pair.live.applied.filter(isStanding).map((a) => a.spec.kind));
  return run.scenario.recovery.repairs
    .filter((r) => !r.anyOf.some((kind) => kinds.has(kind)))
    .map((r) => r.label);
}
