/** Be someone: the slate the pipeline serves to one person, now and before, with where each tile came from. */
import { hash32 } from '../../determinism/random.ts';
import { dayOf } from '../../sim/clock.ts';
import { tenureClass } from '../../sim/delivery/scope.ts';
import { ACTIVITIES, PLATFORMS, REGIONS, TENURES, type Scope } from '../../sim/segments.ts';
import { HOME, HEAD_COUNT, HEADS, TOPIC_COUNT, TOPICS } from '../../sim/presets.ts';
import { C_APPEAL, CHARM } from '../../sim/ideas/ideas.ts';
import { GENERATORS } from '../../sim/generators.ts';
import { homeRequest, serve } from '../../sim/serving/serve.ts';
import type { World } from '../../sim/world.ts';
import type { Run } from '../run.ts';
import type { PhonePanel, Tile } from '../view.ts';
import { scopeWords } from '../words.ts';
import { SOURCE_WORDS } from '../sourceWords.ts';
import type { PanelFrame } from './frame.ts';
import { sampleOf } from './sample.ts';

/** Tiles a phone shows. */
const TILES = 20;

export function personPanel(run: Run, scope: Scope, nth: number, frame: PanelFrame): PhonePanel {
  const { live, twin } = run.pair;
  const sample = sampleOf(run, scope, 60);
  const chosen =
    sample[((nth % Math.max(1, sample.length)) + sample.length) % Math.max(1, sample.length)];
  if (chosen === undefined) {
    return {
      ...frame,
      kind: 'phone',
      title: 'Be someone',
      summary: `There is nobody in ${scopeWords(scope)}.`,
      help: '',
      person: '',
      before: [],
      now: [],
    };
  }
  const tilesNow = slateOf(live, chosen.person, chosen.salt);
  const tilesBefore = slateOf(twin ?? live, chosen.person, chosen.salt);
  const kept = tilesNow.filter((t) => tilesBefore.some((b) => b.idea === t.idea)).length;
  return {
    ...frame,
    kind: 'phone',
    title: 'Be someone',
    summary: `${portrait(run, chosen.person)} ${kept} of ${tilesNow.length} tiles are the ones they would have been shown before. Now: ${topics(tilesNow)}. Before: ${topics(tilesBefore)}.`,
    help: 'The home slate really served, and the same person’s before anything changed. Tap a tile for its source and scores.',
    person: portrait(run, chosen.person),
    before: tilesBefore,
    now: tilesNow,
  };
}

/** From logged facts alone: region, platform, tenure, activity and what the history is about. */
function portrait(run: Run, person: number): string {
  const { live } = run.pair;
  const { people } = live;
  const counts = new Float64Array(TOPIC_COUNT);
  const start = people.historyStart[person]!;
  for (let k = 0; k < people.historyLength[person]!; k++) {
    const topic = live.ideas.topic[people.history[start + k]!]!;
    counts[topic] = counts[topic]! + 1;
  }
  const top = Array.from(counts, (n, t) => ({ n, t }))
    .filter((x) => x.n > 0)
    .toSorted((a, b) => b.n - a.n || a.t - b.t)
    .slice(0, 3)
    .map((x) => TOPICS[x.t]);
  const activity = ACTIVITIES[people.activity[person]!];
  const tenure = TENURES[tenureClass(dayOf(live.tick) - people.signupDay[person]!)];
  return `A ${activity === 'core' ? 'core planner' : activity === 'casual' ? 'casual visitor' : 'returning visitor'} in ${REGIONS[people.region[person]!]} on ${PLATFORMS[people.platform[person]!]}, here for ${tenure}, ${people.historyLength[person]} saves behind them, mostly ${top.join(', ')}.`;
}

function slateOf(world: World, person: number, salt: number): Tile[] {
  const home = world.scratch.slates[HOME]!;
  serve(world, homeRequest(person, salt), world.tick, home);
  const tiles: Tile[] = [];
  for (let p = 0; p < Math.min(TILES, home.length); p++) {
    const idea = home.item[p]!;
    const topic = home.topic[p]!;
    tiles.push({
      idea,
      topic,
      topicLabel: TOPICS[topic]!,
      look: home.look[p]!,
      polish: Math.max(0, Math.min(1, 0.5 + 0.2 * world.ideas.charm[idea * CHARM + C_APPEAL]!)),
      seed: hash32(0x71e5, idea, 0),
      position: p,
      generator: SOURCE_WORDS[GENERATORS[home.generator[p]!]!],
      scores: HEADS.map((head, h) => {
        const value = home.stated[p * HEAD_COUNT + h]!;
        return { head, value: Number.isFinite(value) ? value : null };
      }),
      why: home.random
        ? 'in the random-exposure slice: order drawn by lot'
        : `ranked by ${world.lines[home.line]!.version}, then spaced by topic and look`,
    });
  }
  return tiles;
}

function topics(tiles: readonly Tile[]): string {
  const counts = new Map<string, number>();
  for (const tile of tiles) counts.set(tile.topicLabel, (counts.get(tile.topicLabel) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 4)
    .map(([label, n]) => `${label} ${n}`)
    .join(', ');
}
