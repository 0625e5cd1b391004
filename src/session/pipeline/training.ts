/** The weights that serve, and when they were trained. */
import {
  durationLabel,
  minuteOfDay,
  MINUTES_PER_DAY,
  MINUTES_PER_HOUR,
  tickLabel,
} from '../../sim/clock.ts';
import { EVERYONE } from '../../sim/segments.ts';
import { groupBy, groupShares } from '../../sim/telemetry/readings.ts';
import { orderKeys } from '../keys.ts';
import { now, type Run } from '../run.ts';
import type { PipelineStage } from '../view.ts';

/** Hours after which a nightly training is late, and then missing. */
const TRAINING_LATE = 26 * 60;
const TRAINING_MISSING = 50 * 60;

interface Serving {
  readonly version: string;
  readonly share: number;
}

/** Versions that rank a part of the traffic one can see, the newest first. */
export function servingOf(run: Run): Serving[] {
  const grouping = groupBy(run.observer, ['model'], EVERYONE, 'all', now(run));
  const traffic = groupShares(run.observer, grouping);
  const total = traffic.reduce((a, b) => a + b, 0);
  return orderKeys(run, 'model', grouping.keys)
    .map((version) => ({
      version,
      share: traffic[grouping.keys.indexOf(version)]! / (total || 1),
    }))
    .filter(({ share }) => share >= 0.005);
}

/** Since the newest weights among those in service were trained. */
export function weightsAge(run: Run, serving: readonly Serving[]): string {
  const trained = run.pair.live.lines
    .filter((line) => serving.some((v) => v.version === line.version) && line.served.rows > 0)
    .map((line) => line.served.trainedTick);
  return trained.length === 0 ? '' : `weights ${ageLabel(now(run) - Math.max(...trained))} old`;
}

export function trainingOf(run: Run): Pick<PipelineStage, 'health' | 'note' | 'age'> {
  const { live } = run.pair;
  const { trainingMinute } = run.scenario.world;
  const tick = now(run);
  const trained = live.lines.flatMap((line) =>
    line.snapshots.filter((s) => s.rows > 0).map((s) => s.trainedTick),
  );
  const age = trained.length === 0 ? null : tick - Math.max(...trained);
  const minute = minuteOfDay(tick);
  const next = tick - minute + trainingMinute + (minute < trainingMinute ? 0 : MINUTES_PER_DAY);
  return {
    health:
      age === null || age <= TRAINING_LATE ? 'fine' : age <= TRAINING_MISSING ? 'watch' : 'bad',
    age: age === null ? '' : `last run ${ageLabel(age)} ago`,
    note: live.control.skipTraining
      ? `${tickLabel(next)} is to be skipped, by your order`
      : `next run ${tickLabel(next)}`,
  };
}

/** Ages need no minutes once there are hours. */
export function ageLabel(minutes: number): string {
  const rest = minutes < 2 * MINUTES_PER_HOUR ? 0 : minutes % MINUTES_PER_HOUR;
  return durationLabel(minutes - rest);
}
