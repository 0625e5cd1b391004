/** How well a stage is, and the worst of several. */
import type { StripTile } from '../view.ts';

export type Health = StripTile['state'];

export function worst(states: readonly Health[]): Health {
  return states.includes('bad') ? 'bad' : states.includes('watch') ? 'watch' : 'fine';
}
