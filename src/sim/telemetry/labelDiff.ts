/** Label rates of two sets of training rows: two windows, two builds or two versions. */
import { MINUTES_PER_DAY } from '../clock.ts';
import { labelReader } from '../data/labels.ts';
import type { RowChunk } from '../data/rows.ts';
import { inScope, valueOf } from '../delivery/scope.ts';
import { HEAD_COUNT } from '../presets.ts';
import type { Scope } from '../segments.ts';
import type { World } from '../world.ts';

/** Rows, weighted back, and acts by head. */
export interface LabelCounts {
  readonly rows: number;
  readonly acts: readonly number[];
}

/** Rows of minutes `from … to − 1` of the world that are still kept; labels as a training at `to` reads them. */
function countRows(
  world: World,
  version: string,
  from: number,
  to: number,
  select: (chunk: RowChunk, row: number, tick: number) => boolean,
): LabelCounts {
  const read = labelReader(world, version, to);
  const acts = Array.from({ length: HEAD_COUNT }, () => 0);
  let rows = 0;
  for (const chunk of world.chunks) {
    if ((chunk.day + 1) * MINUTES_PER_DAY <= from || chunk.day * MINUTES_PER_DAY >= to) continue;
    for (let r = 0; r < chunk.length; r++) {
      const tick = chunk.day * MINUTES_PER_DAY + chunk.minute[r]!;
      if (tick < from || tick >= to || !select(chunk, r, tick)) continue;
      rows += chunk.weight[r]!;
      const labels = read(chunk, r, chunk.labels[r]!);
      for (let h = 0; h < HEAD_COUNT; h++) acts[h] = acts[h]! + ((labels >> h) & 1);
    }
  }
  return { rows, acts };
}

export interface LabelDiff {
  readonly before: LabelCounts;
  readonly after: LabelCounts;
  /** First minutes and lengths of the two windows. */
  readonly windows: readonly (readonly [from: number, to: number])[];
}

/** Since a minute, against the same hours on the nearest day before it; null where those rows are no longer kept. */
export function diffWindows(world: World, since: number, scope: Scope): LabelDiff | null {
  const to = world.tick;
  const days = Math.max(1, Math.ceil((to - since) / MINUTES_PER_DAY));
  const back = days * MINUTES_PER_DAY;
  const oldest = world.chunks[0]!.day * MINUTES_PER_DAY;
  if (since >= to || since - back < oldest) return null;
  const select = (chunk: RowChunk, row: number, tick: number): boolean =>
    inScope(world, scope, chunk.person[row]!, chunk.surface[row]!, tick);
  return {
    before: countRows(world, '', since - back, to - back, select),
    after: countRows(world, '', since, to, select),
    windows: [
      [since - back, to - back],
      [since, to],
    ],
  };
}

/** Two builds or two versions over the last day. */
export function diffPair(world: World, a: string, b: string, scope: Scope): LabelDiff {
  const to = world.tick;
  const from = Math.max(0, to - MINUTES_PER_DAY);
  const builds = world.spec.setup.builds.map((build) => build.build);
  const of = (name: string): LabelCounts =>
    countRows(world, name, from, to, (chunk, row, tick) => {
      const [person, surface] = [chunk.person[row]!, chunk.surface[row]!];
      const own = builds.includes(name)
        ? builds[chunk.build[row]!]
        : valueOf(world, 'model', person, surface, tick);
      return own === name && inScope(world, scope, person, surface, tick);
    });
  const window = [from, to] as const;
  return { before: of(a), after: of(b), windows: [window, window] };
}
