/** How long each bound has held: kept by the incident, so that telemetry only has to be asked about the instant. */
import type { MetricCondition } from '../scenario/compiled.ts';

/** Conditions that ask the same of telemetry share one reading, whatever time they ask it for. */
export const conditionKey = ({ metric, scope, surface, op, percent }: MetricCondition): string =>
  JSON.stringify([metric, scope, surface, op, percent]);

/**
 * @param before since when each bound has held
 * @param watched bounds of the ways out of the current state
 * @param read does the bound hold by what is shown now?
 */
export function nextStreaks(
  before: Readonly<Record<string, number>>,
  watched: readonly MetricCondition[],
  tick: number,
  read: (condition: MetricCondition) => boolean,
): Readonly<Record<string, number>> {
  const streaks: Record<string, number> = {};
  for (const condition of watched) {
    const key = conditionKey(condition);
    if (streaks[key] === undefined && read(condition)) streaks[key] = before[key] ?? tick;
  }
  return streaks;
}
