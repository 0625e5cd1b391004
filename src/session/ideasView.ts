/** Metrics and cuts of ideas as the variable bar offers them. */
import { ITEM_DIMENSIONS, ITEM_METRIC_IDS, ITEM_METRICS } from '../sim/itemSegments.ts';
import { dimensionsOf } from './lens.ts';
import type { Run } from './run.ts';
import { itemCutWords } from './segmentWords.ts';
import type { IdeasView } from './view.ts';

export function ideasOf(run: Run): IdeasView {
  return {
    metrics: ITEM_METRIC_IDS.map((id) => ({ id, label: ITEM_METRICS[id].label })),
    cuts: [
      ...ITEM_DIMENSIONS.map((id) => ({ id, label: itemCutWords(id), own: true })),
      ...(['surface', ...dimensionsOf(run)] as const).map((id) => ({
        id,
        label: itemCutWords(id),
        own: false,
      })),
    ],
  };
}
