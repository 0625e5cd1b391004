/** What a scenario sets up in Corkboard before anything goes wrong: builds, ranker versions, rollouts, the calendar. */

import type { Region } from './segments.ts';

export interface WorldSetup {
  readonly preset: 'standard' | 'check';
  /** Simulated minutes before the page. */
  readonly pageTick: number;
  /** Minutes after the page until the case closes by itself. */
  readonly horizon: number;
  /** Minutes after the page over which harm is counted. */
  readonly harmHorizon: number;
  readonly builds: readonly BuildSpec[];
  readonly models: readonly ModelSpec[];
  readonly rollouts: readonly RolloutSpec[];
  readonly experiments?: readonly ExperimentSpec[];
  /** What acts by itself on reported metrics. */
  readonly robots?: readonly RobotSpec[];
  /** Feasts and seasons everybody could have known of; the fault-free world has them too. */
  readonly calendar?: readonly CalendarEntry[];
  /** What dashboards expect of counts; absent: what the calendar says. `trailing`: the fortnight before, feasts and all. */
  readonly forecast?: 'trailing';
  /** Groups of machines that serve; absent: one. Shares sum to 1. */
  readonly pools?: readonly PoolSpec[];
  /** Minute of day (UTC) of the daily training run. */
  readonly trainingMinute: number;
  /** How fast tastes follow what is met, see `people/taste.ts`; absent: they are fixed. */
  readonly tasteRate?: number;
  /** Newly trained snapshots go into service by themselves. */
  readonly autoPromote: boolean;
}

/** A robot that acts when the reported save rate has been low for a while. */
export interface RobotSpec {
  readonly id: string;
  readonly act: 'rollback' | 'stop-experiment';
  /** Version it rolls back to, or rollout or experiment it stops. */
  readonly target: string;
  /** Fall of the reported save rate from which it is alarmed, as a share. */
  readonly fall: number;
  /** Minutes it waits; absent: 40. */
  readonly delay?: number;
}

/** A season: from the first day to the last, that one excluded. */
export interface CalendarEntry {
  /** Indices into TOPICS. */
  readonly topics: readonly number[];
  /** Absent: everywhere. */
  readonly regions?: readonly Region[];
  readonly fromDay: number;
  readonly toDay: number;
  /** Factors on interest in the topics, and on visits. */
  readonly interest: number;
  readonly visits: number;
}

/** An experiment that runs beside the rollouts. What an arm does is a fault whose scope names the arm. */
export interface ExperimentSpec {
  readonly id: string;
  /** Experiments of one layer never share a person. */
  readonly layer: string;
  /** The first is control. Shares of all people; those of a layer sum to 1 at most. */
  readonly arms: readonly { readonly id: string; readonly share: number }[];
  readonly fromTick: number;
  readonly toTick?: number;
}

export interface PoolSpec {
  readonly id: string;
  /** Share of people. */
  readonly share: number;
  readonly accelerator: 'gpu' | 'tpu' | 'cpu';
}

/** Where a scenario names none. */
export const ONLY_POOL = { id: 'main', share: 1, accelerator: 'gpu' } as const;

export interface BuildSpec {
  readonly build: string;
  readonly platform: 'android' | 'ios' | 'web';
  /** Adoption share among the platform's people, linear between points; before the first point nobody has it. */
  readonly adoption: readonly { readonly tick: number; readonly share: number }[];
}

/** A ranker version: a configuration whose weights are trained daily on the logs. */
export interface ModelSpec {
  readonly version: string;
  /** Actions of history it reads. */
  readonly historyCap: number;
  /** Relative gain of this version's feature set (0: none); how well it can see relevance, not what it does to people. */
  readonly lift: number;
  /** Milliseconds it adds at the median. */
  readonly latencyMs: number;
  /** Rehearsed, artefact kept, features still served: can one go back to it? */
  readonly ready: {
    readonly artefact: boolean;
    readonly rehearsedDaysAgo: number | null;
    readonly featuresServed: boolean;
  };
}

export interface RolloutSpec {
  readonly id: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** Share of people served `to`, from that tick on. */
  readonly stages: readonly { readonly tick: number; readonly share: number }[];
  readonly owner: string;
  readonly experiment: boolean;
}
