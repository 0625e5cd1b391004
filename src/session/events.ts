/** The append-only memory of a run: every command with its minute and cost, every effect, every reading, every order. */
import type { Effect } from '../scenario/compiled.ts';
import type { Command } from './commands.ts';
import type { ReadingRecord } from './desk.ts';

export type LogEvent =
  | {
      readonly kind: 'command';
      readonly index: number;
      readonly tick: number;
      readonly minutes: number;
      readonly command: Command;
      readonly label: string;
      /** Of an order, as the world calls it; else null. */
      readonly order: string | null;
    }
  /** Of whoever had the shift before. */
  | {
      readonly kind: 'inherited';
      readonly tick: number;
      readonly minutes: number;
      readonly command: Command;
      readonly label: string;
      readonly order: string | null;
    }
  /** The shift changes hands; all that follows is the player's. */
  | { readonly kind: 'handover'; readonly tick: number; readonly from: string }
  | {
      readonly kind: 'refused';
      readonly tick: number;
      readonly command: Command;
      readonly because: string;
    }
  | { readonly kind: 'reading'; readonly tick: number; readonly reading: ReadingRecord }
  | { readonly kind: 'state'; readonly tick: number; readonly state: string }
  | { readonly kind: 'effect'; readonly tick: number; readonly effect: Effect }
  | { readonly kind: 'world'; readonly tick: number; readonly what: string; readonly text: string }
  | {
      readonly kind: 'test';
      readonly tick: number;
      readonly test: string;
      readonly summary: string;
    }
  | { readonly kind: 'closed'; readonly tick: number; readonly because: string };
