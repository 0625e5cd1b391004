/**
 * One visit: it begins at home, with a search or with a notification; what is opened leads to a related slate, and some
 * go on to search. Every slate is served, gone through and logged in turn.
 */
import { hash32, uniform } from '../determinism/random.ts';
import { dayOf } from './clock.ts';
import { clientLog } from './data/clientLog.ts';
import { goThrough, type Felt } from './goThrough.ts';
import { opens, worthSending } from './people/notified.ts';
import { growBored, settleMood } from './people/respond.ts';
import { HOME, NOTIFICATIONS, RELATED, SEARCH } from './presets.ts';
import { FAILED, HEAVY } from './infra/state.ts';
import type { Slate } from './serving/scratch.ts';
import { serve, type Request } from './serving/serve.ts';
import { keepSlate } from './serving/slateCache.ts';
import { crashes } from './delivery/crash.ts';
import { slateEntropy } from './telemetry/entropy.ts';
import { searchedTopic } from './people/searched.ts';
import type { World } from './world.ts';

/** Share of visits with an opened idea that go on to its related slate. */
export const FOLLOWS = 0.72;
/** Share of visits that began otherwise and go on to a search. */
export const SEARCHES = 0.18;

/** The running share of kept slates remembers about so large a part of a day's sessions: some three hours. */
const HIT_MEMORY = 1 / 8;

const felt: Felt = new Float64Array(2);
const request: Request = {
  person: 0,
  surface: 0,
  seedIdea: -1,
  topic: -1,
  salt: 0,
  again: false,
  expected: false,
};

/** Runs one visit of a person. `ordinal`: which visit of the day; `entry`: the surface it begins on. */
export function visit(
  world: World,
  person: number,
  ordinal: number,
  entry: number,
  tick: number,
): void {
  const { today } = world;
  const salt = hash32(world.keys.serving, person, dayOf(tick), ordinal) | 0;
  if (crashes(world, person, salt, tick)) return;
  felt.fill(0);
  request.person = person;
  request.salt = salt;
  request.seedIdea = -1;
  request.topic = -1;
  request.again = false;
  let opened = -1;
  if (entry === NOTIFICATIONS) {
    const slate = ask(world, NOTIFICATIONS, tick);
    today.notificationsWeighed++;
    if (!worthSending(world, slate)) return;
    today.notificationsSent++;
    if (!opens(world, person, slate, salt)) return;
    today.notificationsOpened++;
    today.sessions++;
    opened = through(world, NOTIFICATIONS, tick);
  } else {
    today.sessions++;
    if (entry === HOME) opened = home(world, tick);
    else opened = search(world, tick);
  }
  if (opened >= 0 && uniform(world.keys.response, salt, 99) < FOLLOWS) {
    request.seedIdea = opened;
    ask(world, RELATED, tick);
    through(world, RELATED, tick);
    request.seedIdea = -1;
  }
  if (entry !== SEARCH && uniform(world.keys.response, salt, 98) < SEARCHES) search(world, tick);
  if (felt[1]! > 0) settleMood(world.people, person, Math.max(0.001, felt[0]! / felt[1]!));
}

/** Serves a slate of the running visit. */
function ask(world: World, surface: number, tick: number): World['scratch']['slates'][number] {
  request.surface = surface;
  const slate = world.scratch.slates[surface]!;
  serve(world, request, tick, slate);
  countRequest(world, slate);
  request.again = true;
  return slate;
}

/** The day's figures of requests and verdicts. */
function countRequest(world: World, slate: Slate): void {
  const { today, scratch } = world;
  today.requests++;
  today.byRung[slate.rung] = today.byRung[slate.rung]! + 1;
  today.latencySum += slate.latencyMs;
  if (slate.rung === FAILED || slate.cached) return;
  const asked = world.control.filterOff ? 0 : scratch.candidates + scratch.rejected;
  today.verdicts += asked;
  today.missingVerdicts += asked * scratch.effects.missingVerdicts;
}

/** The person goes through the slate last served; returns the idea opened last, −1 for none. */
function through(world: World, surface: number, tick: number): number {
  const slate = world.scratch.slates[surface]!;
  const { person, salt } = request;
  const logging = clientLog(world, slate.build, tick, person, surface);
  const opened = goThrough(world, person, surface, salt, tick, slate, logging, felt);
  growBored(world.people, world.ideas, person, slate.item, slate.length);
  return opened;
}

function home(world: World, tick: number): number {
  const slate = ask(world, HOME, tick);
  const { today } = world;
  today.entropySum += slateEntropy(world.ideas, slate);
  today.homeSlates++;
  if (slate.cached) today.cachedSlates++;
  world.infra.hitShare +=
    ((slate.cached ? 1 : 0) - world.infra.hitShare) / (HIT_MEMORY * world.preset.sessionsPerDay);
  const opened = through(world, HOME, tick);
  // What a lower rung answered is not worth keeping.
  if (!slate.cached && slate.rung === HEAVY) keepSlate(world, request.person, slate, tick);
  return opened;
}

function search(world: World, tick: number): number {
  const topic = searchedTopic(world, request.person, request.salt, tick);
  world.today.searches++;
  // Some ask for what nobody has a word for.
  if (topic < 0) {
    world.today.emptySearches++;
    return -1;
  }
  request.topic = topic;
  ask(world, SEARCH, tick);
  request.topic = -1;
  const slate = world.scratch.slates[SEARCH]!;
  if (slate.length === 0) world.today.emptySearches++;
  return through(world, SEARCH, tick);
}
