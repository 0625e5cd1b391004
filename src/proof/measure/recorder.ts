/** A chart that is watched: what it was shown at every observation, also of bounds its state does not ask about. */
import { recoveryBounds } from '../../analysis/recovery.ts';
import type { Incident } from '../../incident/runner.ts';
import { conditionKey } from '../../incident/streaks.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { boundsOf, type Observation } from '../chart/courses.ts';

export interface Recorder {
  readonly incident: Incident;
  /** Observations since it was last emptied, oldest first. */
  readonly observations: Observation[];
  /** Minutes at which everything that recovery asks for was shown, and those at which it was not. */
  readonly recovery: { readonly tick: number; readonly holds: boolean }[];
}

export function recorderOf(scenario: CompiledScenario, incident: Incident): Recorder {
  const bounds = boundsOf(scenario.chart);
  const recovered = recoveryBounds(scenario);
  const recorder: Recorder = {
    observations: [],
    recovery: [],
    incident: {
      start: (tick) => incident.start(tick),
      advance: (state, input) => {
        recorder.observations.push({
          tick: input.tick,
          facts: input.facts,
          holding: bounds.filter((bound) => input.read(bound)).map(conditionKey),
        });
        recorder.recovery.push({
          tick: input.tick,
          holds: recovered.every((bound) => input.read(bound)),
        });
        return incident.advance(state, input);
      },
    },
  };
  return recorder;
}

export function emptied(recorder: Recorder): void {
  recorder.observations.length = 0;
  recorder.recovery.length = 0;
}

/** The minute at which recovery had held for as long as it must; null where it never did. */
export function recoveredAt(recorder: Recorder, holdMinutes: number): number | null {
  let since: number | null = null;
  for (const { tick, holds } of recorder.recovery) {
    if (!holds) since = null;
    else {
      since ??= tick;
      if (tick - since >= holdMinutes) return tick;
    }
  }
  return null;
}
