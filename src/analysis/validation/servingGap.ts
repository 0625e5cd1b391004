/** Shape 6: a model that is better on the log and does not get online what it was trained on. */
import { evaluateOffline } from '../../sim/data/offline.ts';
import { trainingPlan } from '../../sim/data/plan.ts';
import { FEATURE_COUNT, F_TOPIC_SHARE } from '../../sim/data/layout.ts';
import { copyChunk, ROW_FLOATS, R_TOPIC_SHARE, type RowChunk } from '../../sim/data/rows.ts';
import { train, type Weights } from '../../sim/data/train.ts';
import type { FaultMechanism } from '../../sim/faults.ts';
import { forkWorld } from '../../sim/fork.ts';
import { drawPanel } from '../../sim/panel/members.ts';
import { HEAD_COUNT } from '../../sim/presets.ts';
import { refreshItemPart } from '../../sim/serving/rank.ts';
import type { World } from '../../sim/world.ts';
import { expected } from './expected.ts';
import { policy } from './policies.ts';
import { percent, type Shape } from './shape.ts';
import { plainWorld, toDay } from './worlds.ts';

const DAY = 10;
const PASSES = 6;

const NO_FEATURE: readonly FaultMechanism[] = [
  { kind: 'feature', feature: 'topic-share', becomes: 'default', value: 0, share: 1 },
];
/** The new model's query speaks a version that a tenth of the index has. */
const SKEW: readonly FaultMechanism[] = [
  { kind: 'embedding-skew', source: 'interest', agreement: 0.1, healMinutes: 0 },
];

/** Rows as a model without the input reads them. */
function without(chunk: RowChunk): RowChunk {
  const copy = copyChunk(chunk);
  for (let r = 0; r < copy.length; r++) copy.features[r * ROW_FLOATS + R_TOPIC_SHARE] = 0;
  return copy;
}

/** Trains from the served weights with the input's own set to nothing, so that both models have as far to go. */
function learned(world: World, chunks: readonly RowChunk[]): Weights {
  let weights: Weights = world.lines[0]!.served.weights.slice();
  for (let h = 0; h < HEAD_COUNT; h++) weights[h * FEATURE_COUNT + F_TOPIC_SHARE] = 0;
  const plan = trainingPlan(world, 'v1', world.tick, () => 1, 1);
  for (let pass = 0; pass < PASSES; pass++) weights = train(weights, chunks, plan);
  return weights;
}

export const servingGap: Shape = {
  id: 'serving-gap',
  claim:
    'A model that is better offline is neutral or worse online where an input is missing in serving or embedding versions disagree.',
  source: 'Industry report on early-stage ranking offline and online, 2026',
  parts: [
    { id: 'offline', what: 'AUC of the new model less the old', unit: 'points', expect: 'up' },
    { id: 'sound', what: 'saves online with sound serving', unit: '%', expect: 'up' },
    { id: 'gap', what: 'saves online without its new input', unit: '%', expect: 'down' },
    { id: 'skew', what: 'saves online with embedding versions apart', unit: '%', expect: 'down' },
  ],
  measure: (seed) => {
    const world = toDay(plainWorld(seed), DAY);
    const panel = drawPanel(world);
    const finished = world.chunks.slice(0, -1);
    // The last finished day is held out.
    const heldOut = finished[finished.length - 1]!;
    const read = finished.slice(0, -1);
    const old = learned(world, read.map(without));
    const fresh = learned(world, read);
    const auc = (weights: Weights, chunk: RowChunk): number =>
      evaluateOffline(world, 'v1', weights, chunk, world.tick).auc;
    const online = (weights: Weights, mechanisms: readonly FaultMechanism[]): number => {
      const served = forkWorld(world, policy(mechanisms));
      const line = served.lines[0]!;
      line.served = { ...line.served, weights };
      refreshItemPart(served, 0);
      return expected(served, panel).perVisit;
    };
    const before = online(old, []);
    return {
      offline: 100 * (auc(fresh, heldOut) - auc(old, without(heldOut))),
      sound: percent(online(fresh, []), before),
      gap: percent(online(fresh, NO_FEATURE), before),
      skew: percent(online(fresh, SKEW), before),
    };
  },
};
