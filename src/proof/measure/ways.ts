/** Which ways of a chart make a difference in a world that is run: somebody is led towards each of them. */
import { branch } from '../../analysis/lines.ts';
import { recordTwin } from '../../analysis/stage.ts';
import { streamKey, subKey } from '../../determinism/random.ts';
import type { Incident } from '../../incident/runner.ts';
import { inWorld } from '../../scenario/inWorld.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { startRun } from '../../session/replay.ts';
import type { Course } from '../chart/courses.ts';
import { lackingIn, seenNeeds, type SeenNeed } from '../chart/matters.ts';
import { replayChart, wayWords } from '../chart/replay.ts';
import { closedAt, toldOf } from '../chart/told.ts';
import { waysOf, type Way } from '../chart/towards.ts';
import { leadTo } from './led.ts';
import { emptied, recorderOf } from './recorder.ts';

export interface WaysEvidence {
  /** Ways of the chart without which something would have been otherwise. */
  readonly needs: readonly SeenNeed[];
  /** Worlds that were lived through for it. */
  readonly worlds: number;
  /** Plays that were led. */
  readonly plays: number;
}

/** Plays that are led towards one way in one world, at most. */
const TRIES = 4;

/**
 * In small worlds, one after the other: in each of them only towards ways that made no difference in those before, so that the
 * later ones are short. Throws what `createWorld` throws.
 */
export function measureWays(scenario: CompiledScenario, seeds: readonly string[]): WaysEvidence {
  const needs = new Map<string, SeenNeed>();
  const ways = waysOf(scenario.chart);
  let worlds = 0;
  let plays = 0;
  for (const seed of seeds) {
    const lacking = ways.filter(lackingIn(scenario, new Set(needs.keys())));
    if (lacking.length === 0) break;
    worlds++;
    plays += leadIn(scenario, seed, lacking, needs);
  }
  return { needs: [...needs.values()], worlds, plays };
}

/** One world, towards some of the ways. Adds to `needs`, by way; gives how many plays were led. */
function leadIn(
  scenario: CompiledScenario,
  seed: string,
  towards: readonly Way[],
  needs: Map<string, SeenNeed>,
): number {
  const small = inWorld(scenario, 'check');
  const { chart, world } = small;
  const opened = startRun(small, seed);
  const recorder = recorderOf(small, opened.incident);
  const incidents = [recorder.incident, toldIncident(recorder.incident, toldOf(chart))];
  const { stage } = recordTwin(opened);
  // A minute beyond, at which the case's own limit is seen.
  const limit = Math.min(stage.to, world.pageTick + world.horizon + 1);
  const key = streamKey(seed, 'led');
  const wanted = new Set(towards.map(wayWords));
  let plays = 0;
  for (let attempt = 0; attempt < TRIES; attempt++)
    for (const [i, way] of waysOf(chart).entries()) {
      if (needs.has(wayWords(way)) || !wanted.has(wayWords(way))) continue;
      emptied(recorder);
      const incident = incidents[attempt % incidents.length]!;
      const run = branch({ ...opened, incident }, stage);
      leadTo(run, way, limit, subKey(subKey(key, attempt), i));
      plays++;
      // Where the case is over at the page nobody comes to do anything.
      if (recorder.observations.length === 0) continue;
      const line = `led to ${wayWords(way)}`;
      const course = [...recorder.observations];
      const { at } = replayChart(chart, world.pageTick, course, incident);
      const closed = at.map((o) => closedAt(course, Math.min(o + 1, course.length - 1)));
      const lived = [course, ...closed].map((c: Course) => ({ line, course: c }));
      for (const need of seenNeeds(small, lived, seed))
        if (!needs.has(need.way)) needs.set(need.way, need);
    }
  return plays;
}

/** An incident that is played by somebody who has looked at, declared and said everything from the first moment on. */
const toldIncident = (incident: Incident, told: ReturnType<typeof toldOf>): Incident => ({
  start: incident.start,
  advance: (state, input) => incident.advance(state, { ...input, facts: told(input.facts) }),
});
