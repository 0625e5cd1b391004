/**
 * The probe panel: a stratified sample of people with frozen requests. Every dashboard, the lens, harm and the census
 * of a blast radius read expected values over it, in the live and in the fault-free world, on the same draws; so a
 * difference is a causal effect, not a sample's luck.
 */
import { uniform } from '../../determinism/random.ts';
import { dayOf } from '../clock.ts';
import { isMember } from '../people/membership.ts';
import type { World } from '../world.ts';

/** Sampling rate of an activity class relative to casual people: the busy and the few are sampled more. */
const RELATIVE_RATE = [1, 2.8, 1.6] as const;

export interface Panel {
  /** Person of each member, ascending. */
  readonly person: Int32Array;
  /** People a member stands for. */
  readonly weight: Float64Array;
  /** People all members stand for: those who are there at the page. */
  readonly people: number;
  /** Member's share of all sessions at the base rate; sums to 1. */
  readonly share: Float64Array;
}

/** `size`: members aimed at; fewer where there are not as many people. */
export function drawPanel(world: World, size = world.preset.panel): Panel {
  const { people } = world;
  const counts = [0, 0, 0];
  // Who is there at the page: what a dashboard shows is of the service as it stands then.
  const day = dayOf(world.spec.setup.pageTick);
  for (let i = 0; i < people.count; i++)
    if (isMember(people, i, day)) counts[people.activity[i]!]!++;
  let relative = 0;
  for (let a = 0; a < 3; a++) relative += counts[a]! * RELATIVE_RATE[a]!;
  const rates = RELATIVE_RATE.map((r) => Math.min(1, (r * size) / relative));
  const persons: number[] = [];
  for (let i = 0; i < people.count; i++)
    if (isMember(people, i, day) && uniform(world.keys.panel, i, 0) < rates[people.activity[i]!]!)
      persons.push(i);
  const person = Int32Array.from(persons);
  const weight = Float64Array.from(persons, (i) => 1 / rates[people.activity[i]!]!);
  const share = new Float64Array(person.length);
  let sum = 0;
  for (let m = 0; m < person.length; m++) {
    share[m] = weight[m]! * people.rate[person[m]!]!;
    sum += share[m]!;
  }
  for (let m = 0; m < person.length; m++) share[m] = share[m]! / sum;
  return { person, weight, people: weight.reduce((a, b) => a + b, 0), share };
}
