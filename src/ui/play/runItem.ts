/** What choosing a line of the menu does: run it, or ask which; under a thumb, whether an order is meant. */
import type { MenuItem } from '../../session/view.ts';
import type { Run } from '../app/run.ts';
import type { Desk } from './desk.ts';
import { sendPredicted } from './predict.ts';

export const runItem = (item: MenuItem, run: Run, desk: Desk, narrow = false): void => {
  if (item.disabled !== null) {
    run.refusal.value = item.disabled;
    return;
  }
  if (item.choices.length > 0 || item.command === null)
    desk.dialog.value = { open: 'choices', item };
  else if (narrow && item.command.kind === 'act') {
    const meant = { label: `Order it: ${item.label}`, detail: '', command: item.command };
    desk.dialog.value = { open: 'choices', item: { ...item, choices: [meant] } };
  }
  // What is open already has shown its number.
  else if (item.cost === 0) void run.send(item.command);
  else void sendPredicted(run, desk, item.command);
};
