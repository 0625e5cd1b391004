/**
 * Made-up courses of events for a chart: what is shown, done and looked at, observation by observation. Chance alone
 * would seldom hold a bound for an hour while somebody waits, so each course is led towards one of the chart's ways.
 */
import { conditionKey } from '../../incident/streaks.ts';
import { NO_FACTS, type Facts } from '../../incident/facts.ts';
import { createIncident, type Incident, type IncidentInput } from '../../incident/runner.ts';
import { metricsIn } from '../../incident/vocabulary.ts';
import type { ChartSpec, Condition, MetricCondition } from '../../scenario/compiled.ts';
import { drawn, streamKey, subKey } from '../../determinism/random.ts';
import type { InterventionKind } from '../../sim/interventions.ts';
import { nextTowards, waysOf, type Way } from './towards.ts';

/** One observation, as plain data: bounds by their key. */
export interface Observation {
  readonly tick: number;
  readonly facts: Facts;
  readonly holding: readonly string[];
}
export type Course = readonly Observation[];

export const inputOf = ({ tick, facts, holding }: Observation): IncidentInput => ({
  tick,
  facts,
  read: (bound) => holding.includes(conditionKey(bound)),
});

/** Things that happen in a course, and minutes after one that pass at least. */
const STEPS = 16;
const PAUSE = 30;
/** Minutes between two observations of a case on the fast clock. */
const STEP = 5;
/** Share of steps that are led, and of facts that change where they are not. */
const LED = 0.8;
const CHANGED = 0.3;

/** What is shown and done at a moment of a course that is being made. */
interface Scene {
  tick: number;
  enteredAt: number;
  acted: Set<InterventionKind>;
  looked: Set<string>;
  declared: boolean;
  said: boolean;
  closed: boolean;
  /** By metric, scope and surface: the deviation shown, per cent. */
  shown: Map<string, number>;
}

const seriesOf = ({ metric, scope, surface }: MetricCondition): string =>
  JSON.stringify([metric, scope, surface]);

/** The conditions inside a condition, all the way down. */
export const flat = (condition: Condition): Condition[] =>
  condition.if === 'all' || condition.if === 'any' ? condition.of.flatMap(flat) : [condition];

/** Every condition inside a chart's ways out. */
function atomsOf(chart: ChartSpec): Condition[] {
  return chart.states.flatMap((s) => s.transitions.flatMap(({ when }) => flat(when)));
}

/** The bounds that a chart watches in any of its states, each once. */
export function boundsOf(chart: ChartSpec): MetricCondition[] {
  const bounds = chart.states.flatMap((s) => s.transitions.flatMap(({ when }) => metricsIn(when)));
  return [...new Map(bounds.map((b) => [conditionKey(b), b])).values()];
}

/** `count` courses from `start` on, the same every time. */
export function coursesOf(chart: ChartSpec, start: number, count: number): Course[] {
  const key = streamKey(JSON.stringify(chart), 'courses');
  const ways = waysOf(chart);
  const ground: Ground = {
    chart,
    incident: createIncident(chart),
    ways,
    bounds: boundsOf(chart),
    atoms: atomsOf(chart),
  };
  return Array.from({ length: count }, (_, i) =>
    courseOf(ground, ways[i % ways.length], start, subKey(key, i)),
  );
}

/** What all courses of a chart run on. */
interface Ground {
  readonly chart: ChartSpec;
  readonly incident: Incident;
  readonly ways: readonly Way[];
  readonly bounds: readonly MetricCondition[];
  readonly atoms: readonly Condition[];
}

