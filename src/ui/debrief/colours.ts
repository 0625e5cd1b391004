/** The theme's colours for pictures painted on a canvas. */
import type { SwarmColours } from './discs.ts';

export const readColour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export const swarmColours = (): SwarmColours => ({
  hurt: readColour('--loss'),
  flat: readColour('--flat'),
  outline: readColour('--radius'),
});
