/**
 * What a page, a terminal or a headless player sees of a run: plain data, a pure function of the log and the world.
 * Nothing here reveals latent truth, the scenario's title or its hypotheses.
 */
import type { Board, GaugeCut, GaugeId } from '../sim/gauges.ts';
import type { InterventionSpec } from '../sim/interventions.ts';
import type { ItemMetric } from '../sim/itemSegments.ts';
import type { MetricId } from '../sim/metrics.ts';
import type { Dimension, Scope, Surface } from '../sim/segments.ts';
import type { ItemCut } from '../sim/telemetry/itemReadings.ts';
import type { Command, Look, RadiusClaim, Test } from './commands.ts';
import type { PredictionAnswer } from './predictionWords.ts';

export type Phase = 'page' | 'scope' | 'reason' | 'act' | 'verify' | 'explain' | 'closed';
export const PHASES: readonly Phase[] = ['page', 'scope', 'reason', 'act', 'verify', 'explain'];

export interface View {
  readonly callSign: string;
  /** `minutes`: action-cost time; `days`: working days with a few looks each and a time-lapse between. */
  readonly clock: 'minutes' | 'days';
  readonly now: ClockView;
  readonly phase: Phase;
  readonly page: PageView;
  readonly strip: readonly StripTile[];
  readonly radius: RadiusView;
  readonly lens: LensView;
  readonly pipeline: PipelineView;
  readonly boards: readonly BoardOfGauges[];
  readonly ideas: IdeasView;
  /** Opened panels, newest first; they stay live. */
  readonly panels: readonly PanelView[];
  readonly menu: readonly MenuGroup[];
  readonly pending: readonly PendingView[];
  readonly axis: AxisView;
  readonly chat: readonly MessageView[];
  /** Who can be asked, and about what. */
  readonly cast: readonly CastView[];
  readonly changes: {
    readonly opened: boolean;
    readonly price: number;
    readonly count: number;
    readonly items: readonly ChangeView[];
  };
  readonly tickets: {
    readonly opened: boolean;
    readonly price: number;
    readonly count: number;
    readonly items: readonly TicketView[];
  };
  readonly runbooks: readonly RunbookView[];
  readonly board: BoardView;
  readonly notes: readonly NoteView[];
  readonly offers: readonly NoteOffer[];
  readonly applied: readonly AppliedView[];
  readonly closing: ClosingView;
  /** Last thing that happened, one sentence, for the live region and the text mode. */
  readonly said: string;
}

export interface ClockView {
  /** Simulated minutes since the world began. */
  readonly tick: number;
  /** e.g. `Tue 14:23`. */
  readonly label: string;
  readonly minutesSincePage: number;
  /** Slow clock: looks left today. */
  readonly looksLeft: number | null;
}

export interface PageView {
  readonly atLabel: string;
  readonly headline: string;
  /** What the alert reads, and what it cannot say. */
  readonly reads: string;
  readonly cannotSay: string;
}

/** A tile of the free health strip. */
export interface StripTile {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** Deviation from baseline in per cent, with its standard error; null where none applies. */
  readonly deviation: number | null;
  readonly error: number | null;
  readonly state: 'fine' | 'watch' | 'bad';
  /** Last 24 points, for a sparkline; the minute each begins at, and what it reads. */
  readonly spark: readonly number[];
  readonly sparkTicks: readonly number[];
  readonly sparkValues: readonly string[];
}

export interface RadiusView {
  readonly claim: RadiusClaim;
  readonly declaredAt: string | null;
  readonly revisions: number;
  /** What undeclared fields default to, in words: `everyone`. */
  readonly targetLabel: string;
  readonly target: Scope;
  /** Real people the reading layer stands for, and the whole population, in millions. */
  readonly peopleMillions: number;
  readonly populationMillions: number;
}

export interface LensView {
  readonly metric: MetricId;
  readonly by: readonly Dimension[];
  readonly surface: Surface | 'all';
  readonly price: number;
  readonly metrics: readonly { readonly id: MetricId; readonly label: string }[];
  readonly dimensions: readonly {
    readonly id: Dimension;
    readonly label: string;
    readonly opened: boolean;
  }[];
  readonly columns: readonly LensAxisValue[];
  readonly rows: readonly LensAxisValue[];
  /** Row-major: `rows.length × columns.length` (at least 1 × 1). */
  readonly cells: readonly LensCell[];
  /** Per cent at which the colours are full, either way: small moves are worth seeing too. */
  readonly range: 20 | 40;
  /** One entry a simulated person. */
  readonly dots: LensDots;
  /** One sentence describing what the lens shows. */
  readonly summary: string;
}

/** What the dashboards can be asked for beside the lens's metrics: boards of gauges, each with its own cuts. */
export interface BoardOfGauges {
  readonly id: Board;
  readonly label: string;
  readonly gauges: readonly {
    readonly id: GaugeId;
    readonly label: string;
    readonly cuts: readonly { readonly id: GaugeCut; readonly label: string }[];
    /** Why it cannot be cut by anything else. */
    readonly counted: string;
  }[];
}

