/** What a person does with a slate, slot by slot, and what becomes of it in truth; the log is told, not trusted. */
import { drawn, subKey } from '../determinism/random.ts';
import { LABEL_CLOSEUP, LABEL_DWELL, LABEL_HIDE, LABEL_SAVE } from './data/rows.ts';
import type { ClientLog } from './data/clientLog.ts';
import { logImpression } from './data/logImpression.ts';
import { NO_IDEA, noteSeen, remember } from './people/people.ts';
import { react, REACTION } from './people/react.ts';
import { dwellGivenCloseup, EXAM } from './people/respond.ts';
import { formTaste } from './people/taste.ts';
import { patience } from './people/patience.ts';
import { seasonOf } from './season.ts';
import type { Slate } from './serving/scratch.ts';
import type { World } from './world.ts';

/** Expected saves less hides of the running visit, and its examined slots. */
export type Felt = Float64Array;

/** Worth of a hide against a save, in what a visit is felt to be. */
const HIDE_WEIGHT = 3;

/** Returns the idea opened last, −1 for none. */
export function goThrough(
  world: World,
  person: number,
  surface: number,
  salt: number,
  tick: number,
  slate: Slate,
  logging: Readonly<ClientLog>,
  felt: Felt,
): number {
  const { people, ideas, today } = world;
  const key = subKey(subKey(world.keys.response, salt), surface);
  const patient = patience(world, person, slate.latencyMs);
  const season = seasonOf(world, people.region[person]!, tick);
  // A rule against all young accounts refuses their saves: for them it was a visit without one.
  const refused = world.control.spamRule === 'broad' && slate.tenure <= 1;
  const forming = world.spec.setup.tasteRate ?? 0;
  let opened = -1;
  react(world, person, slate, slate.length, surface, season);
  const { save, closeup, hide } = REACTION;
  for (let p = 0; p < slate.length; p++) {
    const idea = slate.item[p]!;
    if (idea === NO_IDEA) {
      today.emptySlots++;
      continue;
    }
    // Draws belong to (request, idea): the same idea higher up in another world meets the same luck.
    const own = subKey(key, idea);
    const painted = slate.unpainted === 0 || drawn(own, 20) >= slate.unpainted;
    const exam = painted ? EXAM[p]! * patient : 0;
    const pSave = refused ? 0 : exam * save[p]!;
    const pHide = exam * hide[p]!;
    felt[0] = felt[0]! + (pSave - HIDE_WEIGHT * pHide);
    felt[1] = felt[1]! + EXAM[p]!;
    if (forming > 0) formTaste(people, person, ideas.topic[idea]!, forming, pSave, exam);
    let labels = 0;
    if (drawn(own, 0) < exam * closeup[p]!) {
      labels |= LABEL_CLOSEUP;
      opened = idea;
      if (drawn(own, 1) < dwellGivenCloseup(people, ideas, person, idea)) labels |= LABEL_DWELL;
      today.closeups++;
    }
    if (drawn(own, 2) < pSave) {
      labels |= LABEL_SAVE;
      today.saves++;
      today.savesBySurface[surface] = today.savesBySurface[surface]! + 1;
      if (!slate.unremembered) remember(people, ideas, person, idea);
    }
    if (drawn(own, 3) < pHide) {
      labels |= LABEL_HIDE;
      today.hides++;
    }
    noteSeen(people, person, idea);
    count(world, surface, slate, p, idea);
    logImpression(world, person, surface, tick, slate, p, labels, own, logging);
  }
  return opened;
}

/** True exposure of an idea, and the day's figures. */
function count(world: World, surface: number, slate: Slate, p: number, idea: number): void {
  const { ideas, counters, today } = world;
  ideas.shown[idea] = ideas.shown[idea]! + 1;
  counters.servedToday[idea] = counters.servedToday[idea]! + 1;
  today.impressions++;
  today.impressionsBySurface[surface] = today.impressionsBySurface[surface]! + 1;
  const topic = ideas.topic[idea]!;
  today.byTopic[topic] = today.byTopic[topic]! + 1;
  const g = slate.generator[p]!;
  today.byGenerator[g] = today.byGenerator[g]! + 1;
  if (slate.random) today.randomImpressions++;
  if (ideas.policy[idea] === 2) today.unsafeImpressions++;
  if (counters.freshness[idea]! > 0) today.freshImpressions++;
}
