/** What can be read at the page of an incident: from it expectations are proposed, for the author to confirm. */
import type { CompiledScenario, Expectation } from '../../scenario/compiled.ts';
import { MOST_EXPECTATIONS } from '../../scenario/mostExpectations.ts';
import { startRun } from '../../session/replay.ts';
import { METRICS, METRIC_IDS, type MetricId } from '../../sim/metrics.ts';
import type { Scope } from '../../sim/segments.ts';
import { quantile } from '../evidence.ts';
import { expectationsOf } from './expectations.ts';
import { inWorld } from '../../scenario/inWorld.ts';

/** A reading that could be expected: the metric on the page's group, or on all. */
export interface Readable {
  readonly metric: MetricId;
  readonly scope: Scope;
  /** Of a scope, for an id: `group` is that of the page. */
  readonly of: 'all' | 'group';
}

export interface LearntReading {
  readonly seed: string;
  /** By reading, in the order of `readablesOf`; null where there was nothing to read. */
  readonly deviations: readonly (number | null)[];
  readonly errors: readonly (number | null)[];
}

/**
 * Minutes about the page that are read, by clock, with nothing done: what goes wrong within minutes rings before it fills an
 * hour, so the hour after it is read; what takes days has filled them.
 */
const WINDOW = { minutes: [0, 60], days: [-2880, 0] } as const;
/** Standard errors from which a reading has moved. */
const MOVED = 3;
/** Share of the smallest move seen that is asked for: other seeds will show less. */
const CAUTION = 0.6;
/** What is flat may stray by twice what was seen, and by a point at least. */
const SLACK = 2;
const LEAST_SLACK = 1;

export function readablesOf({ page }: CompiledScenario): Readable[] {
  return METRIC_IDS.flatMap((metric): Readable[] => {
    const all: Readable = { metric, scope: [{}], of: 'all' };
    return METRICS[metric].cuttable && page.rule.scope.some((part) => Object.keys(part).length > 0)
      ? [all, { metric, scope: page.rule.scope, of: 'group' }]
      : [all];
  });
}

/** In the small world, with nothing done. */
export function measureReadables(scenario: CompiledScenario, seed: string): LearntReading {
  const small = inWorld(scenario, 'check');
  const asked = readablesOf(scenario).map(({ metric, scope }, i): Expectation => ({
    id: String(i),
    metric,
    scope,
    surface: 'all',
    window: WINDOW[scenario.clock],
    expect: 'flat',
    percent: 0,
  }));
  const read = expectationsOf(startRun(small, seed), asked);
  const by = new Map(read.map((m) => [m.id, m]));
  return {
    seed,
    deviations: asked.map(({ id }) => by.get(id)?.deviation ?? null),
    errors: asked.map(({ id }) => by.get(id)?.error ?? null),
  };
}

/** What all seeds agree on and the scenario does not expect yet: the largest moves first, then what stays flat. */
export function proposals(
  scenario: CompiledScenario,
  seeds: readonly LearntReading[],
): Expectation[] {
  const found = readablesOf(scenario).flatMap(({ metric, scope, of }, i): Expectation[] => {
    const deviations = seeds.map((s) => s.deviations[i] ?? null);
    const errors = seeds.map((s) => s.errors[i] ?? null);
    if (deviations.includes(null) || errors.includes(null)) return [];
    if (scenario.expectations.some((e) => e.metric === metric && same(e.scope, scope))) return [];
    const read = deviations as number[];
    const noise = Math.max(...(errors as number[]));
    const least = quantile(read.map(Math.abs), 0);
    const most = Math.max(...read.map(Math.abs));
    const isUp = read.every((d) => d > MOVED * noise);
    const isDown = read.every((d) => d < -MOVED * noise);
    const expect = isUp ? 'up' : isDown ? 'down' : 'flat';
    if (expect === 'flat' && most > MOVED * noise) return [];
    const percent = expect === 'flat' ? Math.max(LEAST_SLACK, SLACK * most) : CAUTION * least;
    return [
      {
        id: `${metric.replaceAll('_', '-')}-${of}-${expect}`,
        metric,
        scope,
        surface: 'all',
        window: WINDOW[scenario.clock],
        expect,
        percent: Math.round(percent * 10) / 10,
      },
    ];
  });
  const size = (e: Expectation): number => (e.expect === 'flat' ? -e.percent : 1000 + e.percent);
  const room = Math.max(0, MOST_EXPECTATIONS - scenario.expectations.length);
  return found.toSorted((a, b) => size(b) - size(a)).slice(0, room);
}

const same = (a: Scope, b: Scope): boolean => JSON.stringify(a) === JSON.stringify(b);
