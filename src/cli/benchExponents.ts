/** How cost grows: the slope of a straight line through log cost over log size, over a sixteenfold range. */
import { MINUTES_PER_DAY } from '../sim/clock.ts';
import { HOME, PRESETS } from '../sim/presets.ts';
import { createScratch } from '../sim/serving/scratch.ts';
import { homeRequest, serve } from '../sim/serving/serve.ts';
import { QUOTAS, type Quotas } from '../sim/serving/sources/quotas.ts';
import { advance } from '../sim/step.ts';
import { createWorld, type World } from '../sim/world.ts';
import { benchSpec } from './benchWorld.ts';

/** Factors on the ordinary size. */
const RANGE = [0.25, 0.5, 1, 2, 4] as const;
const DAYS = 3;
const REQUESTS = 3000;

interface Point {
  readonly size: number;
  readonly cost: number;
}

/** Least-squares slope of log cost over log size: 1 is linear. */
export function slope(points: readonly Point[]): number {
  const x = points.map(({ size }) => Math.log(size));
  const y = points.map(({ cost }) => Math.log(cost));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, v) => sum + v, 0) / values.length;
  const mx = mean(x);
  const my = mean(y);
  let above = 0;
  let below = 0;
  for (let k = 0; k < x.length; k++) {
    above += (x[k]! - mx) * (y[k]! - my);
    below += (x[k]! - mx) ** 2;
  }
  return above / below;
}

/** Cost of some days over the sessions in them: as many people, who come more or less often. */
export function sessionsExponent(cpu: () => number): number {
  const { check } = PRESETS;
  const at = (factor: number): Point => {
    const sizes = { ...check, sessionsPerDay: check.sessionsPerDay * factor };
    const world = createWorld({ ...benchSpec('check'), sizes });
    advance(world, MINUTES_PER_DAY);
    const before = sessionsOf(world);
    const begun = cpu();
    advance(world, (1 + DAYS) * MINUTES_PER_DAY);
    return { size: sessionsOf(world) - before, cost: cpu() - begun };
  };
  return fitted(at);
}

/** Cost of a request over the candidates ranked in it. */
export function candidatesExponent(world: World, cpu: () => number): number {
  const most = RANGE.at(-1)!;
  const wide = { ...world, scratch: createScratch(world.ideas.capacity, 100 * most) };
  const at = (factor: number): Point => {
    const swap = { quotas: scaled(QUOTAS[HOME]!, factor) };
    const before = wide.scratch.pairsRanked;
    const begun = cpu();
    for (let k = 0; k < REQUESTS; k++) {
      const request = homeRequest((k * 7) % world.people.count, k);
      serve(wide, request, world.tick, wide.scratch.slates[HOME]!, swap);
    }
    return { size: wide.scratch.pairsRanked - before, cost: cpu() - begun };
  };
  return fitted(at);
}

/** Every size twice, the cheaper one counted: the first time the code is not hot. */
function fitted(at: (factor: number) => Point): number {
  const first = RANGE.map(at);
  const second = RANGE.map(at);
  return slope(first.map((p, k) => (p.cost < second[k]!.cost ? p : second[k]!)));
}

function scaled(quotas: Quotas, factor: number): Quotas {
  const entries = Object.entries(quotas).map(([id, n]) => [id, Math.round(n * factor)]);
  return Object.fromEntries(entries) as Quotas;
}

function sessionsOf(world: World): number {
  return world.tallies.reduce((sum, day) => sum + day.sessions, world.today.sessions);
}
