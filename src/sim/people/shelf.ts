/** The opening catalogue sorted by topic, laid out where people choose from it before the world begins. */
import { CHARM, type Ideas } from '../ideas/ideas.ts';
import { createPastKernel, type PastKernel } from '../kernel/past.ts';
import { EMBED_DIMS, SEEN_CAPACITY, STYLE_DIMS, TOPIC_COUNT } from '../presets.ts';

/** Where people choose, and views of what they choose by and of what comes of it; see kernel/past.as. */
export interface Shelf {
  readonly run: PastKernel['run'];
  readonly style: Float64Array;
  readonly interest: Float64Array;
  /** Shares of topics in what a person is shown. */
  readonly diet: Float64Array;
  readonly chosen: Int32Array;
  readonly topicCount: Int32Array;
  /** Sum of the embeddings of what was chosen, `EMBED_DIMS`. */
  readonly sum: Float64Array;
  readonly seen: Uint16Array;
}

/** `actions`: most that a person has behind them. */
export function shelve(ideas: Ideas, actions: number): Shelf {
  const kernel = createPastKernel(ideas.count, actions);
  const topicStart = kernel.ints('topicStart', TOPIC_COUNT + 1);
  for (let i = 0; i < ideas.count; i++)
    topicStart[ideas.topic[i]! + 1] = topicStart[ideas.topic[i]! + 1]! + 1;
  for (let t = 0; t < TOPIC_COUNT; t++) topicStart[t + 1] = topicStart[t + 1]! + topicStart[t]!;
  const next = topicStart.slice();
  const ideaAt = kernel.shorts('ideaAt', ideas.count);
  const charm = kernel.floats('charm', ideas.count * CHARM);
  const embedding = kernel.floats('embedding', ideas.count * EMBED_DIMS);
  for (let i = 0; i < ideas.count; i++) {
    const place = next[ideas.topic[i]!]!++;
    ideaAt[place] = i;
    charm.set(ideas.charm.subarray(i * CHARM, (i + 1) * CHARM), place * CHARM);
    embedding.set(
      ideas.embedding.subarray(i * EMBED_DIMS, (i + 1) * EMBED_DIMS),
      place * EMBED_DIMS,
    );
  }
  return {
    run: kernel.run,
    style: kernel.doubles('style', STYLE_DIMS),
    interest: kernel.doubles('interest', TOPIC_COUNT),
    diet: kernel.doubles('diet', TOPIC_COUNT),
    chosen: kernel.ints('chosen', actions),
    topicCount: kernel.ints('topicCount', TOPIC_COUNT),
    sum: kernel.doubles('sum', EMBED_DIMS),
    seen: kernel.shorts('seen', SEEN_CAPACITY),
  };
}
