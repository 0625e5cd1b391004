/** Over how many topics what is served spreads. */
import { TOPIC_COUNT } from '../../sim/presets.ts';
import type { PipelineStage, ShareView, StripTile } from '../view.ts';
import { type Health, worst } from './health.ts';
import { fromStrip } from './readStrip.ts';

/** The stream is watched, and bad, once it is this much less varied than before. */
const VARIETY_WATCH = 0.9;
const VARIETY_BAD = 0.7;

/** How many equal topics would be as varied: one over the sum of squares (Hill number of order 2). */
function variety(values: readonly number[]): number {
  return 1 / values.reduce((sum, v) => sum + v * v, 0);
}

export function varietyOf(
  topics: readonly ShareView[],
  strip: readonly StripTile[],
): Pick<PipelineStage, 'health' | 'note'> {
  const current = variety(topics.map((t) => t.now));
  const before = variety(topics.map((t) => t.before));
  const ratio = current / before;
  const own: Health = ratio < VARIETY_BAD ? 'bad' : ratio < VARIETY_WATCH ? 'watch' : 'fine';
  const ideas = fromStrip(strip, ['unique_items']);
  const words = `as varied as ${current.toFixed(1)} of ${TOPIC_COUNT} topics, before ${before.toFixed(1)}`;
  return {
    health: worst([own, ideas.health]),
    note: ideas.note === '' ? words : `${words}; ${ideas.note}`,
  };
}
