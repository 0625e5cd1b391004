/** Drills of the shipped pool whose turn it is. */
import { readFileSync } from 'node:fs';
import { today } from '../analysis/rowsSample.ts';
import type { Pool, PoolDrill } from '../../src/drills/pool.ts';

const { drills } = JSON.parse(readFileSync('scenarios/drills.json', 'utf8')) as Pool;
/** Far enough apart in the pool to be of different kinds. */
const STEP = 7;

/** So many, others every day; throws where the pool is empty. */
export function ofToday(count: number): [PoolDrill, ...PoolDrill[]] {
  const [first, ...others] = Array.from(
    { length: count },
    (_, k) => drills[((today() * count + k) * STEP) % drills.length],
  );
  if (first === undefined) throw new Error('The pool of drills is empty.');
  return [first, ...others.flatMap((drill) => drill ?? [])];
}
