/** The light ranker's fit in WebAssembly, and the memory it works in. What it computes and how is in trees.as. */
import { FRACTION } from '../../determinism/fastMath.ts';
import { TREES } from './binary.ts';
import { instantiate, type Program } from './program.ts';

/** What trees.as exports; the arguments are described there. */
export interface TreesFunctions {
  sortIn(n: number): void;
  grow(n: number): void;
}

export type TreesKernel = Program<TreesFunctions>;

type Reserve = { reserve(rows: number): number };

/** `rows`: most that a fit reads. */
export function createTreesKernel(rows: number): TreesKernel {
  const kernel = instantiate<TreesFunctions & Reserve>(TREES, (run) => run.reserve(rows));
  kernel.doubles('fraction', FRACTION.length).set(FRACTION);
  return kernel;
}
