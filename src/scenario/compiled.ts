/**
 * A compiled scenario: checked, resolved, every clock turned into a tick. A `ScenarioDocument` (what a file says) is
 * another type; only `compile` makes one of these, and only from a document without errors.
 *
 * Ticks are simulated minutes since the world began, which is a Monday 00:00 UTC.
 */
import type { Fault } from '../sim/faults.ts';
import type { InterventionSpec } from '../sim/interventions.ts';
import type { MetricId } from '../sim/metrics.ts';
import type { Dimension, Scope, Surface } from '../sim/segments.ts';
import type { WorldSetup } from '../sim/setup.ts';
import type { Handover } from './handover.ts';
import type { TwinPart } from './twinParts.ts';

export interface CompiledScenario {
  readonly id: string;
  readonly version: number;
  /** Shown only at the debrief. */
  readonly title: string;
  readonly callSign: string;
  readonly questions: readonly number[];
  readonly concepts: readonly string[];
  readonly difficulty: 1 | 2 | 3 | 4 | 5;
  readonly grounding: string;
  readonly clock: 'minutes' | 'days';
  readonly defaultSeed: string;
  readonly world: WorldSetup;
  readonly page: PageSpec;
  readonly faults: readonly Fault[];
  readonly changes: readonly ChangeSpec[];
  readonly cast: readonly CastSpec[];
  readonly runbooks: readonly {
    readonly id: string;
    readonly title: string;
    readonly updated: string;
    readonly paragraphs: readonly string[];
  }[];
  readonly tickets: readonly TicketSpec[];
  readonly chart: ChartSpec;
  readonly suspects: readonly {
    readonly id: string;
    readonly label: string;
    readonly hypothesis: string;
  }[];
  readonly hypotheses: readonly HypothesisSpec[];
  /** Reference lines: several ways of playing it well, as steps after the page. */
  readonly references: readonly PlayLine[];
  /** Tempting wrong ones, by the same grammar. */
  readonly wrong: readonly PlayLine[];
  readonly recovery: RecoverySpec;
  readonly postmortem: {
    readonly causes: readonly {
      readonly id: string;
      readonly label: string;
      readonly true: boolean;
    }[];
    readonly preventions: readonly PreventionSpec[];
    /** What the incident itself says of the colleague's draft; absent: nothing. */
    readonly draft?: DraftSpec | undefined;
    /** Told at the debrief: what caused it and how it spread. */
    readonly story: readonly string[];
    /** What the safe and unsafe verdict sentences are built from. */
    readonly interview: string;
  };
  readonly offers: readonly OfferSpec[];
  readonly expectations: readonly Expectation[];
  /** Which principles this incident exercises, most telling first. */
  readonly principles: readonly string[];
  /** What reversing the nearest model change does here, as the author claims and the proofs check. */
  readonly rollback: 'right' | 'partial' | 'irrelevant' | 'harmful';
  /** What differs in its twin, see `variants.ts`; absent: there is none, or the choice has been made. */
  readonly twin?: TwinScenario;
  /** The same case taken over half way, see `variants.ts`; absent: there is none, or the choice has been made. */
  readonly inherited?: InheritedScenario;
  /** Who had the shift before whoever plays, and what they did; absent: the case is played from its page. */
  readonly handover?: TakenOver;
}

export interface PreventionSpec {
  readonly id: string;
  readonly label: string;
  /** In the author's judgement. */
  readonly helps: boolean;
  /** The item as a rule that can be tried out; null: it can only be told. */
  readonly alert: {
    readonly rule: AlertRule;
    /** What a machine does as soon as it rings; none: a person is called. */
    readonly acts: readonly InterventionSpec[];
  } | null;
}

export interface AlertRule {
  readonly metric: MetricId;
  readonly scope: Scope;
  readonly surface: Surface | 'all';
  readonly op: 'above' | 'below';
  /** Deviation from baseline, per cent. */
  readonly percent: number;
  /** It reads so many minutes at a time. */
  readonly minutes: number;
}
export type TwinScenario = Pick<CompiledScenario, TwinPart | 'changes'>;

export interface TakenOver extends Handover {
  /** The lines of play that work from the page, where nobody had the shift before. */
  readonly fromPage: readonly PlayLine[];
}

/** What differs where a case is taken over half way; its lines of play begin when the shift changes hands. */
export interface InheritedScenario extends Pick<CompiledScenario, 'callSign' | 'references'> {
  /** Who had the shift; joins the cast. */
  readonly colleague: CastSpec;
  readonly handover: Handover;
}

export interface PageSpec {
  /** The rule that must fire (on at least 95 % of seeds) by the page tick. */
  readonly rule: AlertRule;
  /** May hold `{deviation}`, filled with the shown reading. The default-seed text is shipped for first paint. */
  readonly headline: string;
  readonly shippedHeadline: string;
  readonly reads: string;
  readonly cannotSay: string;
}

export interface ChangeSpec {
  readonly id: string;
  readonly tick: number;
  readonly kind:
    | 'code'
    | 'config'
    | 'model'
    | 'data'
    | 'index'
    | 'experiment'
    | 'client'
    | 'third party'
    | 'calendar';
  readonly text: string;
  readonly owner: string;
  readonly guilty: boolean;
}

export interface CastSpec {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Minutes until an answer comes; null: asleep or away. */
  readonly answersIn: number | null;
  readonly available: string;
  readonly topics: readonly {
    readonly id: string;
    readonly label: string;
    readonly answer: string;
  }[];
  readonly fallback: string;
}

export interface TicketSpec {
  readonly id: string;
  readonly tick: number;
  readonly theme: string;
  readonly text: string;
  /** Only arrives while the metric is off by at least this on the scope; absent: always. */
  readonly when?: Condition;
}

