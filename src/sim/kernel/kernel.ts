/**
 * The arithmetic of serving in WebAssembly, and the memory it works in. What it computes and how is in kernel.as, from
 * which binary.ts is compiled; here it is made ready for a number of ideas and of candidates.
 */
import { BINARY } from './binary.ts';

/** Item parts and indexes kept in the kernel's memory: a live world, its twin, a few forks. */
export const RESIDENT_PARTS = 12;
export const RESIDENT_INDEXES = 6;

/** Rows the trainer brings in at once. */
export const BATCH = 1024;

type Address = WebAssembly.Global<'i32'>;

/** What kernel.as exports: addresses of its arrays, and functions of their documented arguments. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly [address: string]: Address | WebAssembly.Memory | ((...args: never[]) => unknown);
}

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

export interface Kernel {
  readonly run: KernelFunctions;
  /** Views of its arrays, by their names in kernel.as. */
  floats(name: string, length: number): Float32Array;
  doubles(name: string, length: number): Float64Array;
  ints(name: string, length: number): Int32Array;
  bytes(name: string, length: number): Uint8Array;
  shorts(name: string, length: number): Uint16Array;
  address(name: string): number;
}

let compiled: WebAssembly.Module | null = null;

/**
 * `capacity`: most ideas there can be; `room`: most candidates of a request; `width`: features of a head, for a trainer. The
 * memory never grows, so views stay.
 */
export function createKernel(capacity: number, room: number, width = 0): Kernel {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(BINARY), (c) => c.charCodeAt(0)));
  const { exports } = new WebAssembly.Instance(compiled) as unknown as { exports: KernelExports };
  const run = exports as unknown as KernelFunctions & {
    reserve(
      capacity: number,
      room: number,
      parts: number,
      indexes: number,
      rows: number,
      width: number,
    ): void;
  };
  run.reserve(capacity, room, RESIDENT_PARTS, RESIDENT_INDEXES, BATCH, width);
  const { buffer } = exports.memory;
  const address = (name: string): number => (exports[name] as Address).value;
  return {
    run,
    address,
    floats: (name, length) => new Float32Array(buffer, address(name), length),
    doubles: (name, length) => new Float64Array(buffer, address(name), length),
    ints: (name, length) => new Int32Array(buffer, address(name), length),
    bytes: (name, length) => new Uint8Array(buffer, address(name), length),
    shorts: (name, length) => new Uint16Array(buffer, address(name), length),
  };
}
