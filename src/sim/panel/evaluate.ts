/** Expected values of one session of every panel member, as the world stands: nothing is drawn, nothing is changed. */
import { hash32, uniform } from '../../determinism/random.ts';
import { fastExp } from '../../determinism/fastMath.ts';
import { crashShare } from '../delivery/crash.ts';
import { HEAVY } from '../infra/state.ts';
import { openChance, worthSending } from '../people/notified.ts';
import { patience } from '../people/patience.ts';
import { NO_IDEA } from '../people/people.ts';
import { react, REACTION } from '../people/react.ts';
import { dwellGivenCloseup, EXAM } from '../people/respond.ts';
import { searchedTopic } from '../people/searched.ts';
import { PUSH_ENTRY, SEARCH_ENTRY, VISIT_SLOPE } from '../people/visits.ts';
import {
  HEAD_COUNT,
  HOME,
  NOTIFICATIONS,
  RELATED,
  SAVE,
  SEARCH,
  SLATE_SIZE,
  SURFACE_COUNT,
} from '../presets.ts';
import { dayOf } from '../clock.ts';
import { seasonOf } from '../season.ts';
import { isMember } from '../people/membership.ts';
import { campaignFactor } from '../people/signups.ts';
import { serve, type Request, type Swap } from '../serving/serve.ts';
import { VIOLATING } from '../serving/verdicts.ts';
import type { Slate } from '../serving/scratch.ts';
import { slateEntropy } from '../telemetry/entropy.ts';
import type { World } from '../world.ts';
import type { Panel } from './members.ts';
import { FOLLOWS, SEARCHES } from '../session.ts';
import { keepSlot, SLOT_START, SLOT_STRIDE, SLOTS, type PanelSlots } from './slots.ts';

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
/** Impressions whose tile was painted. */
export const V_PAINTED = 9;
/** Milliseconds × requests. */
export const V_LATENCY = 10;
/** Requests answered by a lower rung, or not at all; where that is negligible, none. */
export const V_FALLBACK = 11;
/** Impressions of ideas that break policy although the classifier knows them: none while its filter works. */
export const V_UNSAFE = 12;
export const VALUE_COUNT = 13;

export interface PanelValues {
  /** `members × SURFACE_COUNT × VALUE_COUNT`, per scheduled visit. */
  readonly values: Float32Array;
  /** Visits relative to the base rate, per member. */
  readonly visits: Float32Array;
  /** Line that serves each member, `members × SURFACE_COUNT`. */
  readonly line: Uint8Array;
  /** Null: not kept. */
  readonly slots: PanelSlots | null;
}

const opening = new Float64Array(SLATE_SIZE);
const request: Request = {
  person: 0,
  surface: 0,
  seedIdea: -1,
  topic: -1,
  salt: 0,
  again: false,
  expected: true,
};

/** Where slots are kept while a panel is evaluated, and from which one on for the member at hand; −1: not. */
let kept: PanelSlots | null = null;
let keptFrom = -1;

/**
 * Evaluates everyone on the panel, or those `only` selects. `slots` is filled where it is given. `swap` replays with a part of the pipeline exchanged. A
 * member's values are those of a visit as they are drawn: each way it may begin and go on, weighted by its chance.
 */
