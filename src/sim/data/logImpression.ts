/** What the client's log makes of one impression: counters and a training row, by the build's own habits. */
import { log } from '../../determinism/math.ts';
import { drawn } from '../../determinism/random.ts';
import { minuteOfDay } from '../clock.ts';
import { EXAM } from '../people/respond.ts';
import { HEAD_COUNT, SAVE } from '../presets.ts';
import { ITEM_INPUTS } from './layout.ts';
import type { Slate } from '../serving/scratch.ts';
import type { World } from '../world.ts';
import type { ClientLog } from './clientLog.ts';
import { saveDelay } from './labels.ts';
import {
  FLAG_DUPLICATE,
  FLAG_RANDOM,
  LABEL_CLOSEUP,
  LABEL_DWELL,
  LABEL_HIDE,
  LABEL_SAVE,
  NEGATIVE_KEEP,
  pushRow,
  ROW_FLOATS,
  R_CLOSEUP_RATE,
  R_DOT,
  R_EXPOSURE,
  R_FRESH,
  R_OFFSET,
  R_RATE,
  R_SEEN_LOOK,
  R_SEEN_TOPIC,
  R_TOPIC_SHARE,
} from './rows.ts';

const LOG_EXAM = EXAM.map(log);

/** `own`: key of the impression's draws. */
export function logImpression(
  world: World,
  person: number,
  surface: number,
  tick: number,
  slate: Slate,
  p: number,
  labels: number,
  own: number,
  logging: Readonly<ClientLog>,
): void {
  const { counters } = world;
  const idea = slate.item[p]!;
  let logged = labels;
  if ((labels & LABEL_SAVE) !== 0 && logging.saveLoss > 0 && drawn(own, 4) < logging.saveLoss)
    logged &= ~LABEL_SAVE;
  if (logging.closeupLoss > 0 && drawn(own, 40) < logging.closeupLoss)
    logged &= ~(LABEL_CLOSEUP | LABEL_DWELL);
  if (logging.hideLoss > 0 && drawn(own, 41) < logging.hideLoss) logged &= ~LABEL_HIDE;
  if (logging.impressionLoss > 0 && drawn(own, 5) < logging.impressionLoss) return;
  const copies = 1 + surplus(logging.impressionExtra, own, 6);
  counters.exposures[idea] = counters.exposures[idea]! + copies;
  if ((logged & LABEL_SAVE) !== 0)
    counters.saves[idea] = counters.saves[idea]! + 1 + surplus(logging.saveExtra, own, 8);
  if ((logged & LABEL_CLOSEUP) !== 0)
    counters.closeups[idea] = counters.closeups[idea]! + 1 + surplus(logging.closeupExtra, own, 42);
  writeRow(world, person, surface, tick, slate, p, logged, own, 0);
  // A surplus event joins no action: to the trainer it is an impression that was refused.
  for (let copy = 1; copy < copies; copy++)
    writeRow(world, person, surface, tick, slate, p, 0, own, copy);
}

/** Surplus events of one true one, `extra` on average. */
function surplus(extra: number, own: number, draw: number): number {
  if (extra === 0) return 0;
  const whole = Math.floor(extra);
  return whole + (drawn(own, draw) < extra - whole ? 1 : 0);
}

function writeRow(
  world: World,
  person: number,
  surface: number,
  tick: number,
  slate: Slate,
  p: number,
  labels: number,
  own: number,
  copy: number,
): void {
  if (labels === 0 && drawn(own, 9 + copy) >= NEGATIVE_KEEP) return;
  const idea = slate.item[p]!;
  const chunk = world.chunks[world.chunks.length - 1]!;
  const { counters, ideas } = world;
  const r = pushRow(chunk);
  chunk.person[r] = person;
  chunk.idea[r] = idea;
  chunk.minute[r] = minuteOfDay(tick);
  const f = r * ROW_FLOATS;
  const x = chunk.features;
  x[f + R_DOT] = slate.dot[p]!;
  x[f + R_TOPIC_SHARE] = slate.topicShare[p]!;
  x[f + R_SEEN_TOPIC] = slate.seenTopic[p]!;
  x[f + R_SEEN_LOOK] = slate.seenLook[p]!;
  if (slate.distorted) {
    for (let k = 0; k < ITEM_INPUTS; k++) x[f + R_RATE + k] = slate.inputs[p * ITEM_INPUTS + k]!;
  } else {
    x[f + R_RATE] = counters.logRate[idea]!;
    x[f + R_CLOSEUP_RATE] = counters.logCloseup[idea]!;
    x[f + R_FRESH] = counters.freshness[idea]!;
    x[f + R_EXPOSURE] = counters.logExposure[idea]!;
  }
  x[f + R_OFFSET] = LOG_EXAM[p]!;
  chunk.weight[r] = labels === 0 ? 1 / NEGATIVE_KEEP : 1;
  chunk.predicted[r] = EXAM[p]! * slate.stated[p * HEAD_COUNT + SAVE]!;
  chunk.build[r] = slate.build;
  chunk.tenure[r] = slate.tenure;
  chunk.history[r] = slate.history;
  chunk.surface[r] = surface;
  chunk.generator[r] = slate.generator[p]!;
  chunk.topic[r] = ideas.topic[idea]!;
  chunk.region[r] = slate.region;
  chunk.tier[r] = ideas.creatorTier[ideas.creator[idea]!]!;
  chunk.match[r] = slate.match[p]!;
  chunk.labels[r] = labels;
  chunk.delay[r] =
    (labels & LABEL_SAVE) === 0 ? 0 : saveDelay(ideas.topic[idea]!, drawn(own, 43), drawn(own, 44));
  chunk.flags[r] = (copy > 0 ? FLAG_DUPLICATE : 0) | (slate.random ? FLAG_RANDOM : 0);
}