export interface HypothesisSpec {
  readonly id: string;
  readonly label: string;
  readonly truth: boolean;
  readonly mechanisms: readonly string[];
  readonly components: readonly string[];
  readonly prior: number;
  /** What clears or convicts it, told at the debrief. */
  readonly tell: string;
  /** What would be wrong if it were so; of the truth, what is. Null: nobody can say, so it is not run. */
  readonly faults: readonly Fault[] | null;
}

export interface PlayLine {
  readonly id: string;
  readonly label: string;
  /** Orders of whoever had the shift before that are taken back first; absent: none. */
  readonly undo?: readonly string[];
  readonly steps: readonly { readonly afterMinutes: number; readonly act: InterventionSpec }[];
}

export interface RecoverySpec {
  readonly conditions: readonly MetricCondition[];
  readonly holdMinutes: number;
  /** Things left behind that must be seen to: intervention kinds, any one of each group. */
  readonly repairs: readonly {
    readonly label: string;
    readonly anyOf: readonly InterventionSpec['kind'][];
  }[];
}

export interface OfferSpec {
  readonly id: string;
  readonly topic: string;
  readonly registers: readonly {
    readonly id: string;
    readonly text: string;
    readonly needs: readonly NoteNeed[];
  }[];
}

export interface DraftSpec {
  /** Id in the cast. */
  readonly author?: string | undefined;
  readonly sentences?:
    | readonly { readonly text: string; readonly needs: readonly NoteNeed[] }[]
    | undefined;
}

/** What must be on the log for a sentence to be honest when it is sent. */
export type NoteNeed =
  | { readonly need: 'looked'; readonly view: string }
  | { readonly need: 'declared'; readonly layer: 'reading' | 'hurtNow' | 'hurtLater' }
  /** An order of one of these kinds stands. */
  | { readonly need: 'acted'; readonly kinds: readonly string[] }
  | { readonly need: 'recovered' }
  | { readonly need: 'never' };

export interface Expectation {
  readonly id: string;
  readonly metric: MetricId;
  readonly scope: Scope;
  readonly surface: Surface | 'all';
  /** Minutes after the page (negative: before) of the window's start and end. */
  readonly window: readonly [number, number];
  readonly expect: 'down' | 'up' | 'flat';
  /** Per cent against the fault-free world: at least (moves) or at most (flat). */
  readonly percent: number;
}

// ── The chart: the incident's own state machine, as data ─────────────────────────────────────────────────────────

export interface ChartSpec {
  readonly initial: string;
  readonly states: readonly StateSpec[];
}

export interface StateSpec {
  readonly id: string;
  readonly final: boolean;
  readonly entry: readonly Effect[];
  readonly transitions: readonly {
    readonly to: string;
    readonly when: Condition;
    readonly effects: readonly Effect[];
  }[];
}

export interface MetricCondition {
  readonly if: 'metric';
  readonly metric: MetricId;
  readonly scope: Scope;
  readonly surface: Surface | 'all';
  readonly op: 'above' | 'below';
  /** Deviation from baseline, per cent. */
  readonly percent: number;
  readonly forMinutes: number;
  /** Hours it is read over; absent: one, as an alert reads it. */
  readonly hours?: number;
}

/** Conditions read shown telemetry, time and commands; truth never. */
export type Condition =
  | { readonly if: 'elapsed'; readonly minutes: number }
  | { readonly if: 'reached'; readonly tick: number }
  | MetricCondition
  | { readonly if: 'acted'; readonly kinds: readonly InterventionSpec['kind'][] }
  | { readonly if: 'not-acted'; readonly kinds: readonly InterventionSpec['kind'][] }
  | { readonly if: 'looked'; readonly view: string }
  | { readonly if: 'declared' }
  | { readonly if: 'said' }
  | { readonly if: 'closed' }
  | { readonly if: 'all'; readonly of: readonly Condition[] }
  | { readonly if: 'any'; readonly of: readonly Condition[] };

export type Effect =
  | { readonly do: 'alert'; readonly text: string }
  | {
      readonly do: 'message';
      readonly from: string;
      readonly text: string;
      readonly wants: boolean;
    }
  | {
      readonly do: 'deadline';
      readonly id: string;
      readonly label: string;
      readonly inMinutes: number;
    }
  | { readonly do: 'arm-promotion'; readonly version: string; readonly atTick: number }
  | { readonly do: 'ramp'; readonly rollout: string; readonly share: number }
  | { readonly do: 'allow'; readonly commands: readonly string[] }
  | { readonly do: 'forbid'; readonly commands: readonly string[]; readonly because: string }
  | { readonly do: 'worsen'; readonly fault: string; readonly factor: number }
  | { readonly do: 'close'; readonly because: string };

/** A dimension value list that a scenario adds: builds, arms, model versions. */
export type ScenarioValues = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** What the page needs before any world exists; compiled into the first script. */
export interface PagerCard {
  readonly id: string;
  readonly callSign: string;
  readonly clock: 'minutes' | 'days';
  readonly difficulty: number;
  readonly atLabel: string;
  readonly headline: string;
  readonly reads: string;
  readonly cannotSay: string;
  readonly defaultSeed: string;
  /** Campaign position; 0-based. */
  readonly order: number;
  /** One line that teases without naming cause, concept or title. */
  readonly tease: string;
  /** Of a case taken over half way; absent: it is played from its page. */
  readonly handover?: {
    /** Id of the incident. */
    readonly of: string;
    readonly from: string;
    readonly atLabel: string;
    readonly note: string;
  };
}
