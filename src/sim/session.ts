/** One visit: a home slate, what the person does with it, perhaps a related slate, and what the logs say of it. */
import { hash32, subKey, uniform } from '../determinism/random.ts';
import { dayOf, minuteOfDay } from './clock.ts';
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
} from './data/rows.ts';
import { clientLog, type ClientLog } from './data/clientLog.ts';
import { log } from '../determinism/math.ts';
import {
  dwellGivenCloseup,
  examination,
  growBored,
  react,
  settleMood,
  type Reaction,
} from './people/respond.ts';
import { noteSeen, remember } from './people/people.ts';
import { HEAD_COUNT, SAVE, SLATE_SIZE } from './presets.ts';
import { serve } from './serving/serve.ts';
import type { Slate } from './serving/scratch.ts';
import { slateEntropy } from './telemetry/entropy.ts';
import type { World } from './world.ts';

const EXAM = Float64Array.from({ length: SLATE_SIZE }, (_, p) => examination(p));
const LOG_EXAM = Float64Array.from({ length: SLATE_SIZE }, (_, p) => log(examination(p)));

const reaction: Reaction = { save: 0, closeup: 0, hide: 0 };

/** Worth of a hide against a save, in what a visit is felt to be. */
const HIDE_WEIGHT = 3;

/** Share of visits with an opened idea that go on to its related slate: 42 impressions a session in all. */
export const FOLLOWS = 0.74;

/** What the running visit is felt to be. In an array, because a number in a module variable is allocated anew at every change. */
const felt = new Float64Array(2);
/** Expected saves less hides, and examined slots. */
const VALUE = 0;
const EXAMINED = 1;

/** Runs one visit of a person. `ordinal`: which visit of the day. */
export function visit(world: World, person: number, ordinal: number, tick: number): void {
  const day = dayOf(tick);
  const salt = hash32(world.keys.serving, person, day, ordinal) | 0;
  const { home, related } = world.scratch;
  felt.fill(0);
  const { today } = world;
  today.sessions++;
  serve(world, person, 0, -1, salt, tick, home);
  const logging = clientLog(world, home.build, tick);
  today.entropySum += slateEntropy(world.ideas, home);
  today.homeSlates++;
  const opened = respond(world, person, 0, salt, tick, home, logging);
  growBored(world.people, world.ideas, person, home.item, home.length);
  if (opened >= 0 && uniform(world.keys.response, salt, 99) < FOLLOWS) {
    serve(world, person, 1, opened, salt, tick, related);
    respond(world, person, 1, salt, tick, related, logging);
    growBored(world.people, world.ideas, person, related.item, related.length);
  }
  if (felt[EXAMINED]! > 0)
    settleMood(world.people, person, Math.max(0.001, felt[VALUE]! / felt[EXAMINED]!));
}

/** The person goes through a slate; returns the idea opened last, −1 for none. */
function respond(
  world: World,
  person: number,
  surface: number,
  salt: number,
  tick: number,
  slate: Slate,
  logging: ClientLog,
): number {
  const { people, ideas, counters, today } = world;
  const key = subKey(subKey(world.keys.response, salt), surface);
  let opened = -1;
  for (let p = 0; p < slate.length; p++) {
    const idea = slate.item[p]!;
    const exam = EXAM[p]!;
    react(people, ideas, person, idea, ideas.wear[idea]!, counters.freshness[idea]!, reaction);
    const pCloseup = exam * reaction.closeup;
    const pSave = exam * reaction.save;
    const pHide = exam * reaction.hide;
    felt[VALUE] = felt[VALUE]! + (pSave - HIDE_WEIGHT * pHide);
    felt[EXAMINED] = felt[EXAMINED]! + exam;
    // Draws belong to (request, idea): the same idea higher up in another world meets the same luck.
    const own = subKey(key, idea);
    let labels = 0;
    if (drawn(own, 0) < pCloseup) {
      labels |= LABEL_CLOSEUP;
      opened = idea;
      if (drawn(own, 1) < dwellGivenCloseup(people, ideas, person, idea)) labels |= LABEL_DWELL;
      today.closeups++;
    }
    if (drawn(own, 2) < pSave) {
      labels |= LABEL_SAVE;
      today.saves++;
      remember(people, ideas, person, idea);
    }
    if (drawn(own, 3) < pHide) {
      labels |= LABEL_HIDE;
      today.hides++;
    }
    noteSeen(people, person, idea);
    ideas.shown[idea] = ideas.shown[idea]! + 1;
    counters.servedToday[idea] = counters.servedToday[idea]! + 1;
    today.impressions++;
    const topic = ideas.topic[idea]!;
    today.byTopic[topic] = today.byTopic[topic]! + 1;
    const g = slate.generator[p]!;
    today.byGenerator[g] = today.byGenerator[g]! + 1;
    if (slate.random) today.randomImpressions++;
    logImpression(world, person, surface, tick, slate, p, labels, own, logging);
  }
  return opened;
}

/** What the client's log makes of one impression: counters and a training row, by the build's own habits. */
function logImpression(
  world: World,
  person: number,
  surface: number,
  tick: number,
  slate: Slate,
  p: number,
  labels: number,
  own: number,
  logging: ClientLog,
): void {
  const { counters } = world;
  const idea = slate.item[p]!;
  let logged = labels;
  if ((labels & LABEL_SAVE) !== 0 && logging.saveLoss > 0 && drawn(own, 4) < logging.saveLoss)
    logged &= ~LABEL_SAVE;
  if (logging.impressionLoss > 0 && drawn(own, 5) < logging.impressionLoss) return;
  const copies = 1 + surplus(logging.impressionExtra, own, 6);
  counters.exposures[idea] = counters.exposures[idea]! + copies;
  if ((logged & LABEL_SAVE) !== 0)
    counters.saves[idea] = counters.saves[idea]! + 1 + surplus(logging.saveExtra, own, 8);
  if ((logged & LABEL_CLOSEUP) !== 0) counters.closeups[idea] = counters.closeups[idea]! + 1;
  writeRow(world, person, surface, tick, slate, p, logged, own, 0);
  // A surplus event joins no action: to the trainer it is an impression that was refused.
  for (let copy = 1; copy < copies; copy++)
    writeRow(world, person, surface, tick, slate, p, 0, own, copy);
}

/** Uniform in [0, 1): the k-th draw of an impression, whose own key is `own`. */
function drawn(own: number, k: number): number {
  return subKey(own, k) * 2.3283064365386963e-10;
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
  const idea = slate.item[p]!;
  if (labels === 0 && drawn(own, 9 + copy) >= NEGATIVE_KEEP) return;
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
  x[f + R_RATE] = counters.logRate[idea]!;
  x[f + R_CLOSEUP_RATE] = counters.logCloseup[idea]!;
  x[f + R_FRESH] = counters.freshness[idea]!;
  x[f + R_EXPOSURE] = counters.logExposure[idea]!;
  x[f + R_OFFSET] = LOG_EXAM[p]!;
  chunk.weight[r] = labels === 0 ? 1 / NEGATIVE_KEEP : 1;
  chunk.predicted[r] = EXAM[p]! * slate.stated[p * HEAD_COUNT + SAVE]!;
  chunk.build[r] = slate.build;
  chunk.tenure[r] = slate.tenure;
  chunk.history[r] = slate.history;
  chunk.surface[r] = surface;
  chunk.generator[r] = slate.generator[p]!;
  chunk.topic[r] = ideas.topic[idea]!;
  chunk.labels[r] = labels;
  chunk.flags[r] = (copy > 0 ? FLAG_DUPLICATE : 0) | (slate.random ? FLAG_RANDOM : 0);
}
