/** One command in, one step of the run out: checked, paid for, carried out, logged. */
import { observeChart, settle } from './advance.ts';
import { carryOut, nextOrder } from './carryOut.ts';
import type { Command } from './commands.ts';
import { minutesOf, whyNot } from './legality.ts';
import { markMove } from './marks.ts';
import { append, now, type OnProgress, type Run } from './run.ts';
import { commandWords } from './words.ts';

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly because: string };

/** Carries out a command, or says why not; a refused command changes nothing but the log. */
export function dispatch(run: Run, command: Command, onProgress?: OnProgress): Outcome {
  const because = whyNot(run, command);
  if (because !== null) {
    run.refusal = because;
    append(run, { kind: 'refused', tick: now(run), command, because });
    return { ok: false, because };
  }
  run.refusal = null;
  const index = run.commands.length;
  run.commands = [...run.commands, command];
  append(run, {
    kind: 'command',
    index,
    tick: now(run),
    minutes: minutesOf(run, command),
    command,
    label: commandWords(command),
    order: command.kind === 'act' ? nextOrder(run) : null,
  });
  carryOut(run, command, onProgress);
  settle(run);
  // The case being closed, the incident itself goes on: what-if lines and the debrief need it as it stood.
  if (command.kind !== 'close' && !run.chart.legality.over) observeChart(run);
  markMove(run);
  return { ok: true };
}
