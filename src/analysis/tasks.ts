/** The runs an analysis consists of, each on its own: they can be made in any order and side by side. */
import type { Run } from '../session/run.ts';
import type { HarmCurve } from './harm.ts';
import type { LineId } from './lines.ts';
import { decisionsOf } from './decisions.ts';

export type LineTask =
  | { readonly line: 'nothing' | 'you' | 'rollback' | 'everything' }
  /** `which`: index into the scenario's references. */
  | { readonly line: 'reference'; readonly which: number }
  /** What could still be reached from before command `move`; `takenBack`: with what had been ordered taken back. */
  | { readonly line: 'rescue'; readonly move: number; readonly takenBack: boolean };

/** What is known of a line when its run is over. Plain data: it travels between threads. */
export interface LineOutcome {
  readonly task: LineTask;
  readonly id: LineId;
  readonly label: string;
  readonly curve: HarmCurve;
  /** Minute at which the line left what was played. */
  readonly from: number;
  readonly relapsed: boolean;
}

/** Nothing done first: the truth about the radius is read at its end. */
export function tasksOf(run: Run): LineTask[] {
  return [
    { line: 'nothing' },
    ...run.scenario.references.map((_, which): LineTask => ({ line: 'reference', which })),
    { line: 'everything' },
    { line: 'you' },
    { line: 'rollback' },
    ...decisionsOf(run).flatMap((move): LineTask[] =>
      ways(run, move).map((takenBack) => ({ line: 'rescue', move, takenBack })),
    ),
  ];
}

/** Who has ordered nothing has nothing to take back. */
function ways(run: Run, move: number): readonly boolean[] {
  const ordered = run.commands.slice(0, move).some((command) => command.kind === 'act');
  return ordered ? [false, true] : [false];
}

/** What comes before all of them. */
export const RECORDING_WORDS = 'The same world, without the fault';

/** What is under way, for whoever waits. */
export function taskWords(task: LineTask): string {
  switch (task.line) {
    case 'nothing':
      return 'If nothing had been done';
    case 'you':
      return 'Your line, to the horizon';
    case 'reference':
      return 'The author’s best line';
    case 'rollback':
      return 'A rollback for everybody';
    case 'everything':
      return 'Everything at once';
    case 'rescue':
      return 'What could still have been reached';
  }
}
