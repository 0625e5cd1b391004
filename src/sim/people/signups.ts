/** The day's sign-ups: what a campaign adds to them, and what becomes of the answers newcomers gave. */
import { hash32, uniform } from '../../determinism/random.ts';
import { dayOf, MINUTES_PER_DAY } from '../clock.ts';
import { inScope } from '../delivery/scope.ts';
import { actingSize, activeFaults, factorAt } from '../faultState.ts';
import { HOME } from '../presets.ts';
import type { World } from '../world.ts';
import { daysStaying, declare, isMember, NOT_YET, SIGNUP_RATE, YOUNG_DAYS } from './membership.ts';

/** Who a campaign brings leaves so much sooner. */
const CAMPAIGN_LEAVING = 1.5;
const CAMPAIGN_ENTRY = 1;
/** Share of those asked again who answer. */
const ANSWERS = 0.7;

/** The day's sign-ups beyond the usual ones, and what becomes of the answers of all who sign up today. */
export function signUpDay(world: World, tick: number): void {
  if (world.faults.length === 0 && !world.control.coldStart) return;
  const day = dayOf(tick);
  const { people, preset } = world;
  for (const fault of activeFaults(world, 'campaign', tick)) {
    const size = actingSize(world.control, fault, tick);
    let wanted = Math.round(preset.people * SIGNUP_RATE * (fault.factor - 1) * size);
    for (let i = people.campaignFrom; i < people.count && wanted > 0; i++) {
      if (people.signupDay[i] !== NOT_YET) continue;
      people.signupDay[i] = day;
      people.entry[i] = CAMPAIGN_ENTRY;
      const u = uniform(world.keys.visits, i, 991);
      people.leaveDay[i] = day + Math.max(1, Math.floor(daysStaying(0, u) / CAMPAIGN_LEAVING));
      wanted--;
    }
  }
  const losses = activeFaults(world, 'lost-onboarding', tick);
  if (losses.length > 0) {
    for (let i = preset.people; i < people.count; i++) {
      if (people.signupDay[i] !== day) continue;
      if (losses.some((f) => f.scope === undefined || inScope(world, f.scope, i, HOME, tick)))
        people.declared[i] = 0;
    }
  }
  if (world.control.coldStart) askAgain(world, tick);
}

/** Newcomers without interests are asked once more; most answer. */
export function askAgain(world: World, tick: number): void {
  const { people } = world;
  const day = dayOf(tick);
  for (let i = 0; i < people.count; i++) {
    if (people.declared[i] !== 0 || !isMember(people, i, day)) continue;
    if (day - people.signupDay[i]! > YOUNG_DAYS) continue;
    if (uniform(world.keys.assignment, i, 992) < ANSWERS)
      people.declared[i] = declare(hash32(world.keys.assignment, 993, 0), people, i);
  }
}

/** So many people stand for one who signed up that day, where a campaign runs. */
export function campaignFactor(world: World, person: number): number {
  if (world.faults.length === 0) return 1;
  const day = world.people.signupDay[person]!;
  let factor = 1;
  for (const fault of world.faults)
    if (fault.kind === 'campaign')
      factor *= factorAt(fault.factor, actingSize(world.control, fault, day * MINUTES_PER_DAY));
  return factor;
}
