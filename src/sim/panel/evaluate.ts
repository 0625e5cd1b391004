/** Expected values of one session of every panel member, as the world stands: nothing is drawn, nothing is changed. */
import { hash32, uniform } from '../../determinism/random.ts';
import { fastExp } from '../../determinism/fastMath.ts';
import { dwellGivenCloseup, examination, react, type Reaction } from '../people/respond.ts';
import { VISIT_SLOPE } from '../people/visits.ts';
import { HEAD_COUNT, SAVE, SLATE_SIZE } from '../presets.ts';
import { serve, type Swap } from '../serving/serve.ts';
import type { Slate } from '../serving/scratch.ts';
import { slateEntropy } from '../telemetry/entropy.ts';
import type { World } from '../world.ts';
import type { Panel } from './members.ts';
import { FOLLOWS } from '../session.ts';

export const V_IMPRESSIONS = 0;
export const V_SAVES = 1;
export const V_CLOSEUPS = 2;
export const V_HIDES = 3;
export const V_DWELLS = 4;
/** Saves the served model stated. */
export const V_PREDICTED = 5;
/** Requests. */
export const V_REQUESTS = 6;
/** Requests with a score that is not finite. */
export const V_NONFINITE = 7;
/** Topic entropy × requests. */
export const V_ENTROPY = 8;
export const VALUE_COUNT = 9;
export const SURFACE_COUNT = 2;

export interface PanelValues {
  /** `members × SURFACE_COUNT × VALUE_COUNT`, per session. */
  readonly values: Float32Array;
  /** Sessions relative to the base rate, per member. */
  readonly visits: Float32Array;
  /** Line that serves each member, `members × SURFACE_COUNT`. */
  readonly line: Uint8Array;
}

const EXAM = Float64Array.from({ length: SLATE_SIZE }, (_, p) => examination(p));
/** Closeup probability of each slot last expected, examination included. */
const opening = new Float64Array(SLATE_SIZE);
const reaction: Reaction = { save: 0, closeup: 0, hide: 0 };

/** Evaluates everyone on the panel, or those `only` selects. `swap` replays with a part of the pipeline exchanged. */
export function evaluatePanel(
  world: World,
  panel: Panel,
  only?: (member: number) => boolean,
  swap?: Swap,
): PanelValues {
  const n = panel.person.length;
  const values = new Float32Array(n * SURFACE_COUNT * VALUE_COUNT);
  const visits = new Float32Array(n);
  const line = new Uint8Array(n * SURFACE_COUNT);
  const { home, related } = world.scratch;
  for (let m = 0; m < n; m++) {
    if (only !== undefined && !only(m)) continue;
    const person = panel.person[m]!;
    visits[m] = fastExp(VISIT_SLOPE * world.people.satisfaction[person]!);
    // Frozen: the same salt in every world and at every time.
    const salt = hash32(world.keys.panel, person, 1) | 0;
    serve(world, person, 0, -1, salt, world.tick, home, swap);
    const at = m * SURFACE_COUNT * VALUE_COUNT;
    line[m * SURFACE_COUNT] = home.line;
    const opens = expect(world, person, home, values, at, 1);
    const seed = likelyOpened(home, opens, uniform(world.keys.panel, person, 2));
    if (seed < 0) continue;
    serve(world, person, 1, seed, salt, world.tick, related, swap);
    line[m * SURFACE_COUNT + 1] = related.line;
    expect(world, person, related, values, at + VALUE_COUNT, FOLLOWS * openShare);
  }
  return { values, visits, line };
}

/** Probability that the slate last expected opens at least one idea. */
let openShare = 0;

/** Adds a slate's expected values at `at`, times `weight`; returns the expected number of closeups. */
function expect(
  world: World,
  person: number,
  slate: Slate,
  values: Float32Array,
  at: number,
  weight: number,
): number {
  const { people, ideas, counters } = world;
  let saves = 0;
  let closeups = 0;
  let hides = 0;
  let dwells = 0;
  let predicted = 0;
  let none = 1;
  for (let p = 0; p < slate.length; p++) {
    const idea = slate.item[p]!;
    react(people, ideas, person, idea, ideas.wear[idea]!, counters.freshness[idea]!, reaction);
    const exam = EXAM[p]!;
    saves += exam * reaction.save;
    const opens = exam * reaction.closeup;
    opening[p] = opens;
    closeups += opens;
    hides += exam * reaction.hide;
    dwells += opens * dwellGivenCloseup(people, ideas, person, idea);
    none *= 1 - opens;
    const stated = slate.stated[p * HEAD_COUNT + SAVE]!;
    if (stated === stated) predicted += exam * stated;
  }
  values[at + V_IMPRESSIONS] = weight * slate.length;
  values[at + V_SAVES] = weight * saves;
  values[at + V_CLOSEUPS] = weight * closeups;
  values[at + V_HIDES] = weight * hides;
  values[at + V_DWELLS] = weight * dwells;
  values[at + V_PREDICTED] = weight * predicted;
  values[at + V_REQUESTS] = weight;
  values[at + V_NONFINITE] = slate.nonFinite ? weight : 0;
  values[at + V_ENTROPY] = weight * slateEntropy(ideas, slate);
  openShare = 1 - none;
  return closeups;
}

/** The idea a member opens, drawn in proportion to its closeup probability; −1 for an empty slate. */
function likelyOpened(slate: Slate, closeups: number, u: number): number {
  let at = u * closeups;
  for (let p = 0; p < slate.length; p++) {
    at -= opening[p]!;
    if (at <= 0) return slate.item[p]!;
  }
  return slate.length === 0 ? -1 : slate.item[slate.length - 1]!;
}
