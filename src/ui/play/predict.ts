/** A prediction is made before the world is asked, and goes along with the one look or test it was made for. */
import type { Command, Prediction } from '../../session/commands.ts';
import { predictedFigure } from '../../session/predictionWords.ts';
import type { Run } from '../app/run.ts';
import type { Desk } from './desk.ts';

export type Expectation = Prediction['expect'];

/** Without a number to hold it against, nothing is predicted. */
export const withPrediction = (command: Command, expect: Expectation | null): Command =>
  expect !== null &&
  (command.kind === 'look' || command.kind === 'test') &&
  predictedFigure(command) !== null
    ? { ...command, predict: { expect } }
    : command;

/** Sends a command with what is expected of it; an expectation that was used is used up. */
export const sendPredicted = (run: Run, desk: Desk, command: Command): Promise<boolean> => {
  const sent = withPrediction(command, desk.expect.value);
  if (sent !== command) desk.expect.value = null;
  return run.send(sent);
};
