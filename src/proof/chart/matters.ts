/**
 * Does a chart need each of its ways? Without one, some command must be possible that was not, some effect must happen or
 * stay away, or the case must end otherwise. First on what was shown in worlds that were run, then on made-up courses: a
 * way that changes nothing on any of them is decoration.
 */
import { createIncident } from '../../incident/runner.ts';
import { partsOf } from '../../incident/vocabulary.ts';
import type { CompiledScenario, Condition } from '../../scenario/compiled.ts';
import { exhausted, proven, refuted, type Proof } from '../verdict.ts';
import type { Course } from './courses.ts';
import { isNoticedAlike, replayChart, wayWords, without, type Replay } from './replay.ts';
import type { Explored } from './sound.ts';
import { waysOf, type Way } from './towards.ts';

/** What removing a way comes to on some courses. */
export type Need = 'matters' | 'decoration' | 'never taken';

export interface WayNeed {
  readonly way: Way;
  readonly need: Need;
  /** Course on which it matters, else the first that takes it; −1: none does. */
  readonly course: number;
}

export function needsOf(
  { chart, world }: CompiledScenario,
  { courses, replays }: Explored,
): WayNeed[] {
  return waysOf(chart).map((way): WayNeed => {
    const reduced = without(chart, way);
    const incident = createIncident(reduced);
    let taken = -1;
    for (const [i, full] of replays.entries()) {
      if (!passes(full, way)) continue;
      const other = replayChart(reduced, world.pageTick, courses[i]!, incident);
      if (!isNoticedAlike(full, other)) return { way, need: 'matters', course: i };
      if (taken < 0 && !isSamePath(full, other)) taken = i;
    }
    return { way, need: taken < 0 ? 'never taken' : 'decoration', course: taken };
  });
}

function passes({ states }: Replay, { from, to }: Way): boolean {
  return states.some((state, i) => state === from && states[i + 1] === to);
}

const isSamePath = (a: Replay, b: Replay): boolean =>
  a.states.length === b.states.length &&
  a.states.every((state, i) => state === b.states[i] && a.at[i] === b.at[i]);

/** Where a way made a difference in a world that was run. */
export interface SeenNeed {
  readonly way: string;
  readonly seed: string;
  readonly line: string;
}

/** `seen`: of the worlds that were run; null where none was. */
export function transitionsMatter(
  scenario: CompiledScenario,
  explored: Explored,
  seen: readonly SeenNeed[] | null,
): Proof {
  const needs = needsOf(scenario, explored);
  const idle = needs.find(({ need }) => need !== 'matters');
  if (idle !== undefined) {
    const { states } = explored.replays[Math.max(0, idle.course)]!;
    return idle.need === 'decoration'
      ? refuted(
          'transitions',
          `Without ${wayWords(idle.way)} nothing else happens: no command, effect or end differs on any of ${explored.courses.length} courses (one that takes it: ${states.join(' › ')}).`,
          `Give the way or \`${idle.way.to}\` an effect that matters, or remove it.`,
        )
      : neverTaken(scenario, idle.way, explored.courses.length);
  }
  if (seen === null)
    return exhausted(
      'transitions',
      `${needs.length} ways matter on made-up courses; no world was run`,
    );
  const lacks = lackingIn(scenario, new Set(seen.map((s) => s.way)));
  const unseen = needs.filter(({ way }) => lacks(way));
  const [first] = seen;
  if (unseen.length > 0)
    return exhausted(
      'transitions',
      `${needs.length - unseen.length} of ${needs.length} ways made a difference in the worlds that were run; only on made-up courses: ${unseen.map(({ way }) => wayWords(way)).join(', ')}`,
    );
  return proven(
    'transitions',
    `${needs.length} ways, each of which made a difference in a world that was run${first === undefined ? '' : `, such as ${first.way} on ${first.seed} with “${first.line}”`}`,
  );
}

/** Has a way made no difference yet, nor another of its rule? `made`: those that have, by their words. */
export function lackingIn(
  scenario: CompiledScenario,
  made: ReadonlySet<string>,
): (way: Way) => boolean {
  const atLimit = waysAtLimit(scenario);
  const isLimitSeen = [...atLimit].some((words) => made.has(words));
  return (way) => {
    const words = wayWords(way);
    return !made.has(words) && !(isLimitSeen && atLimit.has(words));
  };
}

/**
 * The ways by which a case ends when its time is over: one rule, drawn at every state that may stand then, so that no
 * play is without an end. A world in which it ends one case shows that it is needed.
 */
function waysAtLimit({ chart, world }: CompiledScenario): Set<string> {
  const limit = world.pageTick + world.horizon;
  const isFinal = new Set(chart.states.filter((s) => s.final).map((s) => s.id));
  return new Set(
    chart.states.flatMap(({ id, transitions }) =>
      transitions.flatMap(({ when, to }, index) =>
        when.if === 'reached' && when.tick === limit && isFinal.has(to)
          ? [wayWords({ from: id, index, to })]
          : [],
      ),
    ),
  );
}

/** Courses that take no way prove little; an earlier way that asks for no more than it does, everything. */
function neverTaken({ chart }: CompiledScenario, way: Way, courses: number): Proof {
  const ways = chart.states.find((s) => s.id === way.from)?.transitions ?? [];
  const asked = new Set(partTexts(ways[way.index]!.when));
  const before = ways
    .slice(0, way.index)
    .findIndex(({ when }) => partTexts(when).every((part) => asked.has(part)));
  return before < 0
    ? exhausted(
        'transitions',
        `${wayWords(way)} is taken on none of ${courses} courses led towards it`,
      )
    : refuted(
        'transitions',
        `${wayWords(way)} is never taken: way ${before + 1} asks for no more and comes first.`,
        `Put it before way ${before + 1}, or remove it.`,
      );
}

/** What must hold together for a condition, each part as text. */
const partTexts = (condition: Condition): string[] =>
  partsOf(condition).map((part) => JSON.stringify(part));

/** The ways that make a difference on courses that were lived through. */
export function seenNeeds(
  scenario: CompiledScenario,
  lived: readonly { readonly line: string; readonly course: Course }[],
  seed: string,
): SeenNeed[] {
  const { chart, world } = scenario;
  const incident = createIncident(chart);
  const courses = lived.map(({ course }) => course);
  const replays = courses.map((course) => replayChart(chart, world.pageTick, course, incident));
  return needsOf(scenario, { courses, replays })
    .filter(({ need }) => need === 'matters')
    .map(({ way, course }) => ({ way: wayWords(way), seed, line: lived[course]!.line }));
}