export function evaluatePanel(
  world: World,
  panel: Panel,
  only?: (member: number) => boolean,
  swap?: Swap,
  slots: PanelSlots | null = null,
): PanelValues {
  const n = panel.person.length;
  const values = new Float32Array(n * SURFACE_COUNT * VALUE_COUNT);
  const visits = new Float32Array(n);
  const line = new Uint8Array(n * SURFACE_COUNT);
  kept = slots;
  for (let m = 0; m < n; m++) {
    if (only !== undefined && !only(m)) continue;
    keptFrom = slots !== null && m % SLOT_STRIDE === 0 ? (m / SLOT_STRIDE) * SLOTS : -1;
    const person = panel.person[m]!;
    const { people } = world;
    if (!isMember(people, person, dayOf(world.tick))) continue;
    visits[m] =
      campaignFactor(world, person) *
      fastExp(VISIT_SLOPE * people.satisfaction[person]!) *
      (1 - crashShare(world, person, world.tick));
    // Frozen: the same salt in every world and at every time.
    const salt = hash32(world.keys.panel, person, 1) | 0;
    request.person = person;
    request.salt = salt;
    request.again = false;
    const at = (surface: number): number => (m * SURFACE_COUNT + surface) * VALUE_COUNT;
    const push = people.push[person] === 1 ? PUSH_ENTRY : 0;
    const home = 1 - SEARCH_ENTRY - push;
    // Chance that something was opened, over all ways in, and what.
    let opens = 0;
    let seed = -1;
    const begin = (surface: number, slate: Slate, weight: number): void => {
      line[m * SURFACE_COUNT + surface] = slate.line;
      const closeups = expect(world, person, surface, slate, values, at(surface), weight);
      const first = likelyOpened(slate, closeups, uniform(world.keys.panel, person, 2));
      if (surface === HOME || seed < 0) seed = first;
      opens += weight * openShare;
    };
    begin(HOME, ask(world, HOME, swap), home);
    if (push > 0) {
      const slate = ask(world, NOTIFICATIONS, swap);
      const sent = worthSending(world, slate) ? 1 : 0;
      begin(NOTIFICATIONS, slate, push * sent * openChance(world, person, slate));
    }
    const topic = searchedTopic(world, person, salt, world.tick);
    if (topic >= 0) {
      request.topic = topic;
      const further = (1 - SEARCH_ENTRY) * SEARCHES;
      const slate = ask(world, SEARCH, swap);
      line[m * SURFACE_COUNT + SEARCH] = slate.line;
      expect(world, person, SEARCH, slate, values, at(SEARCH), SEARCH_ENTRY + further);
      opens += SEARCH_ENTRY * openShare;
      request.topic = -1;
    }
    if (seed < 0) continue;
    request.seedIdea = seed;
    const related = ask(world, RELATED, swap);
    request.seedIdea = -1;
    line[m * SURFACE_COUNT + RELATED] = related.line;
    expect(world, person, RELATED, related, values, at(RELATED), FOLLOWS * opens);
  }
  kept = null;
  return { values, visits, line, slots };
}

function ask(world: World, surface: number, swap: Swap | undefined): Slate {
  request.surface = surface;
  const slate = world.scratch.slates[surface]!;
  serve(world, request, world.tick, slate, swap);
  request.again = true;
  return slate;
}

/** Probability that the slate last expected opens at least one idea. */
let openShare = 0;

/** Adds a slate's expected values at `at`, times `weight`; returns the expected number of closeups. */
function expect(
  world: World,
  person: number,
  surface: number,
  slate: Slate,
  values: Float32Array,
  at: number,
  weight: number,
): number {
  const { people, ideas } = world;
  const patient = patience(world, person, slate.latencyMs);
  const painted = 1 - slate.unpainted;
  let slots = 0;
  let saves = 0;
  let closeups = 0;
  let hides = 0;
  let dwells = 0;
  let predicted = 0;
  let unsafe = 0;
  let none = 1;
  const season = seasonOf(world, people.region[person]!, world.tick);
  const refused = world.control.spamRule === 'broad' && slate.tenure <= 1;
  react(world, person, slate, slate.length, surface, season);
  for (let p = 0; p < slate.length; p++) {
    const idea = slate.item[p]!;
    opening[p] = 0;
    if (idea === NO_IDEA) continue;
    slots++;
    if (ideas.policy[idea] === VIOLATING && ideas.cleared[idea] === 0) unsafe++;
    const exam = EXAM[p]! * patient * painted;
    const saved = refused ? 0 : exam * REACTION.save[p]!;
    saves += saved;
    const opens = exam * REACTION.closeup[p]!;
    if (kept !== null && keptFrom >= 0)
      keepSlot(
        kept,
        keptFrom + SLOT_START[surface]! + p,
        idea,
        saved,
        opens,
        exam * REACTION.hide[p]!,
      );
    opening[p] = opens;
    closeups += opens;
    hides += exam * REACTION.hide[p]!;
    dwells += opens * dwellGivenCloseup(people, ideas, person, idea);
    none *= 1 - opens;
    const stated = slate.stated[p * HEAD_COUNT + SAVE]!;
    if (stated === stated) predicted += EXAM[p]! * stated;
  }
  values[at + V_IMPRESSIONS] = weight * slots;
  values[at + V_SAVES] = weight * saves;
  values[at + V_CLOSEUPS] = weight * closeups;
  values[at + V_HIDES] = weight * hides;
  values[at + V_DWELLS] = weight * dwells;
  values[at + V_PREDICTED] = weight * predicted;
  values[at + V_REQUESTS] = weight;
  values[at + V_NONFINITE] = slate.nonFinite ? weight : 0;
  values[at + V_ENTROPY] = weight * slateEntropy(ideas, slate);
  values[at + V_PAINTED] = weight * slots * painted;
  values[at + V_LATENCY] = weight * slate.latencyMs;
  values[at + V_FALLBACK] = slate.rung === HEAVY ? 0 : weight;
  values[at + V_UNSAFE] = weight * unsafe;
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
