/** The trainer's pass in WebAssembly, and the memory it works in. What it computes and how is in trainer.as. */
import { TRAINER } from './binary.ts';
import { instantiate, type Program } from './program.ts';

/** Rows brought in at once. */
export const BATCH = 1024;

/** What trainer.as exports; the arguments are described there. */
export interface TrainerFunctions {
  learn(
    n: number,
    at: number,
    half: number,
    dense: number,
    bias: number,
    build: number,
    leaking: number,
  ): number;
}

export type TrainerKernel = Program<TrainerFunctions>;

type Reserve = { reserve(rows: number, width: number): number };

/** `width`: features of a head. */
export function createTrainerKernel(width: number): TrainerKernel {
  return instantiate<TrainerFunctions & Reserve>(TRAINER, (run) => run.reserve(BATCH, width));
}
