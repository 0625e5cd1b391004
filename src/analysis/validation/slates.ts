/** What a world would put before people now: home slates asked for outside any visit. Looking changes nothing. */
import { dayOf } from '../../sim/clock.ts';
import { isMember } from '../../sim/people/membership.ts';
import { STYLE_DIMS, TOPIC_COUNT } from '../../sim/presets.ts';
import { homeRequest, serve } from '../../sim/serving/serve.ts';
import type { World } from '../../sim/world.ts';

/** Requests of one person: their draws of candidates differ. */
const REQUESTS = 4;

/** People looked at: every `stride`-th of those who are there from the first day to the last. */
export function sample(world: World, stride: number): number[] {
  const { people } = world;
  const found: number[] = [];
  const day = dayOf(world.tick);
  for (let i = 0; i < people.count; i += stride)
    if (isMember(people, i, 0) && isMember(people, i, day)) found.push(i);
  return found;
}

/** Ideas in the home slates of a person, each as often as it is shown. */
export function shownTo(world: World, person: number): number[] {
  const shown: number[] = [];
  const slate = world.scratch.slates[0]!;
  for (let k = 0; k < REQUESTS; k++) {
    serve(world, homeRequest(person, (person + 1) * REQUESTS + k), world.tick, slate);
    for (let p = 0; p < slate.length; p++) shown.push(slate.item[p]!);
  }
  return shown;
}

/** Ideas two people are both shown over those either is (Jaccard 1901). */
export function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0;
  for (const idea of a) if (b.has(idea)) both++;
  return both / Math.max(1, a.size + b.size - both);
}

/** The one of `others` whose latent tastes are closest to a person's. */
export function nearestByTaste(world: World, person: number, others: readonly number[]): number {
  let best = -1;
  let most = -Infinity;
  for (const other of others) {
    if (other === person) continue;
    const alike = likeness(world, person, other);
    if (alike > most) {
      most = alike;
      best = other;
    }
  }
  return best;
}

/** Cosine of interests plus cosine of styles. */
function likeness(world: World, a: number, b: number): number {
  const { interest, style } = world.people;
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    const x = interest[a * TOPIC_COUNT + t]!;
    const y = interest[b * TOPIC_COUNT + t]!;
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  let styles = 0;
  for (let d = 0; d < STYLE_DIMS; d++)
    styles += style[a * STYLE_DIMS + d]! * style[b * STYLE_DIMS + d]!;
  return dot / Math.max(1e-9, Math.sqrt(aa * bb)) + styles;
}
