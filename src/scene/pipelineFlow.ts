import type { Spot } from './lensTypes.ts';
import { SAMPLES, type Route } from './pipelineLayout.ts';
import type { PipelineModel } from './pipelineTypes.ts';
import { GENERATORS } from './stages.ts';

export const PARTICLES = 300;

/** Half the width of the stream. CSS px. */
const STREAM = 7;

/** Spreads a particle's number evenly over 0…1; different factors give independent spreads. */
const spread = (index: number, factor: number): number => (index * factor) % 1;

/** The topic at a height (0…1) of the stack of shares. Only the proportions of the shares count. */
export const topicAt = (shares: readonly number[], height: number): number => {
  const total = shares.reduce((a, share) => a + Math.max(0, share), 0);
  let left = height * total;
  for (let topic = 0; topic < shares.length; topic++) {
    left -= Math.max(0, shares[topic] ?? 0);
    if (left < 0) return topic;
  }
  return Math.max(0, shares.length - 1);
};

/** Topic of each particle. A particle keeps its height in the stack, so a change of shares recolours few of them. */
export const topicsOf = (shares: readonly number[]): Uint8Array =>
  Uint8Array.from({ length: PARTICLES }, (_, i) =>
    topicAt(shares, spread(i + 0.5, 0.7548776662466927)),
  );

/** Generator of each particle, evenly over those that are not switched off (over all if none is left). */
export const generatorsOf = (model: PipelineModel): Uint8Array => {
  const off = new Set(
    model.stages.filter((stage) => stage.health === 'off').map((stage) => stage.id),
  );
  const running = GENERATORS.flatMap((id, index) => (off.has(id) ? [] : [index]));
  const lanes = running.length > 0 ? running : GENERATORS.map((_, index) => index);
  return Uint8Array.from({ length: PARTICLES }, (_, i) => lanes[i % lanes.length] ?? 0);
};

/**
 * Where a particle is once the stream has gone around `loops` times.
 *
 * @param route samples of the particle's route
 */
export const particleAt = (route: Route, particle: number, loops: number): Spot => {
  const along = spread(particle, 0.6180339887498949) + loops;
  const at = (along - Math.floor(along)) * SAMPLES;
  const i = Math.min(SAMPLES - 1, Math.floor(at));
  const t = at - i;
  const [x0, y0] = [route[2 * i] ?? 0, route[2 * i + 1] ?? 0];
  const [dx, dy] = [(route[2 * i + 2] ?? 0) - x0, (route[2 * i + 3] ?? 0) - y0];
  const length = Math.hypot(dx, dy) || 1;
  // Lanes side by side: a stream, not a string of beads. The square breaks the pattern that even spreads make together.
  const lane = STREAM * (2 * spread(particle * particle, 0.5698402909980532) - 1);
  return { x: x0 + dx * t - (dy / length) * lane, y: y0 + dy * t + (dx / length) * lane };
};

/** Loops per simulated minute, and the most that one step of the clock shows. */
const LOOPS_A_MINUTE = 0.02;
const MOST_A_STEP = 1.2;

/** How far the stream goes for a step of the simulated clock. Long waits are cut short: more could not be followed. */
export const loopsFor = (minutes: number): number =>
  Math.max(0, Math.min(MOST_A_STEP, minutes * LOOPS_A_MINUTE));
