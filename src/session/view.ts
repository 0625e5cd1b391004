/**
 * What a page, a terminal or a headless player sees of a run: plain data, a pure function of the log and the world.
 * Nothing here reveals latent truth, the scenario's title or its hypotheses.
 */
import type { Scope } from '../sim/segments.ts';
import type { RadiusClaim } from './commands.ts';
import type {
  BoardView,
  CastView,
  ChangeView,
  ClosingView,
  MessageView,
  NoteOffer,
  NoteView,
  RunbookView,
  TicketView,
} from './viewDrawers.ts';
import type { BoardOfGauges, IdeasView, LensView } from './viewLens.ts';
import type { AppliedView, AxisView, MenuGroup, PendingView } from './viewMenu.ts';
import type { PanelView } from './viewPanels.ts';
import type { PipelineView } from './viewPipeline.ts';
import type { StripTile } from './viewStrip.ts';

export type * from './viewLens.ts';
export type * from './viewPipeline.ts';
export type * from './viewStrip.ts';
export type * from './viewPanels.ts';
export type * from './viewMenu.ts';
export type * from './viewDrawers.ts';

export type Phase = 'page' | 'scope' | 'reason' | 'act' | 'verify' | 'explain' | 'closed';
export const PHASES: readonly Phase[] = ['page', 'scope', 'reason', 'act', 'verify', 'explain'];

export interface View {
  readonly callSign: string;
  /** `minutes`: action-cost time; `days`: working days with a few looks each and a time-lapse between. */
  readonly clock: 'minutes' | 'days';
  readonly now: ClockView;
  readonly phase: Phase;
  readonly page: PageView;
  /** Who had the shift before, and what they did; null where nobody had. */
  readonly handover: HandoverView | null;
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

export interface HandoverView {
  readonly from: string;
  readonly atLabel: string;
  readonly note: string;
  /** Oldest first. */
  readonly moves: readonly { readonly atLabel: string; readonly label: string }[];
}

export interface PageView {
  readonly atLabel: string;
  readonly headline: string;
  /** What the alert reads, and what it cannot say. */
  readonly reads: string;
  readonly cannotSay: string;
  /** How often its rule fires where nothing is wrong; null where that is not known. */
  readonly idleRings: string | null;
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
