/**
 * A scripted player: a policy over the commands that people give, made of nothing but what is shown. It is handed a view
 * and answers with a command, again and again; a run, a world or a scenario never comes into its hands.
 */
import type { Command } from '../session/commands.ts';
import type { View } from '../session/view.ts';

export const BOT_IDS = [
  'waiter',
  'roller-back',
  'never-roller',
  'shotgun',
  'tourist',
  'random',
  'lucky-guesser',
  'runbook-reader',
  'careful-novice',
  'oracle',
] as const;
export type BotId = (typeof BOT_IDS)[number];

export type Closing = Extract<Command, { kind: 'close' }>;

/** Commands out, what is seen after each back in; at the end what was found, with the last view. */
export type Steps<Found> = Generator<Command, Found, View>;
export type Moves = Steps<View>;

export interface Player {
  /** Everything but closing. Taken away in mid-play when the shift ends. */
  readonly moves: (first: View) => Moves;
  /** Asked once, when there is nothing more to do or nobody may do more. */
  readonly closing: (last: View) => Closing;
}

export interface Bot {
  readonly id: BotId;
  readonly label: string;
  /** Sits down at a run. Whoever plays by chance draws from `seed` and from nothing else. */
  readonly sit: (seed: string) => Player;
}

/** What is said at the end by who found nothing out. */
export const CAUSE_UNKNOWN: Closing = {
  kind: 'close',
  cause: null,
  confidence: 0,
  prevention: null,
};
