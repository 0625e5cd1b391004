/**
 * The radius a run is held to: layer by layer what was last said before anything that was ordered took effect. Who is hurt is
 * asked of the world as it was found; that it is nobody any more, once a remedy works, answers another question. Of a layer
 * that had not been spoken of by then, what was said last.
 */
import { beginTick } from '../scenario/handover.ts';
import type { Scope } from '../sim/segments.ts';
import { firstFelt } from './latestChange.ts';
import type { RadiusClaim } from './commands.ts';
import type { Desk } from './desk.ts';
import type { Run } from './run.ts';

export const RADIUS_LAYERS = ['reading', 'hurtNow', 'hurtLater'] as const;
export type RadiusLayer = (typeof RADIUS_LAYERS)[number];

export interface HeldRadius {
  /** Null: it was never spoken of. */
  readonly claims: Readonly<Record<RadiusLayer, Scope | null>>;
  /** Minute of the last declaration that counts; null: none was made. */
  readonly tick: number | null;
  /** Was something else declared afterwards? */
  readonly isEarlier: boolean;
}

export function heldRadius(run: Pick<Run, 'desk' | 'pair' | 'scenario'>): HeldRadius {
  const { radius, radiusHistory } = run.desk;
  return heldIn(radius, radiusHistory, firstFelt(run, beginTick(run.scenario)));
}

/** `last`: as it stands; `before`: when an order first took effect that readings can feel, Infinity: none did. */
export function heldIn(
  last: RadiusClaim,
  history: Desk['radiusHistory'],
  before: number,
): HeldRadius {
  const early = history.filter(({ tick }) => tick <= before);
  const saidOf = (layer: RadiusLayer): Scope | null =>
    early.findLast(({ claim }) => claim[layer] !== null)?.claim[layer] ?? last[layer];
  const claims = {
    reading: saidOf('reading'),
    hurtNow: saidOf('hurtNow'),
    hurtLater: saidOf('hurtLater'),
  };
  const counts = early.at(-1) ?? history.at(-1);
  return {
    claims,
    tick: counts?.tick ?? null,
    isEarlier: RADIUS_LAYERS.some(
      (layer) => JSON.stringify(claims[layer]) !== JSON.stringify(last[layer]),
    ),
  };
}
