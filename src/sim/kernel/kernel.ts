/**
 * The arithmetic of serving in WebAssembly, and the memory it works in. What it computes and how is in kernel.as, from
 * which binary.ts is compiled; here it is made ready for a number of ideas and of candidates.
 */
import { SERVING } from './binary.ts';
import { instantiate, type Program } from './program.ts';

/** Item parts and indexes kept in the kernel's memory: a live world, its twin, a few forks. */
export const RESIDENT_PARTS = 12;
export const RESIDENT_INDEXES = 6;

export interface KernelFunctions {
  centroids(index: number): void;
  mixForeign(index: number, agreement: number): void;
  probes(seed: number, k: number): void;
  near(
    index: number,
    from: number,
    cell: number,
    seed: number,
    region: number,
    boost: number,
    stamp: number,
    agreement: number,
    n: number,
  ): number;
  best(n: number, k: number): void;
  look(index: number, n: number, region: number, budget: number): number;
  terms(
    head: number,
    request: number,
    shareWeight: number,
    topicWeight: number,
    lookWeight: number,
  ): void;
  heads(part: number, n: number, changed: number): void;
  utilities(n: number): void;
  fill(
    n: number,
    slots: number,
    window: number,
    topicCost: number,
    lookCost: number,
    explore: number,
    fresh: number,
    dropBest: number,
  ): void;
}

export type Kernel = Program<KernelFunctions>;

type Reserve = {
  reserve(capacity: number, room: number, parts: number, indexes: number): number;
};

/** `capacity`: most ideas there can be; `room`: most candidates of a request. */
export function createKernel(capacity: number, room: number): Kernel {
  return instantiate<KernelFunctions & Reserve>(SERVING, (run) =>
    run.reserve(capacity, room, RESIDENT_PARTS, RESIDENT_INDEXES),
  );
}