/** What can be asked of ideas, and what they can be cut by. */
export interface IdeasView {
  readonly metrics: readonly { readonly id: ItemMetric; readonly label: string }[];
  /** Dimensions of ideas first, then those of people. */
  readonly cuts: readonly { readonly id: ItemCut; readonly label: string; readonly own: boolean }[];
}

export interface LensAxisValue {
  readonly key: string;
  readonly label: string;
}

export interface LensCell {
  readonly column: string | null;
  readonly row: string | null;
  /** Deviation of the metric from its own baseline, per cent. Null: nobody here. */
  readonly deviation: number | null;
  /** Standard error of that deviation, percentage points. */
  readonly error: number | null;
  /** Simulated people in the cell, and the real millions they stand for. */
  readonly dots: number;
  readonly millions: number;
  readonly layers: readonly ('reading' | 'hurtNow' | 'hurtLater' | 'witness')[];
  /** The conjunction this cell stands for. */
  readonly scope: Scope;
}

export interface LensDots {
  /** Index into `cells` for each dot. */
  readonly cell: Uint16Array;
  /** Deviation in per cent, as the logs say it of that person, shrunk towards the cell. */
  readonly value: Float32Array;
}

/** Where an idea passes on its way to people and back into training. */
export type PipelineStageId =
  | 'clients'
  | 'interest'
  | 'similar'
  | 'popular'
  | 'fresh'
  | 'cosave'
  | 'query'
  | 'ranker'
  | 'blending'
  | 'slate'
  | 'log'
  | 'training';

/** What flows through serving, free to look at like the strip: shares, versions, ages; never a cause. */
export interface PipelineView {
  /** What `now` in the shares covers, in words. */
  readonly covers: string;
  /** Share of impressions, now and in the two weeks before; in the order of topic ids. */
  readonly topics: readonly ShareView[];
  /** The same by candidate generator. */
  readonly generators: readonly ShareView[];
  readonly stages: readonly PipelineStage[];
  /** One sentence. */
  readonly summary: string;
}

/** Both shares are 0..1 and sum to 1 over their list. */
export interface ShareView {
  readonly id: string;
  readonly label: string;
  readonly now: number;
  readonly before: number;
}

export interface PipelineStage {
  readonly id: PipelineStageId;
  readonly label: string;
  /** From the strip and the shares shown here. */
  readonly health: StripTile['state'];
  /** False: switched off by an order of yours. */
  readonly running: boolean;
  /** Versions in service with their share of traffic; empty where there is none. */
  readonly version: string;
  /** Since the index was built or the last training ended; empty where nothing ages. */
  readonly age: string;
  /** What its health is read from. */
  readonly note: string;
}

interface PanelBase {
  readonly id: string;
  /** Reading id: what pinning refers to. Changes when the panel's content is re-read. */
  readonly reading: string;
  readonly title: string;
  readonly look: Look | null;
  readonly test: Test | null;
  readonly openedAt: string;
  /** Text equivalent: what a screen-reader player and the text mode get. */
  readonly summary: string;
  readonly pinned: boolean;
  /** What the world answered to the prediction made before it was opened. */
  readonly answer: PredictionAnswer | null;
  readonly help: string;
}

export interface SeriesLine {
  readonly key: string;
  readonly label: string;
  /** Null: no data. */
  readonly values: readonly (number | null)[];
  readonly baseline: readonly number[];
  /** Deviation of the last hours from baseline, per cent, and its standard error. */
  readonly deviation: number | null;
  readonly error: number | null;
}

export interface SeriesPanel extends PanelBase {
  readonly kind: 'series';
  readonly unit: string;
  /** Bucket start ticks. */
  readonly ticks: readonly number[];
  readonly tickLabels: readonly string[];
  readonly lines: readonly SeriesLine[];
  /** Half-width of the noise band around the first line's baseline, relative (0.02 = 2 %). */
  readonly band: number;
  readonly markers: readonly {
    readonly tick: number;
    readonly label: string;
    readonly kind: 'change' | 'job' | 'page' | 'you';
  }[];
}

/** Labelled bars with a comparison: distributions, funnels, calibration by slice, label rates. */
export interface BarsPanel extends PanelBase {
  readonly kind: 'bars';
  readonly unit: string;
  readonly groups: readonly {
    readonly label: string;
    readonly bars: readonly {
      readonly label: string;
      readonly now: number;
      readonly before: number | null;
      readonly error: number | null;
      readonly flag: boolean;
    }[];
  }[];
}

export interface TablePanel extends PanelBase {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Row indices that the panel itself marks as outside their band. */
  readonly marked: readonly number[];
}

export interface PhonePanel extends PanelBase {
  readonly kind: 'phone';
  /** A short portrait from logged facts only. */
  readonly person: string;
  readonly before: readonly Tile[];
  readonly now: readonly Tile[];
}

