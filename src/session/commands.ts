/**
 * The one command grammar of a run. Buttons, palette, text mode and the headless interface all produce these; a run
 * is the scenario, the seed and the list of these, nothing else.
 */
import type { LensLook, MetricLook } from '../scenario/handover.ts';
import type { GaugeCut, GaugeId } from '../sim/gauges.ts';
import type { InterventionSpec } from '../sim/interventions.ts';
import type { ItemMetric } from '../sim/itemSegments.ts';
import type { MetricId } from '../sim/metrics.ts';
import type { Scope } from '../sim/segments.ts';
import type { ItemCut } from '../sim/telemetry/itemCells.ts';

/** What a look opens. Opening costs minutes once; an opened view then stays live. */
export type Look =
  | LensLook
  | MetricLook
  /** A gauge of the machinery, its data, its models or of what people say, cut by at most one of its own cuts. */
  | { readonly view: 'gauge'; readonly gauge: GaugeId; readonly by: GaugeCut | null }
  /** A metric of ideas by one or two dimensions, at least one of them of ideas, as shown to a scope of people. */
  | {
      readonly view: 'items';
      readonly metric: ItemMetric;
      readonly by: readonly ItemCut[];
      readonly scope: Scope;
    }
  /** Which snapshot of which version was trained on which rows, and when. */
  | { readonly view: 'lineage' }
  /** Recall of each candidate source on fixed probes. */
  | { readonly view: 'probes' }
  /** Client-logged saves beside server-side writes, on a scope. */
  | { readonly view: 'sources'; readonly scope: Scope }
  /** Candidates, ranked, shown, saved: stage by stage, with the value each stage keeps. */
  | { readonly view: 'funnel'; readonly scope: Scope }
  /** Distribution of the inputs a request reads (history length, embedding norm, counters), now against before. */
  | { readonly view: 'features'; readonly scope: Scope }
  /** Calibration by slice, score histogram, non-finite count, age and lineage of the versions in service. */
  | { readonly view: 'model'; readonly scope: Scope }
  /** Rows, label rates by build, newest event, quarantine: what the next training run will read. */
  | { readonly view: 'training' }
  /** Arms, sample ratio, effect per metric and cohort with intervals. */
  | { readonly view: 'experiments' }
  /** Who is shown: concentration, creators by tier, coverage, entropy. */
  | { readonly view: 'ecosystem' }
  /** Latency, errors, fallbacks by stage. */
  | { readonly view: 'serving' }
  /** The slate really served to one person, now and before. */
  | { readonly view: 'person'; readonly scope: Scope; readonly nth: number }
  /** Everything that changed lately, guilty and innocent. */
  | { readonly view: 'changes' }
  | { readonly view: 'tickets' }
  | { readonly view: 'runbook'; readonly id: string }
  /** Segments ranked by how much they contribute to the deviation of a metric; suggests, never names a cause. */
  | { readonly view: 'differs'; readonly metric: MetricId };

export type LookView = Look['view'];

/** A test costs time and can fail to separate anything. */
export type Test =
  /** Replay 500 recent requests of the scope with one stage or version swapped; reports the change in expected saves. */
  | {
      readonly test: 'replay';
      readonly swap: 'model' | 'history' | 'generator' | 'popularity';
      readonly to: string;
      readonly scope: Scope;
    }
  /** Score the same requests with two versions; no behaviour. */
  | { readonly test: 'shadow'; readonly a: string; readonly b: string; readonly scope: Scope }
  /** Serve 1 % of the scope by another version for a while; real behaviour, wide interval. */
  | { readonly test: 'reroute'; readonly to: string; readonly scope: Scope }
  /** Compare events emitted by a build in a test harness with events logged. */
  | { readonly test: 'event-audit'; readonly build: string }
  /** A fixed set of requests with known good answers through one version. */
  | { readonly test: 'golden'; readonly version: string }
  /** Inputs as logged at serving against the same as joined for training. */
  | { readonly test: 'parity'; readonly scope: Scope }
  /** Label rates by head: since a minute against the same hours before, or two builds or versions. */
  | {
      readonly test: 'label-diff';
      readonly by: 'window';
      readonly sinceTick: number;
      readonly scope: Scope;
    }
  | {
      readonly test: 'label-diff';
      readonly by: 'pair';
      readonly a: string;
      readonly b: string;
      readonly scope: Scope;
    }
  /** Which other series moved like this one since a minute? */
  | {
      readonly test: 'similar';
      readonly metric: MetricId;
      readonly sinceTick: number;
      readonly scope: Scope;
    }
  /** Which running rollout or experiment explains the change? */
  | { readonly test: 'effects'; readonly metric: MetricId; readonly scope: Scope };

