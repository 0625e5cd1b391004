/** What the player has on the desk: opened views, the declared radius, the board, notes. Plain data, never mutated. */
import type { Dimension, Surface } from '../sim/segments.ts';
import type { MetricId } from '../sim/metrics.ts';
import type { Look, NoteDraft, Prediction, RadiusClaim, Sentence, Test } from './commands.ts';
import type { PredictionAnswer } from './predictionWords.ts';

export interface OpenPanel {
  readonly id: string;
  readonly look: Look | null;
  readonly test: Test | null;
  readonly openedTick: number;
  readonly predict: Prediction | null;
}

/** A test under way, or done with its findings fixed. */
export interface RunningTest {
  readonly id: string;
  readonly test: Test;
  readonly orderedTick: number;
  readonly doneTick: number;
  readonly predict: Prediction | null;
  readonly result: TestResult | null;
}

export interface TestResult {
  readonly title: string;
  readonly summary: string;
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly marked: readonly number[];
  /** The one number a prediction can be held against: per cent and its standard error. */
  readonly figure: { readonly value: number; readonly error: number } | null;
}

/** Something that was read at a minute: what pinning, links and claims refer to. */
export interface ReadingRecord {
  readonly id: string;
  readonly panel: string;
  readonly view: string;
  readonly label: string;
  readonly tick: number;
  readonly summary: string;
  /** What the world answered to a prediction made before this was read. */
  readonly answer: PredictionAnswer | null;
}

export interface Hypothesis {
  readonly id: string;
  readonly label: string;
  readonly sentence: Sentence | null;
  readonly suspect: string | null;
  readonly struck: boolean;
  readonly confidence: number;
  readonly history: readonly { readonly tick: number; readonly confidence: number }[];
  readonly links: readonly {
    readonly reading: string;
    readonly relation: 'supports' | 'refutes';
  }[];
}

export interface Message {
  readonly id: string;
  readonly from: string;
  readonly tick: number;
  readonly text: string;
  readonly wants: boolean;
  readonly own: boolean;
}

export interface Desk {
  readonly lens: {
    readonly metric: MetricId;
    readonly by: readonly Dimension[];
    readonly surface: Surface | 'all';
  };
  /** Lens views paid for, by key. */
  readonly lensOpened: readonly string[];
  readonly panels: readonly OpenPanel[];
  readonly tests: readonly RunningTest[];
  readonly readings: readonly ReadingRecord[];
  readonly pinned: readonly string[];
  readonly radius: RadiusClaim;
  readonly radiusHistory: readonly { readonly tick: number; readonly claim: RadiusClaim }[];
  readonly hypotheses: readonly Hypothesis[];
  readonly messages: readonly Message[];
  readonly asked: readonly {
    readonly who: string;
    readonly about: string;
    readonly tick: number;
    readonly answerTick: number | null;
  }[];
  readonly notes: readonly { readonly tick: number; readonly note: NoteDraft }[];
  readonly changesOpened: boolean;
  readonly ticketsOpened: boolean;
  readonly runbooksOpened: readonly string[];
  readonly looksToday: number;
  readonly closed: {
    readonly tick: number;
    readonly cause: string | null;
    readonly confidence: number;
    readonly prevention: string | null;
    /** Sentences struck from the draft; null: it was not read. */
    readonly struck: readonly number[] | null;
  } | null;
  readonly said: string;
}

export const UNDECLARED: RadiusClaim = {
  reading: null,
  hurtNow: null,
  hurtLater: null,
  witness: null,
  sinceTick: null,
  severity: null,
};

/** The lens opens on what the page's own rule reads: its metric, on its surface. */
export function emptyDesk(metric: MetricId, surface: Surface | 'all'): Desk {
  return {
    lens: { metric, by: [], surface },
    // As `lensKey` has it, which knows commands and so cannot be asked from here.
    lensOpened: [`${metric}|${surface}|`],
    panels: [],
    tests: [],
    readings: [],
    pinned: [],
    radius: UNDECLARED,
    radiusHistory: [],
    hypotheses: [],
    messages: [],
    asked: [],
    notes: [],
    changesOpened: false,
    ticketsOpened: false,
    runbooksOpened: [],
    looksToday: 0,
    closed: null,
    said: '',
  };
}
