/** Levels and effects of one world, of either size, from one seed. */
import { forkWorld } from '../../sim/fork.ts';
import { evaluatePanel, V_SAVES, VALUE_COUNT } from '../../sim/panel/evaluate.ts';
import { drawPanel, type Panel } from '../../sim/panel/members.ts';
import { SURFACE_COUNT } from '../../sim/presets.ts';
import { ACTIVITIES } from '../../sim/segments.ts';
import type { WorldSetup } from '../../sim/setup.ts';
import { advance } from '../../sim/step.ts';
import type { World } from '../../sim/world.ts';
import { baselinesOf, type Baseline } from '../calibration/baselines.ts';
import { policy } from '../validation/policies.ts';
import { percent } from '../validation/shape.ts';
import { plainWorld, toDay } from '../validation/worlds.ts';
import { EFFECT_CASES, type EffectCase } from './effects.ts';

/** Days before the faults begin. */
const HISTORY = 14;

export interface AgreementFigures {
  readonly levels: Readonly<Record<Baseline, number>>;
  /** Per cent against the same world without the fault, by `effectId`. */
  readonly effects: Readonly<Record<string, number>>;
}

/** Two figures a reading of a case: what a visit is worth, and how many come. */
export const QUANTITIES = ['saves of a visit', 'visits'] as const;
export type AgreementQuantity = (typeof QUANTITIES)[number];

export function effectId(id: string, after: number, quantity: AgreementQuantity): string {
  return `${id}, ${after} min, ${quantity}`;
}

/** Who shows an effect at a reading: visits move over days only. */
export function quantitiesAt(after: number): readonly AgreementQuantity[] {
  return after >= 1440 ? QUANTITIES : QUANTITIES.slice(0, 1);
}

export function measureAgreement(preset: WorldSetup['preset'], seed: string): AgreementFigures {
  const world = toDay(plainWorld(seed, [], { preset }), HISTORY);
  const panel = drawPanel(world);
  const effects: Record<string, number> = {};
  const calm = calmCourse(world, panel);
  for (const one of EFFECT_CASES) {
    const fork = forkWorld(world, policy(one.faults, world.tick));
    for (const after of one.after) {
      advance(fork, world.tick + after);
      const a = totals(fork, panel, one.who);
      const b = calm(after, one.who);
      for (const quantity of quantitiesAt(after))
        effects[effectId(one.id, after, quantity)] = percent(a[quantity], b[quantity]);
    }
  }
  return { levels: baselinesOf(world), effects };
}

type Totals = Readonly<Record<AgreementQuantity, number>>;

/** The world without a fault at every minute that a case is read at, lived through once. */
function calmCourse(world: World, panel: Panel): (after: number, who: EffectCase['who']) => Totals {
  const fork = forkWorld(world);
  const times = [...new Set(EFFECT_CASES.flatMap((c) => c.after))].toSorted((a, b) => a - b);
  const known = new Map<string, Totals>();
  for (const after of times) {
    advance(fork, world.tick + after);
    for (const who of ['all', 'core'] as const)
      known.set(`${after} ${who}`, totals(fork, panel, who));
  }
  return (after, who) => known.get(`${after} ${who}`)!;
}

const CORE = ACTIVITIES.indexOf('core');

/** Expected saves of a visit and expected visits over the panel, weighted; nothing is drawn. */
function totals(world: World, panel: Panel, who: EffectCase['who']): Totals {
  const { values, visits } = evaluatePanel(world, panel);
  let saves = 0;
  let all = 0;
  for (let m = 0; m < panel.person.length; m++) {
    if (who === 'core' && world.people.activity[panel.person[m]!] !== CORE) continue;
    let own = 0;
    for (let s = 0; s < SURFACE_COUNT; s++)
      own += values[(m * SURFACE_COUNT + s) * VALUE_COUNT + V_SAVES]!;
    const weight = panel.share[m]! * visits[m]!;
    saves += weight * own;
    all += weight;
  }
  return { 'saves of a visit': saves / all, visits: all };
}
