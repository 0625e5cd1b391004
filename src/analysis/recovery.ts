/**
 * What has to be shown for an incident to have recovered, read as a panel reads it: by the day where a case runs by the day. One
 * hour of a night has few people in it, and says more of its noise than of them.
 */
import type { CompiledScenario, MetricCondition } from '../scenario/compiled.ts';
import { READING_HOURS } from '../session/panels/series.ts';

export function recoveryBounds({
  recovery,
  clock,
}: Pick<CompiledScenario, 'recovery' | 'clock'>): MetricCondition[] {
  return recovery.conditions.map((bound) => ({ ...bound, hours: READING_HOURS[clock] }));
}
