/** Keys of the random streams of a world, by name. */
import { streamKey } from '../determinism/random.ts';

/** Branch seeds re-key these after onset. */
export interface Keys {
  readonly visits: number;
  readonly serving: number;
  readonly response: number;
  readonly logging: number;
  readonly uploads: number;
  readonly verdicts: number;
  readonly assignment: number;
  readonly panel: number;
  readonly noise: number;
}

export function keysOf(seed: string): Keys {
  const key = (name: string): number => streamKey(seed, name);
  return {
    visits: key('visits'),
    serving: key('serving'),
    response: key('response'),
    logging: key('logging'),
    uploads: key('uploads'),
    verdicts: key('verdicts'),
    assignment: key('assignment'),
    panel: key('panel'),
    noise: key('noise'),
  };
}
