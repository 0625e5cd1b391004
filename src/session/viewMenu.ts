/** What a run offers to do, what is under way, what is in force, and when. */
import type { InterventionSpec } from '../sim/interventions.ts';
import type { Command } from './commands.ts';

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
  /** Minutes to wait until it is done. */
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
    /** A deadline that what was ordered stands in the way of. */
    readonly averted?: boolean;
  }[];
}
