/**
 * Serve-vs-join parity: inputs as a request was served with them and logged them, against the same inputs made again
 * from history and counters, as a join for training makes them. A counter may have moved since its last refresh, so some
 * values differ where nothing is wrong.
 */
import { dayOf } from '../clock.ts';
import { leakingShare, leakOf, servedLeak } from '../data/leak.ts';
import { refreshFeatures, type Counters } from '../data/counters.ts';
import { ITEM_INPUTS } from '../data/layout.ts';
import { LABEL_SAVE } from '../data/rows.ts';
import { servedLine, valueOf } from '../delivery/scope.ts';
import { NO_IDEA } from '../people/people.ts';
import { EMBED_DIMS, HOME } from '../presets.ts';
import { PRIOR_ACTIONS } from '../serving/effectsShape.ts';
import { loadPerson } from '../serving/person.ts';
import { homeRequest, serve } from '../serving/serve.ts';
import type { World } from '../world.ts';
import type { Probe } from './probes.ts';

export const PARITY_INPUTS = [
  'embedding',
  'topic-share',
  'seen-topic',
  'seen-look',
  'save-rate',
  'closeup-rate',
  'freshness',
  'exposure',
] as const;
/** Inputs that only some versions read. */
export const LEAKING_INPUT = 'saves of 24 h';
/** Values further apart than this are another value; inputs are all of the order of one. */
const TOLERANCE = 0.05;

/** Values compared of one input in one group, and those that differ. */
export interface Parity {
  readonly input: string;
  readonly build: string;
  readonly version: string;
  readonly values: number;
  readonly differing: number;
}

/** The store's item inputs made again from its counters. */
function madeAgain(world: World): Counters {
  const { counters, ideas } = world;
  const again: Counters = {
    ...counters,
    logRate: new Float32Array(ideas.count),
    logCloseup: new Float32Array(ideas.count),
    freshness: new Float32Array(ideas.count),
    logExposure: new Float32Array(ideas.count),
  };
  refreshFeatures(
    world.scratch.features,
    again,
    ideas.count,
    ideas.birthDay,
    dayOf(world.tick),
    true,
    0,
  );
  return again;
}

export function parityOf(world: World, probes: readonly Probe[]): Parity[] {
  const { scratch, ideas, counters } = world;
  const again = madeAgain(world);
  const cells = new Map<
    string,
    { input: string; build: string; version: string; n: number; off: number }
  >();
  const slate = scratch.slates[HOME]!;
  for (const { person, salt } of probes) {
    serve(world, homeRequest(person, salt), world.tick, slate, {});
    const line = world.lines[servedLine(world, person, HOME, world.tick)]!;
    const build = valueOf(world, 'build', person, HOME, world.tick);
    const served = Array.from({ length: slate.length }, (_, p) => ({
      idea: slate.item[p]!,
      topic: slate.topic[p]!,
      look: slate.look[p]!,
      inputs: [
        slate.dot[p]!,
        slate.topicShare[p]!,
        slate.seenTopic[p]!,
        slate.seenLook[p]!,
        ...(slate.distorted
          ? Array.from(slate.inputs.subarray(p * ITEM_INPUTS, (p + 1) * ITEM_INPUTS))
          : [counters.logRate, counters.logCloseup, counters.freshness, counters.logExposure].map(
              (column) => column[slate.item[p]!]!,
            )),
      ],
    }));
    // The join knows nothing of what serving had in hand.
    loadPerson(world, person, line.spec.historyCap, PRIOR_ACTIONS, false);
    for (const { idea, topic, look, inputs } of served) {
      if (idea === NO_IDEA) continue;
      let dot = 0;
      for (let d = 0; d < EMBED_DIMS; d++)
        dot += scratch.userEmbedding[d]! * ideas.embedding[idea * EMBED_DIMS + d]!;
      const joined = [
        dot,
        scratch.topicShare[topic]!,
        scratch.seenTopic[topic]!,
        scratch.seenLook[look]!,
        again.logRate[idea]!,
        again.logCloseup[idea]!,
        again.freshness[idea]!,
        again.logExposure[idea]!,
      ];
      PARITY_INPUTS.forEach((input, k) => {
        const key = `${input}\n${build}\n${line.version}`;
        const cell = cells.get(key) ?? { input, build, version: line.version, n: 0, off: 0 };
        cell.n++;
        if (Math.abs(inputs[k]! - joined[k]!) > TOLERANCE) cell.off++;
        cells.set(key, cell);
      });
    }
  }
  const found = [...cells.values()].map(({ n, off, ...rest }) => ({
    ...rest,
    values: n,
    differing: off,
  }));
  return [...found, ...leakingParity(world)];
}

/** Yesterday's saved rows of versions that read a count of saves: as joined, it holds the row's own. */
function leakingParity(world: World): Parity[] {
  const chunk = world.chunks[world.chunks.length - 2];
  if (chunk === undefined) return [];
  return world.lines.flatMap(({ version, frozen }): Parity[] => {
    const leaking = leakingShare(world, version, world.tick);
    if (frozen || leaking === null) return [];
    const joined = leakOf(world, chunk, leaking);
    const served = servedLeak(world);
    let values = 0;
    let differing = 0;
    for (let r = 0; r < chunk.length; r++) {
      if ((chunk.labels[r]! & LABEL_SAVE) === 0) continue;
      values++;
      if (Math.abs(joined[r]! - served[chunk.idea[r]!]!) > TOLERANCE) differing++;
    }
    return [{ input: LEAKING_INPUT, build: 'all', version, values, differing }];
  });
}
