/** What the analysis board shows once a run is closed. Plain data; every figure comes from re-running the world. */
import type { Touched } from '../analysis/marks/radii.ts';
import type { DraftView } from './draftView.ts';
import type { PreventionView } from './preventionView.ts';

export interface Debrief {
  readonly title: string;
  readonly callSign: string;
  readonly seed: string;
  /** One sentence: what the player did with this incident. */
  readonly verdict: string;
  readonly subline: string;
  readonly swing: Swing | null;
  readonly harm: HarmChart;
  readonly radius: RadiusTruth;
  readonly principles: readonly PrincipleResult[];
  /** What whoever had the shift before did, none of it judged; null where nobody had. */
  readonly inherited: InheritedView | null;
  readonly moves: readonly MoveView[];
  readonly bands: readonly {
    readonly id: 'impact' | 'process' | 'confidence';
    readonly label: string;
    readonly band: Band;
    readonly because: string;
  }[];
  /** Habits of thought that the board shows, as information: not scored. */
  readonly noticed: readonly string[];
  /** The colleague's draft, judged; absent: it was not read. */
  readonly draft?: DraftView;
  /** What would have helped, where no rule can be tried out in the world; else null. */
  readonly untried: readonly PreventionView[] | null;
  /** What caused it, told plainly, with how it spread. */
  readonly story: readonly string[];
  /** The answer this run gives to an interviewer, and the author's. */
  readonly interview: { readonly yours: string; readonly model: string };
  /** The replay: scenario, seed and commands, encoded. */
  readonly replay: string;
  /** Whether the incident's explanations can be run, and so told apart by what was read. */
  readonly traceable: boolean;
  /** What is kept of the run, for what only several runs can show. */
  readonly record: RunRecord;
  /** What these scores do not say. */
  readonly limits: string;
}

/** A confidence that was stated, and whether what it was in was so. */
export interface Stated {
  /** Per cent. */
  readonly percent: number;
  readonly right: boolean;
}

/** One run among several. */
export interface RunRecord {
  /** At the first change to production, by the board's leading hypothesis; null: nothing stood there, or nothing was changed. */
  readonly acting: Stated | null;
  /** In the cause named at closing; null: none was named. */
  readonly closing: Stated | null;
  /** Minutes beyond prompt between sufficient evidence and the remedy; null: prompt, or no remedy. */
  readonly late: number | null;
  /** The remedy was ordered before the readings sufficed. */
  readonly early: boolean;
  readonly radius: 'found' | 'overdrawn' | 'missed' | 'unsaid';
  /** The remedy that stood at the end reached everybody although a narrower one would have done. */
  readonly wide: boolean;
  /** See detections.ts; absent in records of before they were kept. */
  readonly anchored?: boolean;
  readonly closedEarly?: boolean;
  /** See confirmation.ts; absent where no explanation's worlds were run. */
  readonly confirmed?: boolean;
}

export type Band = 'poor' | 'fair' | 'good' | 'strong' | 'not exercised';

/** The decision after which the curves of the player and of the reference part most. */
export interface Swing {
  readonly move: number;
  readonly atLabel: string;
  readonly headline: string;
  readonly reason: string;
  /** Harm the swing cost, in the chart's unit. */
  readonly cost: number;
}

export type HarmLineId = 'nothing' | 'you' | 'reference' | 'rollback' | 'everything';

export interface HarmChart {
  readonly unit: string;
  /** The chart's units in a million saves. */
  readonly perMillion: number;
  readonly ticks: readonly number[];
  readonly tickLabels: readonly string[];
  readonly lines: readonly {
    readonly id: HarmLineId;
    readonly label: string;
    /** Cumulative harm at each tick; `low`/`high`: band over branch seeds, empty where not run. */
    readonly values: readonly number[];
    readonly low: readonly number[];
    readonly high: readonly number[];
    readonly total: number;
  }[];
  readonly markers: readonly { readonly tick: number; readonly label: string }[];
}

export interface RadiusTruth {
  readonly sentence: string;
  readonly layers: readonly {
    readonly layer: 'reading' | 'hurtNow' | 'hurtLater';
    readonly label: string;
    readonly truth: string;
    readonly claim: string;
    readonly precision: number | null;
    readonly recall: number | null;
    /** Something was claimed of this layer, be it nobody. */
    readonly said: boolean;
    /** The census found nobody. */
    readonly truthNobody: boolean;
    /** Groups the census found, and what they lose of the mean. */
    readonly touched: readonly Touched[];
  }[];
  readonly witness: { readonly claim: string; readonly unaffected: boolean | null };
  /** Cells for the picture: two dimensions, with the truth's loss and the claim's membership. */
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly {
    readonly loss: number;
    /** Share of its people who are hurt. */
    readonly hurt: number;
    readonly claimed: boolean;
    readonly people: number;
  }[];
}

export interface PrincipleResult {
  readonly id: string;
  readonly title: string;
  readonly verdict: 'kept' | 'broken' | 'not exercised';
  readonly questions: readonly number[];
  readonly because: string;
  /** Log lines behind it. */
  readonly lines: readonly string[];
  /** Why the weak move looked reasonable at the time; empty when kept. */
  readonly fair: string;
}

export interface InheritedView {
  readonly from: string;
  /** When the shift changed hands. */
  readonly atLabel: string;
  readonly moves: readonly {
    readonly atLabel: string;
    readonly label: string;
    /** What became of it; empty where nothing could. */
    readonly note: string;
  }[];
}

export interface MoveView {
  readonly index: number;
  readonly atLabel: string;
  readonly label: string;
  readonly minutes: number;
  readonly note: string;
  readonly retry: boolean;
}
