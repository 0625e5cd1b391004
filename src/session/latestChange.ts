/** How long ago anything took effect that readings can feel. */
import { INTERVENTION_PRICES, type InterventionKind } from '../sim/interventions.ts';
import type { Run } from './run.ts';

/** Minutes at `tick` since an order that readings can feel last took effect by then; Infinity: none did. */
export function sinceLatestChange(run: Run, tick: number): number {
  return sinceLatest(run, tick, isFelt);
}

/** The same of orders of some kinds, taken back since or not. */
export function sinceLatest(
  run: Run,
  tick: number,
  isMeant: (kind: InterventionKind) => boolean,
): number {
  const effects = run.pair.live.events
    // Of an order that took effect the world's record says the kind.
    .filter((e) => e.kind === 'in effect' && e.tick <= tick && isMeant(e.text as InterventionKind))
    .map((e) => e.tick);
  return tick - Math.max(-Infinity, ...effects);
}

/** Minute at which an order that readings can feel first took effect, not before `from`; Infinity: none did. */
export function firstFelt({ pair }: Pick<Run, 'pair'>, from: number): number {
  const felt = pair.live.events.find(
    (e) => e.kind === 'in effect' && e.tick >= from && isFelt(e.text as InterventionKind),
  );
  return felt?.tick ?? Infinity;
}

/** What only keeps things as they are changes no reading. */
export function isFelt(kind: InterventionKind): boolean {
  const { group, lag } = INTERVENTION_PRICES[kind];
  return group === 'change' || lag > 0;
}
