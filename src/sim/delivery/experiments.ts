/**
 * Experiments beside the scenario's rollouts. A layer is one hash space: experiments of a layer never share a person,
 * experiments of different layers overlap as if drawn independently. What an arm does is a fault with that arm's scope.
 */
import { uniform } from '../../determinism/random.ts';
import type { ExperimentSpec } from '../setup.ts';
import type { World } from '../world.ts';
import type { Control } from './control.ts';

/** Joins the arms of a person's experiments in an `overlap` label: `A:on+B:off`. */
export const OVERLAP_SEPARATOR = '+';
/** Arm of who is not in an experiment. */
export const NO_ARM = '-';

/** A person's place in a layer's hash space, [0, 1). `layer`: place of the layer's first experiment in the list. */
export function layerBucket(assignmentKey: number, layer: number, person: number): number {
  return uniform(assignmentKey, person, 400 + layer, 5);
}

/** Index of the arm at a bucket; −1: none. `offset`: what earlier experiments of the layer take. */
export function armAt(bucket: number, offset: number, spec: ExperimentSpec): number {
  let end = offset;
  if (bucket < end) return -1;
  for (let a = 0; a < spec.arms.length; a++) {
    end += spec.arms[a]!.share;
    if (bucket < end) return a;
  }
  return -1;
}

/** Index of a person's arm by assignment alone, whatever was paused or made exclusive; −1: not in the experiment. */
function assigned(world: World, e: number, person: number, tick: number): number {
  const all = world.spec.setup.experiments!;
  const spec = all[e]!;
  if (tick < spec.fromTick || (spec.toTick !== undefined && tick >= spec.toTick)) return -1;
  let layer = e;
  let offset = 0;
  for (let k = e - 1; k >= 0; k--) {
    const other = all[k]!;
    if (other.layer !== spec.layer) continue;
    layer = k;
    for (const arm of other.arms) offset += arm.share;
  }
  return armAt(layerBucket(world.keys.assignment, layer, person), offset, spec);
}

/** Index of the arm whose code a person gets; −1: none. The first arm of an experiment is its control. */
export function armIndex(world: World, e: number, person: number, tick: number): number {
  const all = world.spec.setup.experiments!;
  const arm = assigned(world, e, person, tick);
  if (arm < 0) return -1;
  const { id } = all[e]!;
  for (const exclusion of world.control.exclusive) {
    if (exclusion.rollout !== id) continue;
    const than = all.findIndex((other) => other.id === exclusion.than);
    // Both arms leave the overlap, or the ratio of what is left would tell nothing.
    if (than >= 0 && assigned(world, than, person, tick) > 0) return -1;
  }
  if (world.control.held[id] === 0) return 0;
  return isLaunched(world.control, id, tick) ? all[e]!.arms.length - 1 : arm;
}

/** Has its owner given the last arm to everybody who is in it? What was frozen before that stands. */
export function isLaunched({ staged, frozen }: Control, id: string, tick: number): boolean {
  const until = frozen !== null && frozen < tick ? frozen : tick;
  return staged.some((stage) => stage.rollout === id && stage.tick <= until && stage.share === 1);
}

/** A person's arms in all experiments, as one label; empty where the scenario has none. */
export function overlapOf(world: World, person: number, tick: number): string {
  const all = world.spec.setup.experiments ?? [];
  let label = '';
  for (let e = 0; e < all.length; e++) {
    const arm = armIndex(world, e, person, tick);
    const name = arm < 0 ? NO_ARM : all[e]!.arms[arm]!.id;
    label += `${e === 0 ? '' : OVERLAP_SEPARATOR}${all[e]!.id}:${name}`;
  }
  return label;
}

/** Every label a person may have. `experiments`: by id, with the ids of their arms. */
export function allOverlaps(
  experiments: readonly { readonly id: string; readonly arms: readonly string[] }[],
): string[] {
  let labels = [''];
  for (const { id, arms } of experiments)
    labels = labels.flatMap((before) =>
      [...arms, NO_ARM].map(
        (arm) => `${before}${before === '' ? '' : OVERLAP_SEPARATOR}${id}:${arm}`,
      ),
    );
  return labels;
}

/** Every label a person may have, for scopes: those with the given arm of one experiment. */
export function overlapsWith(
  experiments: readonly ExperimentSpec[],
  id: string,
  arm: string,
): string[] {
  return allOverlaps(
    experiments.map((spec) => ({
      id: spec.id,
      arms: spec.arms.map((a) => a.id),
    })),
  ).filter((label) => label.split(OVERLAP_SEPARATOR).includes(`${id}:${arm}`));
}
