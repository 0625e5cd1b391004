/**
 * What a world can be asked to be. A scenario is checked long before, with places in the file; this is for whoever
 * builds a spec by hand: a test, a tool, a generator. Without it a share of −2 ends as a number that is none, and ten
 * million people as a process without memory.
 */
import { MAX_BUILDS } from './data/layout.ts';
import type { Fault } from './faults.ts';
import { campaignSize, reserveSize } from './people/membership.ts';
import { PRESETS } from './presets.ts';
import { DIMENSIONS, type Scope } from './segments.ts';
import type { WorldSetup } from './setup.ts';
import type { WorldSpec } from './spec.ts';

/** People and ideas are named by sixteen bits, and one of the numbers means nobody. */
export const MOST_NAMED = 65_000;
/** A world's days: with every day's figures kept, two years are what memory is planned for. */
export const MOST_DAYS = 730;
/** Machines' shares are kept in a table of so many. */
export const MOST_POOLS = 16;
const MINUTES = 1440;

/** Numbers of faults that may lie on either side of 0. */
const SIGNED = new Set(['logit', 'value', 'appeal', 'quality']);
/** Numbers of faults that are parts of a whole. */
const PARTS = new Set(['share', 'agreement']);

/** Everything about a spec that no world can be made of, each with the field's name; empty when nothing is. */
export function beyondLimits(spec: WorldSpec): string[] {
  const found: string[] = [];
  const within = (field: string, value: number, least: number, most: number): void => {
    if (!(value >= least && value <= most))
      found.push(`${field} is ${value}: it must lie between ${least} and ${most}`);
  };
  within('days', spec.days, 1, MOST_DAYS);
  const sizes = spec.sizes ?? PRESETS[spec.setup.preset];
  for (const name of ['people', 'ideas', 'creators', 'panel'] as const)
    within(`sizes.${name}`, sizes[name], 1, MOST_NAMED);
  const newcomers = reserveSize(sizes, spec.days) + campaignSize(sizes, spec.days, spec.faults);
  if (sizes.people <= MOST_NAMED && spec.days <= MOST_DAYS)
    within('people with all who may sign up', sizes.people + newcomers, 1, MOST_NAMED);
  within('sizes.inflow', sizes.inflow, 0, MOST_NAMED);
  within('sizes.sessionsPerDay', sizes.sessionsPerDay, 0, 6 * sizes.people);
  checkSetup(spec.setup, spec.days, within, found);
  for (const [f, fault] of spec.faults.entries())
    checkFault(`faults[${f}]`, fault, spec.setup, within, found);
  return found;
}

/** Throws a RangeError that names every field at fault. */
export function requireWithinLimits(spec: WorldSpec): void {
  const found = beyondLimits(spec);
  if (found.length > 0) throw new RangeError(`no such world: ${found.join('; ')}`);
}

type Within = (field: string, value: number, least: number, most: number) => void;

function checkSetup(setup: WorldSetup, days: number, within: Within, found: string[]): void {
  // Days at fault are said once, and not again by all that lies within them.
  const end = (days >= 1 ? days : MOST_DAYS) * MINUTES;
  within('setup.pageTick', setup.pageTick, 0, end);
  within('setup.horizon', setup.horizon, 0, end);
  within('setup.harmHorizon', setup.harmHorizon, 0, end);
  within('setup.trainingMinute', setup.trainingMinute, 0, MINUTES - 1);
  within('setup.builds.length', setup.builds.length, 1, MAX_BUILDS);
  within('setup.models.length', setup.models.length, 1, MOST_POOLS);
  for (const [b, build] of setup.builds.entries())
    for (const [p, point] of build.adoption.entries())
      within(`setup.builds[${b}].adoption[${p}].share`, point.share, 0, 1);
  for (const [m, model] of setup.models.entries()) {
    within(`setup.models[${m}].historyCap`, model.historyCap, 0, MOST_NAMED);
    within(`setup.models[${m}].latencyMs`, model.latencyMs, 0, MINUTES * 60_000);
    within(`setup.models[${m}].lift`, model.lift, -100, 100);
  }
  const versions = new Set(setup.models.map(({ version }) => version));
  for (const [r, rollout] of setup.rollouts.entries()) {
    for (const side of ['from', 'to'] as const)
      if (!versions.has(rollout[side]))
        found.push(`setup.rollouts[${r}].${side} is ${rollout[side]}: there is no such version`);
    for (const [s, stage] of rollout.stages.entries())
      within(`setup.rollouts[${r}].stages[${s}].share`, stage.share, 0, 1);
  }
  for (const [e, experiment] of (setup.experiments ?? []).entries())
    for (const [a, arm] of experiment.arms.entries())
      within(`setup.experiments[${e}].arms[${a}].share`, arm.share, 0, 1);
  for (const [c, entry] of (setup.calendar ?? []).entries()) {
    within(`setup.calendar[${c}].interest`, entry.interest, 0, 100);
    within(`setup.calendar[${c}].visits`, entry.visits, 0, 100);
  }
  const pools = setup.pools ?? [];
  within('setup.pools.length', pools.length, 0, MOST_POOLS);
  for (const [p, pool] of pools.entries()) within(`setup.pools[${p}].share`, pool.share, 0, 1);
}

function checkFault(
  at: string,
  fault: Fault,
  setup: WorldSetup,
  within: Within,
  found: string[],
): void {
  within(`${at}.onset`, fault.onset, 0, MOST_DAYS * MINUTES);
  if (fault.until !== undefined)
    within(`${at}.until`, fault.until, fault.onset, MOST_DAYS * MINUTES);
  if ('minutes' in fault.form) within(`${at}.form.minutes`, fault.form.minutes, 1, Infinity);
  for (const [name, value] of Object.entries(fault)) {
    if (typeof value !== 'number' || name === 'onset' || name === 'until') continue;
    if (SIGNED.has(name)) within(`${at}.${name}`, value, -1e6, 1e6);
    else within(`${at}.${name}`, value, 0, PARTS.has(name) ? 1 : 1e6);
  }
  if (fault.kind === 'negative-weight') within(`${at}.keep`, fault.keep, 0, 1);
  if (fault.kind === 'online-training') within(`${at}.minutes`, fault.minutes, 1, 1e6);
  if ('version' in fault && !setup.models.some(({ version }) => version === fault.version))
    found.push(`${at}.version is ${fault.version}: there is no such version`);
  if ('build' in fault && !setup.builds.some(({ build }) => build === fault.build))
    found.push(`${at}.build is ${fault.build}: there is no such build`);
  if (fault.scope !== undefined) checkScope(`${at}.scope`, fault.scope, found);
}

function checkScope(at: string, scope: Scope, found: string[]): void {
  if (scope.length === 0) found.push(`${at} is empty: it reaches nobody`);
  for (const [p, part] of scope.entries())
    for (const dimension of DIMENSIONS)
      if (part[dimension]?.length === 0)
        found.push(`${at}[${p}].${dimension} is empty: it reaches nobody`);
}
