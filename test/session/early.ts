/**
 * The same incident with its page in the first weeks, half an hour after its fault began. Most of what a page costs is
 * the weeks before it and the panel's epochs since: for what is judged of runs, and not of the world they are in.
 */
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { MINUTES_PER_DAY } from '../../src/sim/clock.ts';

const WEEK = 7 * MINUTES_PER_DAY;
const BEGUN = 30;

/** Keys that hold a minute of the world's clock. */
const MINUTES: ReadonlySet<string> = new Set(['tick', 'atTick', 'pageTick', 'onset', 'until']);

/** A night's snapshot of a version, `v61.d14`: by as many days, and the first one there is at the earliest. */
function snapshotShifted(name: string, by: number): string {
  const days = by / MINUTES_PER_DAY;
  return name.replace(/\.d(\d+)$/, (_, day) => `.d${Math.max(1, Number(day) - days)}`);
}

function shifted<T>(value: T, by: number): T {
  if (typeof value === 'string') return snapshotShifted(value, by) as T;
  if (Array.isArray(value)) return value.map((part: unknown) => shifted(part, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      MINUTES.has(key) && typeof inner === 'number' ? Math.max(0, inner - by) : shifted(inner, by),
    ]),
  ) as T;
}

/** By whole weeks, so that days keep their names; one night at least lies before the page. */
export function early(scenario: CompiledScenario): CompiledScenario {
  const { pageTick } = scenario.world;
  const moved = shifted(scenario, WEEK * Math.floor((pageTick - MINUTES_PER_DAY) / WEEK));
  const { world, faults } = moved;
  const begun = world.pageTick - BEGUN;
  return {
    ...moved,
    // One that is over by then stays where it was.
    faults: faults.map((fault) =>
      (fault.until ?? Infinity) > begun ? { ...fault, onset: Math.max(fault.onset, begun) } : fault,
    ),
    world: {
      ...world,
      rollouts: world.rollouts.map((rollout) => ({
        ...rollout,
        // What it has come to by the page.
        stages: rollout.stages.slice(-1).map(({ share }) => ({ tick: begun, share })),
      })),
    },
  };
}
