/** Which app build a person has at a given minute: a cumulative adoption curve per build, newest build first. */
import type { BuildSpec } from '../setup.ts';

export function adoptionShare(build: BuildSpec, tick: number): number {
  const points = build.adoption;
  if (points.length === 0) return 1;
  const first = points[0]!;
  if (tick < first.tick) return 0;
  for (let i = 1; i < points.length; i++) {
    const b = points[i]!;
    if (tick < b.tick) {
      const a = points[i - 1]!;
      return a.share + ((b.share - a.share) * (tick - a.tick)) / (b.tick - a.tick);
    }
  }
  return points[points.length - 1]!.share;
}

/**
 * Index into `builds` for every platform and adoption rank: the newest build (last in the list) that has reached the
 * rank; the platform's first build takes the rest.
 */
export function buildOf(
  builds: readonly BuildSpec[],
  platform: string,
  rank: number,
  tick: number,
  paused: Readonly<Record<string, number>>,
): number {
  // A paused release stops the whole platform's movement: who was to update next keeps what they have.
  let at = tick;
  for (const build of builds) {
    const stop = build.platform === platform ? paused[build.build] : undefined;
    if (stop !== undefined && stop < at) at = stop;
  }
  let fallback = 0;
  let reached = 0;
  for (let b = builds.length - 1; b >= 0; b--) {
    const build = builds[b]!;
    if (build.platform !== platform) continue;
    reached += adoptionShare(build, at);
    if (rank < reached) return b;
    fallback = b;
  }
  return fallback;
}
