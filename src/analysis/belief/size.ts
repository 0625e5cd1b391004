/** How large faults are where belief is tested: nobody is told, so from half to twice what an author wrote. */
import { exp, LN2 } from '../../determinism/math.ts';
import { streamKey, uniform } from '../../determinism/random.ts';

/** Times what its author wrote; all as likely in logarithms. */
export function drawnSize(name: string): number {
  return exp(LN2 * (2 * uniform(streamKey(name, 'size'), 0, 0) - 1));
}
