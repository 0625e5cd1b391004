/** One request through the serving pipeline: assignment → candidates → policy → ranking → blending. Changes no state. */
import { uniform } from '../../determinism/random.ts';
import { dayOf } from '../clock.ts';
import {
  historyClass,
  personBuild,
  poolIndex,
  servedLine,
  tenureClass,
} from '../delivery/scope.ts';
import { HOME } from '../presets.ts';
import { hotWaitMs } from '../infra/ladder.ts';
import { isPopular, latencyOf, rungOf } from '../infra/requests.ts';
import { STORE_TIMEOUT_MS } from '../infra/design.ts';
import { meetsHotKey } from '../infra/hot.ts';
import { FAILED, HEAVY, LIGHT } from '../infra/state.ts';
import { leakedLine } from '../delivery/leak.ts';
import type { World } from '../world.ts';
import { blend } from './blend.ts';
import { gather } from './candidates.ts';
import { distortPerson } from './distort.ts';
import { settle } from './effects.ts';
import { gatherPopular, rankLight, rankNone } from './lower.ts';
import { loadPerson } from './person.ts';
import { filterCandidates } from './policy.ts';
import { rank, type RankContext } from './rank.ts';
import type { Slate } from './scratch.ts';
import { fromCache, isCached } from './slateCache.ts';
import type { Quotas } from './sources/quotas.ts';

/** Share of requests in the random-exposure slice. */
export const RANDOM_SHARE = 0.015;

/** What a test swaps for one replayed request; empty in service. */
export interface Swap {
  readonly line?: number;
  readonly historyCap?: number;
  readonly quotas?: Quotas;
}

/** What a request asks for. */
export interface Request {
  person: number;
  surface: number;
  /** The opened idea on the related surface, −1 elsewhere. */
  seedIdea: number;
  /** The topic a search asks for, −1 elsewhere. */
  topic: number;
  /** Identifies the request: the same salt in two worlds gives the same draws. */
  salt: number;
  /** A further request of the same visit: the history need not be read again. */
  again: boolean;
  /** A member of the panel: what is uncertain about the request itself is taken at its mean. */
  expected?: boolean;
}

/** A request for somebody's home slate, outside any visit: what panels and tests look at. */
export function homeRequest(person: number, salt: number): Request {
  return { person, surface: HOME, seedIdea: -1, topic: -1, salt, again: false };
}

/** Serves one slate into `out`. */
export function serve(world: World, request: Request, tick: number, out: Slate, swap?: Swap): void {
  const { person, surface, salt } = request;
  const { scratch } = world;
  let line = swap?.line ?? servedLine(world, person, surface, tick);
  if (swap === undefined && world.faults.length > 0)
    line = leakedLine(world, person, surface, tick, salt, line);
  const model = world.lines[line]!;
  const cap = swap?.historyCap ?? model.spec.historyCap;
  const effects = settle(world, person, surface, model, cap, salt, tick);
  // A replay that swaps the history swaps what a fault made of it.
  if (swap?.historyCap !== undefined) effects.historyCap = swap.historyCap;
  loadPerson(world, person, effects.historyCap, effects.priorActions, request.again);
  if (effects.features) distortPerson(world);
  const expected = request.expected === true;
  const pool = poolIndex(world, person, tick);
  // A replay is made aside: no queue, no fallback.
  const rung = swap === undefined ? rungOf(world, pool, salt, surface, expected) : HEAVY;
  out.rung = rung;
  out.cached =
    rung === HEAVY &&
    surface === HOME &&
    swap === undefined &&
    isCached(world, person, effects, tick);
  let wait = 0;
  if (out.cached) fromCache(world, person);
  else if (rung === FAILED) scratch.candidates = 0;
  else if (isPopular(rung)) {
    gatherPopular(world, person, surface, request.topic, tick);
    filterCandidates(world, salt);
  } else {
    gather(
      world,
      person,
      surface,
      request.seedIdea,
      request.topic,
      salt,
      swap?.quotas ?? effects.quotas,
    );
    filterCandidates(world, salt);
    if (world.infra.hotShard >= 0) wait = readHot(world, salt, surface);
  }
  out.line = line;
  out.seedIdea = request.seedIdea;
  out.build = personBuild(world, person, tick);
  out.tenure = tenureClass(dayOf(tick) - world.people.signupDay[person]!);
  out.history = historyClass(world.people.historyLength[person]!);
  out.region = world.people.region[person]!;
  out.latencyMs = latencyOf(
    world,
    pool,
    rung,
    model.spec.latencyMs + effects.latencyMs,
    wait,
    out.cached,
    world.people.tier[person]!,
    salt,
    surface,
    expected,
  );
  out.unpainted = effects.unpainted;
  out.unremembered = effects.unremembered;
  out.random = rung === HEAVY && uniform(world.keys.serving, salt, surface, 5) < RANDOM_SHARE;
  out.nonFinite = false;
  if (rung === HEAVY) {
    const ctx: RankContext = {
      line,
      surface,
      region: out.region,
      build: out.build,
      tenure: out.tenure,
      history: out.history,
      guard: world.control.guard,
    };
    out.nonFinite = rank(world, person, ctx) && !world.control.guard;
  } else if (rung === LIGHT) rankLight(world, person);
  else rankNone(world, person);
  blend(world, surface, salt, out.random, out);
}

/**
 * A request with a hot key among its candidates waits for it, and where it gives up, that shard's inputs are at their
 * defaults. Returns the wait in milliseconds.
 */
function readHot(world: World, salt: number, surface: number): number {
  const { infra, scratch } = world;
  if (!meetsHotKey(world)) return 0;
  const u = uniform(world.keys.serving, salt, surface, 9);
  if (u >= infra.hotTimeout)
    return hotWaitMs(infra.hotUtilisation) * uniform(world.keys.serving, salt, surface, 10);
  scratch.effects.defaultShard = infra.hotShard;
  scratch.effects.features = true;
  scratch.effects.clean = false;
  return STORE_TIMEOUT_MS;
}
