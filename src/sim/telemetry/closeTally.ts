/** Closes a day's tally: concentration and creators, from what was truly served to whom. */
import { LABEL_SAVE } from '../data/rows.ts';
import { TOPIC_COUNT } from '../presets.ts';
import type { World } from '../world.ts';
import type { DayTally } from './tally.ts';

/** Gini coefficient of non-negative values sorted ascending; 0 for none. Gini (1912), discrete form. */
export function gini(ascending: Float64Array): number {
  const n = ascending.length;
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < n; i++) {
    sum += ascending[i]!;
    weighted += (i + 1) * ascending[i]!;
  }
  return sum === 0 ? 0 : (2 * weighted) / (n * sum) - (n + 1) / n;
}

export function closeTally(world: World, tally: DayTally): void {
  const { ideas, counters } = world;
  const served = counters.servedToday;
  let total = 0;
  let unique = 0;
  let live = 0;
  for (let i = 0; i < ideas.count; i++) {
    live += ideas.live[i]!;
    total += served[i]!;
    if (served[i]! > 0) unique++;
  }
  if (total === 0) return;
  const order = topIdeas(world, Math.max(1, Math.round(live / 100)));
  let head = 0;
  const isHead = new Uint8Array(ideas.count);
  const headTopics = new Float64Array(TOPIC_COUNT);
  for (const i of order) {
    head += served[i]!;
    isHead[i] = 1;
    headTopics[ideas.topic[i]!] = headTopics[ideas.topic[i]!]! + served[i]!;
  }
  tally.headShare = head / total;
  tally.uniqueItems = unique;
  const creators = new Float64Array(ideas.creatorTier.length);
  let fresh = 0;
  for (let i = 0; i < ideas.count; i++) {
    const c = ideas.creator[i]!;
    creators[c] = creators[c]! + served[i]!;
    if (ideas.creatorTier[c] === 0) fresh += served[i]!;
  }
  tally.gini = gini(creators.sort());
  tally.newCreatorShare = fresh / total;
  labels(world, tally, isHead);
  tally.headDemand = demand(world, headTopics);
}

/** Ids of the `k` most served ideas of the day. */
function topIdeas(world: World, k: number): number[] {
  const served = world.counters.servedToday;
  const ids: number[] = [];
  for (let i = 0; i < world.ideas.count; i++) if (served[i]! > 0) ids.push(i);
  ids.sort((a, b) => served[b]! - served[a]! || a - b);
  return ids.slice(0, k);
}

function labels(world: World, tally: DayTally, isHead: Uint8Array): void {
  const chunk = world.chunks[world.chunks.length - 1]!;
  const labelled = new Uint8Array(world.ideas.count);
  let headRows = 0;
  let headSaves = 0;
  let tail = 0;
  for (let r = 0; r < chunk.length; r++) {
    const idea = chunk.idea[r]!;
    const saved = (chunk.labels[r]! & LABEL_SAVE) !== 0;
    if (isHead[idea] === 1) {
      headRows += chunk.weight[r]!;
      if (saved) headSaves++;
    } else if (saved && labelled[idea] === 0) {
      labelled[idea] = 1;
      tail++;
    }
  }
  tally.headValue = headRows === 0 ? 0 : headSaves / headRows;
  tally.tailLabels = tail;
}

/**
 * What people would search for: their latent interest in the topics that fill the head, against the mean topic. It
 * does not move because something is pushed; that is what makes it an alibi for demand.
 */
function demand(world: World, headTopics: Float64Array): number {
  const { people } = world;
  const wanted = new Float64Array(TOPIC_COUNT);
  let all = 0;
  for (let i = 0; i < people.count; i++) {
    for (let t = 0; t < TOPIC_COUNT; t++) {
      wanted[t] = wanted[t]! + people.interest[i * TOPIC_COUNT + t]!;
      all += people.interest[i * TOPIC_COUNT + t]!;
    }
  }
  let sum = 0;
  let weight = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) {
    sum += headTopics[t]! * ((wanted[t]! * TOPIC_COUNT) / all);
    weight += headTopics[t]!;
  }
  return weight === 0 ? 1 : sum / weight;
}
