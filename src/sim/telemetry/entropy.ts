/** Variety of a slate. */
import { log } from '../../determinism/math.ts';
import type { Ideas } from '../ideas/ideas.ts';
import { NO_IDEA } from '../people/people.ts';
import { SLATE_SIZE, TOPIC_COUNT } from '../presets.ts';
import type { Slate } from '../serving/scratch.ts';

const counts = new Int32Array(TOPIC_COUNT);
/** k · log k for counts up to a slate. */
const K_LOG_K = Float64Array.from({ length: SLATE_SIZE + 1 }, (_, k) => (k === 0 ? 0 : k * log(k)));
const LOG_TOPICS = log(TOPIC_COUNT);

/** Entropy of the topics of a slate divided by log(TOPIC_COUNT): 0 one topic, 1 all alike. Shannon (1948). */
export function slateEntropy(ideas: Ideas, slate: Slate): number {
  let n = 0;
  counts.fill(0);
  for (let p = 0; p < slate.length; p++) {
    const idea = slate.item[p]!;
    if (idea === NO_IDEA) continue;
    const t = ideas.topic[idea]!;
    counts[t] = counts[t]! + 1;
    n++;
  }
  if (n < 2) return 0;
  let sum = 0;
  for (let t = 0; t < TOPIC_COUNT; t++) sum += K_LOG_K[counts[t]!]!;
  return (log(n) - sum / n) / LOG_TOPICS;
}
