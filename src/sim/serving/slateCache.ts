/** Home slates kept for a while: who comes back within it is shown the same again. */
import { NO_IDEA } from '../people/people.ts';
import { SLATE_SIZE } from '../presets.ts';
import type { World } from '../world.ts';
import { CACHE_MINUTES, type Effects } from './effectsShape.ts';
import type { Slate } from './scratch.ts';
import { G_POPULAR } from './sources/add.ts';

/** A gradual purge takes a tenth of the people every so many minutes. */
export const PURGE_STEP = 5;

/** Is there a slate of this person that has not expired? A lifetime is written with the slate, so it is that of its day. */
export function isCached(world: World, person: number, e: Effects, tick: number): boolean {
  const made = world.people.cachedTick[person]!;
  const minutes = made < e.cacheSince ? CACHE_MINUTES : e.cacheMinutes;
  if (made < 0 || tick - made >= minutes) return false;
  for (const purge of world.control.purges) {
    const at = purge.gradual ? purge.tick + PURGE_STEP * (person % 10) : purge.tick;
    if (made < at && tick >= at) return false;
  }
  return true;
}

/** Its ideas as candidates, in their order: they are scored again for the log, not sorted again. */
export function fromCache(world: World, person: number): void {
  const { scratch, people } = world;
  let n = 0;
  for (let p = 0; p < SLATE_SIZE; p++) {
    const idea = people.cachedSlate[person * SLATE_SIZE + p]!;
    if (idea === NO_IDEA) break;
    scratch.candidate[n] = idea;
    scratch.candidateGenerator[n] = people.cachedSource[person * SLATE_SIZE + p] ?? G_POPULAR;
    n++;
  }
  scratch.candidates = n;
  scratch.rejected = 0;
}

/** Keeps a slate that was served anew. */
export function keepSlate(world: World, person: number, slate: Slate, tick: number): void {
  const { people } = world;
  people.cachedTick[person] = tick;
  for (let p = 0; p < SLATE_SIZE; p++) {
    const at = person * SLATE_SIZE + p;
    people.cachedSlate[at] = p < slate.length ? slate.item[p]! : NO_IDEA;
    people.cachedSource[at] = p < slate.length ? slate.generator[p]! : 0;
  }
}