function courseOf(
  { chart, incident, ways: all, bounds, atoms }: Ground,
  goal: Way | undefined,
  start: number,
  key: number,
): Course {
  let draws = 0;
  const draw = (): number => drawn(key, draws++);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)];
  let step = incident.start(start);
  const scene: Scene = {
    tick: start,
    enteredAt: start,
    acted: new Set(),
    looked: new Set(),
    declared: false,
    said: false,
    closed: false,
    shown: new Map(bounds.map((b) => [seriesOf(b), 0])),
  };
  const course: Observation[] = [];
  const observe = (): void => {
    const observation = observationOf(scene, bounds);
    course.push(observation);
    const before = step.state.state;
    step = incident.advance(step.state, inputOf(observation));
    if (step.state.state !== before) scene.enteredAt = scene.tick;
  };
  // Long enough for every bound of the chart, so that it matters little when exactly a state was entered.
  const calm = bounds.reduce((most, { forMinutes }) => Math.max(most, forMinutes), PAUSE);
  for (let i = 0; i < STEPS && !step.legality.over; i++) {
    const ways = chart.states.find((s) => s.id === step.state.state)?.transitions ?? [];
    const led = goal === undefined ? undefined : nextTowards(all, step.state.state, goal);
    const wanted = draw() < LED ? (led === undefined ? pick(ways) : ways[led.index]) : undefined;
    scene.tick += STEP;
    if (wanted === undefined) {
      for (const atom of atoms)
        if (atom.if !== 'closed' && draw() < CHANGED) lead(atom, scene, draw() < 0.5, draw);
    } else {
      // The other ways would be taken first as often as not.
      if (draw() < 0.5) for (const { when } of ways) hinder(when, scene, draw);
      lead(wanted.when, scene, true, draw);
    }
    observe();
    observe();
    scene.tick += wanted === undefined ? calm : longestBound(wanted.when);
    observe();
    if (draw() < LED) scene.tick += calm;
    observe();
  }
  return course;
}

/** Makes a condition true (or, as far as one can without going back in time, false). */
function lead(condition: Condition, scene: Scene, towards: boolean, draw: () => number): void {
  switch (condition.if) {
    case 'elapsed':
      if (towards) scene.tick = Math.max(scene.tick, scene.enteredAt + condition.minutes);
      return;
    case 'reached':
      if (towards) scene.tick = Math.max(scene.tick, condition.tick);
      return;
    case 'metric': {
      const beyond = condition.op === 'above' ? 1 : -1;
      const by = (towards ? 1 : -1) * beyond * (0.25 + draw() * 2);
      scene.shown.set(seriesOf(condition), condition.percent + by);
      return;
    }
    case 'acted':
    case 'not-acted': {
      const act = (condition.if === 'acted') === towards;
      const one = condition.kinds[Math.floor(draw() * condition.kinds.length)];
      if (act && one !== undefined) scene.acted.add(one);
      else for (const kind of condition.kinds) scene.acted.delete(kind);
      return;
    }
    case 'looked':
      if (towards) scene.looked.add(condition.view);
      return;
    case 'declared':
      scene.declared ||= towards;
      return;
    case 'said':
      scene.said ||= towards;
      return;
    case 'closed':
      scene.closed ||= towards;
      return;
    case 'all':
      for (const part of condition.of) lead(part, scene, towards, draw);
      return;
    case 'any': {
      const one = condition.of[Math.floor(draw() * condition.of.length)];
      if (one !== undefined) lead(one, scene, towards, draw);
      return;
    }
  }
}

/** Keeps a way shut by what can be undone: bounds that do not hold, and deeds it asks to be left alone. */
function hinder(condition: Condition, scene: Scene, draw: () => number): void {
  for (const atom of flat(condition))
    if (atom.if === 'metric' || (atom.if === 'not-acted' && draw() < 0.5))
      lead(atom, scene, false, draw);
}

const longestBound = (condition: Condition): number =>
  metricsIn(condition).reduce((most, { forMinutes }) => Math.max(most, forMinutes), 0);

function observationOf(scene: Scene, bounds: readonly MetricCondition[]): Observation {
  const holding = bounds.filter((bound) => {
    const deviation = scene.shown.get(seriesOf(bound)) ?? 0;
    return bound.op === 'below' ? deviation < bound.percent : deviation > bound.percent;
  });
  return {
    tick: scene.tick,
    facts: {
      ...NO_FACTS,
      acted: [...scene.acted],
      looked: [...scene.looked],
      declared: scene.declared,
      said: scene.said,
      closed: scene.closed,
    },
    holding: holding.map(conditionKey),
  };
}
