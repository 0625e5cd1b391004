/** The theme's colours for pictures painted on a canvas. */
import type { SwarmColours } from './swarmPicture.ts';

export const readColour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export const swarmColours = (): SwarmColours => ({
  hurt: readColour('--loss'),
  moved: readColour('--d-orange'),
  flat: readColour('--flat'),
  outline: readColour('--radius'),
});
