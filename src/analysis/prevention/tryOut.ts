/**
 * A prevention tried out: its alert rule stands from the first day. When would it have rung, before the page that did?
 * What does the best known line cost from there, beside the same line from the page, in the same world? And how often
 * does it ring in worlds in which nothing is wrong? All in the small world; the readings are those everybody is shown.
 */
import type { CompiledScenario, PlayLine, PreventionSpec } from '../../scenario/compiled.ts';
import { inWorld } from '../../scenario/inWorld.ts';
import { fromPage } from '../../scenario/variants.ts';
import { startRun } from '../../session/replay.ts';
import { MINUTES_PER_DAY } from '../../sim/clock.ts';
import { firstOnset } from '../../sim/faultState.ts';
import { referenceLine } from '../lines.ts';
import { recordTwin } from '../stage.ts';
import { EVERY, ringsBetween } from './ringing.ts';

/** What a rule would have done in the world of the case. */
export interface Tried {
  /** Minutes before the page at which it rings; null: not before it. */
  readonly early: number | null;
  /** Saves lost from its ring to the harm horizon, millions: with the rule and without. Null where it does not ring. */
  readonly harm: { readonly with: number; readonly without: number } | null;
}

/** How often each rule rings where nothing is wrong. */
export interface IdleRings {
  readonly days: number;
  /** By id of the prevention. */
  readonly rings: Readonly<Record<string, number>>;
}

/** Seeds of the fault-free worlds. */
export const IDLE_SEEDS = ['idle-1', 'idle-2', 'idle-3', 'idle-4'] as const;

/** The first two days of a world hold nothing to compare with. */
const SETTLED = 2 * MINUTES_PER_DAY;

/** Where the fault is that close to the page, the minute counts. */
const CLOSE = 360;

/** Preventions that are rules, and can be tried. */
export const triable = (scenario: CompiledScenario): PreventionSpec[] =>
  scenario.postmortem.preventions.filter(({ alert }) => alert !== null);

const later = (line: PlayLine, minutes: number): PlayLine['steps'] =>
  line.steps.map((step) => ({ ...step, afterMinutes: step.afterMinutes + minutes }));

/** From the page, whoever had the shift. @throws RangeError where no prevention of this id is a rule. */
export function tryOut(given: CompiledScenario, seed: string, id: string): Tried {
  const scenario = fromPage(given);
  const alert = triable(scenario).find((item) => item.id === id)?.alert ?? null;
  if (alert === null) throw new RangeError(`${id} of ${scenario.id} is no rule.`);
  const { pageTick, harmHorizon } = scenario.world;
  const small = inWorld(scenario, 'check');
  const played = startRun(small, seed);
  const from = Math.max(SETTLED, Math.min(pageTick, firstOnset(scenario.faults)));
  const step = pageTick - from < CLOSE ? 1 : EVERY[scenario.clock];
  const [ring] = ringsBetween(played.observer, alert.rule, from, pageTick, step, 1);
  if (ring === undefined || ring >= pageTick) return { early: null, harm: null };
  const early = pageTick - ring;
  // The same world, whose case begins when the rule rings, and ends when it would have.
  const world = { ...small.world, pageTick: ring, harmHorizon: harmHorizon + early };
  const page = startRun({ ...small, world }, seed);
  const { stage } = recordTwin(page);
  const [line] = scenario.references as readonly [PlayLine, ...PlayLine[]];
  const cost = (steps: PlayLine['steps']): number =>
    referenceLine(page, stage, { ...line, steps }).curve.total;
  const without = later(line, early);
  const acts = alert.acts.map((act) => ({ afterMinutes: 0, act }));
  return {
    early,
    harm: {
      with: cost(acts.length > 0 ? [...acts, ...without] : line.steps),
      without: cost(without),
    },
  };
}

/** Every rule of the scenario in one world without its faults. */
export function idleRings(scenario: CompiledScenario, seed: string): IdleRings {
  const { pageTick } = scenario.world;
  const quiet = startRun(inWorld({ ...fromPage(scenario), faults: [] }, 'check'), seed);
  const step = EVERY[scenario.clock];
  return {
    days: (pageTick - SETTLED) / MINUTES_PER_DAY,
    rings: Object.fromEntries(
      triable(scenario).map(({ id, alert }) => [
        id,
        ringsBetween(quiet.observer, alert!.rule, SETTLED, pageTick, step).length,
      ]),
    ),
  };
}
