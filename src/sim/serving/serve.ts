/** One request through the serving pipeline: assignment → candidates → ranking → blending. Changes no state. */
import { uniform } from '../../determinism/random.ts';
import { dayOf } from '../clock.ts';
import { historyClass, inScope, personBuild, servedLine, tenureClass } from '../delivery/scope.ts';
import { faultSize } from '../faultState.ts';
import type { Fault } from '../faults.ts';
import { HEADS } from '../presets.ts';
import type { World } from '../world.ts';
import { blend } from './blend.ts';
import { gather, QUOTAS, type Quotas } from './candidates.ts';
import { loadPerson } from './person.ts';
import { rank, type RankContext } from './rank.ts';
import type { Slate } from './scratch.ts';

/** Share of requests in the random-exposure slice. */
export const RANDOM_SHARE = 0.015;

/** What a test swaps for one replayed request; empty in service. */
export interface Swap {
  readonly line?: number;
  readonly historyCap?: number;
  readonly quotas?: Quotas;
}

/**
 * Serves one slate into `out`. `salt` identifies the request: the same salt in two worlds gives the same draws.
 * `seedIdea`: the opened idea on the related surface, −1 at home.
 */
export function serve(
  world: World,
  person: number,
  surface: number,
  seedIdea: number,
  salt: number,
  tick: number,
  out: Slate,
  swap?: Swap,
): void {
  const line = swap?.line ?? servedLine(world, person, surface, tick);
  const model = world.lines[line]!;
  let cap = model.spec.historyCap;
  let brokenHead = -1;
  if (world.faults.length > 0) {
    const version = baseVersion(model.version);
    for (const fault of world.faults) {
      if (fault.kind !== 'history-truncation' && fault.kind !== 'non-finite-scores') continue;
      if (fault.version !== version || !acts(world, fault, person, surface, tick)) continue;
      if (fault.kind === 'history-truncation') cap = Math.min(cap, fault.keep);
      else if (world.people.historyLength[person]! > fault.aboveActions)
        brokenHead = HEADS.indexOf(fault.head);
    }
  }
  if (swap?.historyCap !== undefined) cap = swap.historyCap;
  loadPerson(world, person, cap, surface === 1);
  gather(world, person, surface, seedIdea, salt, swap?.quotas ?? liveQuotas(world, surface, tick));
  out.line = line;
  out.build = personBuild(world, person, tick);
  out.tenure = tenureClass(dayOf(tick) - world.people.signupDay[person]!);
  out.history = historyClass(world.people.historyLength[person]!);
  out.random = uniform(world.keys.serving, salt, surface, 5) < RANDOM_SHARE;
  const ctx: RankContext = {
    line,
    surface,
    build: out.build,
    tenure: out.tenure,
    history: out.history,
    brokenHead,
    guard: world.control.guard,
  };
  out.nonFinite = rank(world, person, ctx) && !world.control.guard;
  blend(world, salt, out.random, out);
}

/** Does a fault act on this request: its time and, where it has one, its scope? */
function acts(world: World, fault: Fault, person: number, surface: number, tick: number): boolean {
  if (faultSize(fault, tick) === 0) return false;
  return fault.scope === undefined || inScope(world, fault.scope, person, surface, tick);
}

/** `v41` of a frozen snapshot line `v41.d12`: faults live in a version's code, not in one training of it. */
export function baseVersion(version: string): string {
  const dot = version.indexOf('.d');
  return dot < 0 ? version : version.slice(0, dot);
}

/** Quotas after kill switches, exploration settings and faults; freed places go to the remaining sources. */
export function liveQuotas(world: World, surface: number, tick: number): Quotas {
  const base = QUOTAS[surface]!;
  const { killed } = world.control;
  let factor = 1;
  if (world.faults.length > 0 && !world.control.normalise) {
    for (const fault of world.faults)
      if (fault.kind === 'unnormalised-popularity' && faultSize(fault, tick) > 0)
        factor = Math.max(factor, fault.quotaFactor);
  }
  if (killed.length === 0 && factor === 1) return base;
  const total = base.interest + base.similar + base.popular + base.fresh;
  const popular = Math.min(total - 20, Math.round(base.popular * factor));
  const rest = (total - popular) / (total - base.popular);
  const wanted = {
    interest: killed.includes('interest') ? 0 : base.interest * rest,
    similar: killed.includes('similar') ? 0 : base.similar * rest,
    popular: killed.includes('popular') ? 0 : popular,
    fresh: killed.includes('fresh') ? 0 : base.fresh * rest,
  };
  const sum = wanted.interest + wanted.similar + wanted.popular + wanted.fresh;
  const scale = sum === 0 ? 0 : total / sum;
  return {
    interest: Math.round(wanted.interest * scale),
    similar: Math.round(wanted.similar * scale),
    popular: Math.round(wanted.popular * scale),
    fresh: Math.round(wanted.fresh * scale),
  };
}