export interface TextPanel extends PanelBase {
  readonly kind: 'text';
  readonly paragraphs: readonly string[];
}

export type PanelView = SeriesPanel | BarsPanel | TablePanel | PhonePanel | TextPanel;

/** One tile of a slate: enough to draw procedural art and to explain its provenance. */
export interface Tile {
  readonly idea: number;
  readonly topic: number;
  readonly topicLabel: string;
  readonly look: number;
  /** 0..1, how well made it seems. */
  readonly polish: number;
  readonly seed: number;
  readonly position: number;
  readonly generator: string;
  /** Served scores by head; null where the score was not finite. */
  readonly scores: readonly { readonly head: string; readonly value: number | null }[];
  readonly why: string;
}

export interface MenuGroup {
  readonly group: 'look' | 'test' | 'hold' | 'change' | 'say';
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** A line of the full menu. The same in every incident; what is not possible now says why. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** Minutes of yours, and minutes until it is complete. */
  readonly cost: number;
  readonly lag: number;
  readonly undo: 'yes' | 'no' | 'not needed';
  /** Does the declared radius narrow it? */
  readonly takesScope: boolean;
  readonly disabled: string | null;
  /** Choices to make before it can run; each option carries a finished command. Empty: `command` runs as it is. */
  readonly choices: readonly MenuChoice[];
  readonly command: Command | null;
}

export interface MenuChoice {
  readonly label: string;
  readonly detail: string;
  readonly command: Command;
}

export interface PendingView {
  readonly id: string;
  readonly label: string;
  readonly doneAtTick: number;
  readonly doneAtLabel: string;
  readonly minutesLeft: number;
}

export interface AppliedView {
  readonly id: string;
  readonly label: string;
  readonly spec: InterventionSpec;
  readonly atLabel: string;
  readonly state: 'under way' | 'in effect' | 'undone' | 'failed';
  readonly canUndo: boolean;
  readonly note: string;
}

export interface AxisView {
  readonly fromTick: number;
  readonly toTick: number;
  readonly items: readonly {
    readonly tick: number;
    readonly label: string;
    readonly kind: 'move' | 'act' | 'declare' | 'job' | 'deadline' | 'message' | 'page';
    readonly future: boolean;
    readonly attention: boolean;
  }[];
}

export interface MessageView {
  readonly id: string;
  readonly tick: number;
  readonly from: string;
  readonly role: string;
  readonly atLabel: string;
  readonly text: string;
  /** Asks something of the player. */
  readonly wants: boolean;
  readonly own: boolean;
}

export interface CastView {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly available: string;
  readonly topics: readonly { readonly id: string; readonly label: string }[];
  readonly cost: number;
}

export interface ChangeView {
  readonly id: string;
  readonly atLabel: string;
  readonly tick: number;
  readonly kind: string;
  readonly text: string;
  readonly owner: string;
}

export interface TicketView {
  readonly id: string;
  readonly atLabel: string;
  readonly theme: string;
  readonly text: string;
}

export interface RunbookView {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  readonly opened: boolean;
  readonly paragraphs: readonly string[];
}

export interface BoardView {
  /** Ready-made suspects one may put up. */
  readonly suspects: readonly {
    readonly id: string;
    readonly label: string;
    readonly used: boolean;
  }[];
  readonly hypotheses: readonly HypothesisView[];
  readonly readings: readonly {
    readonly id: string;
    readonly label: string;
    readonly atLabel: string;
    readonly pinned: boolean;
    readonly summary: string;
    readonly answer: PredictionAnswer | null;
  }[];
  readonly words: {
    readonly mechanisms: readonly { readonly id: string; readonly label: string }[];
    readonly components: readonly { readonly id: string; readonly label: string }[];
  };
}

export interface HypothesisView {
  readonly id: string;
  readonly label: string;
  readonly confidence: number;
  readonly struck: boolean;
  readonly history: readonly { readonly tick: number; readonly confidence: number }[];
  readonly links: readonly {
    readonly reading: string;
    readonly label: string;
    readonly relation: 'supports' | 'refutes';
  }[];
}

/** A fact on offer for a status note, in registers from careful to too certain. */
export interface NoteOffer {
  readonly id: string;
  readonly topic: string;
  readonly registers: readonly { readonly id: string; readonly text: string }[];
}

export interface NoteView {
  readonly atLabel: string;
  readonly audience: string;
  readonly text: readonly string[];
  /** What the reader now believes, wrong beliefs marked once the run is over; empty during play. */
  readonly believed: readonly { readonly text: string; readonly supported: boolean }[];
}

export interface ClosingView {
  readonly allowed: boolean;
  /** What the engineer's own rule says is still open, in words. */
  readonly open: readonly string[];
  readonly causes: readonly { readonly id: string; readonly label: string }[];
  readonly preventions: readonly { readonly id: string; readonly label: string }[];
}
