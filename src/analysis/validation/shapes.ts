/** The seven shapes, in the order of the design. */
import { degeneration } from './degeneration.ts';
import { diversityOff } from './diversityOff.ts';
import { homogenisation } from './homogenisation.ts';
import { neverRetrained } from './neverRetrained.ts';
import { popularityLoop } from './popularityLoop.ts';
import { servingGap } from './servingGap.ts';
import type { Shape } from './shape.ts';
import { shallowClicks } from './shallowClicks.ts';

export const SHAPES: readonly Shape[] = [
  homogenisation,
  degeneration,
  popularityLoop,
  diversityOff,
  neverRetrained,
  servingGap,
  shallowClicks,
];