export interface Prediction {
  readonly expect: 'up' | 'flat' | 'down';
}

/** A sentence of the board, from found words. */
export interface Sentence {
  /** One of the vocabulary ids of `MECHANISM_WORDS`, or `nothing` (nothing is wrong) or `other`. */
  readonly mechanism: string;
  /** One of `COMPONENT_WORDS`. */
  readonly component: string;
  readonly sinceTick: number | null;
  readonly metric: MetricId;
  readonly hits: Scope;
  readonly spares: Scope;
}

/** The blast radius as declared: three layers, each possibly nobody, and who is thought to be fine. */
export interface RadiusClaim {
  /** Whose numbers moved. `null`: not said yet; `[]`: nobody. */
  readonly reading: Scope | null;
  readonly hurtNow: Scope | null;
  readonly hurtLater: Scope | null;
  readonly witness: Scope | null;
  readonly sinceTick: number | null;
  readonly severity: 'none' | 'low' | 'high' | 'critical' | null;
}

/** A status note is made of offered claims; each exists in several registers, one of them saying too much. */
export interface NoteDraft {
  readonly audience: 'team' | 'partners' | 'creators';
  /** Ids of offered claims (`NoteOffer.id`), each with the register chosen. */
  readonly claims: readonly { readonly offer: string; readonly register: string }[];
  readonly nextUpdateMinutes: number | null;
}

/** Every confidence is in per cent, 0..100. */
export type Command =
  | { readonly kind: 'look'; readonly look: Look; readonly predict?: Prediction }
  | { readonly kind: 'declare'; readonly radius: RadiusClaim }
  | { readonly kind: 'hypothesise'; readonly sentence: Sentence; readonly confidence: number }
  | { readonly kind: 'suspect'; readonly suspect: string; readonly confidence: number }
  | { readonly kind: 'confidence'; readonly hypothesis: string; readonly confidence: number }
  | {
      readonly kind: 'link';
      readonly hypothesis: string;
      readonly reading: string;
      readonly relation: 'supports' | 'refutes' | 'none';
    }
  | { readonly kind: 'strike'; readonly hypothesis: string; readonly struck: boolean }
  | { readonly kind: 'pin'; readonly reading: string; readonly pinned: boolean }
  | { readonly kind: 'test'; readonly test: Test; readonly predict?: Prediction }
  | { readonly kind: 'act'; readonly act: InterventionSpec }
  | { readonly kind: 'undo'; readonly intervention: string }
  | { readonly kind: 'ask'; readonly who: string; readonly about: string }
  | { readonly kind: 'say'; readonly note: NoteDraft }
  | { readonly kind: 'wait'; readonly minutes: number; readonly trigger?: WaitTrigger }
  /** Slow clock only: end the working day with a stand-up commitment; time-lapse to the next morning. */
  | { readonly kind: 'next-day'; readonly days: number; readonly trigger?: WaitTrigger }
  | {
      readonly kind: 'close';
      readonly cause: string | null;
      readonly confidence: number;
      readonly prevention: string | null;
      /**
       * Sentences struck from the colleague's draft, by their number from 1, rising; empty: read, and all kept. Absent: nobody
       * read it.
       */
      readonly struck?: readonly number[];
    };

/** Written before waiting: stop early when the metric crosses the bound. */
export interface WaitTrigger {
  readonly metric: MetricId;
  readonly scope: Scope;
  readonly op: 'above' | 'below';
  readonly percentOfBaseline: number;
}

export type CommandKind = Command['kind'];
