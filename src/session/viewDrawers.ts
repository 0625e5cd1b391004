/** What a run shows in its drawers: chat, changes, tickets, runbooks, the board, notes, the closing. */
import type { PredictionAnswer } from './predictionWords.ts';

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
  readonly tick: number;
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
  /** Something was read since the latest order took effect. */
  readonly isRead: boolean;
  readonly causes: readonly { readonly id: string; readonly label: string }[];
  readonly preventions: readonly { readonly id: string; readonly label: string }[];
  /** A colleague's draft of the postmortem, of which sentences may be struck by their number from 1. */
  readonly draft: {
    readonly by: string;
    readonly role: string;
    readonly sentences: readonly string[];
  };
}
