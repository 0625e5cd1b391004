/** Whole plays in the page take turns where the check is short: one takes a minute of a core. */
import { oneOfDay } from '../../partOfDay.ts';

type Play = 'rollout' | 'meter' | 'loop' | 'keyboard';

const today = oneOfDay<Play>(['rollout', 'meter', 'loop', 'keyboard']);

export const hasItsTurn = (play: Play): boolean => today.includes(play);
