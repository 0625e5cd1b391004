/** What is summed up while a past is drawn, and judged when an idea is uploaded, is what it would be now. */
import { expect, test } from 'vitest';
import { EMBED_DIMS, TOPIC_COUNT } from '../../src/sim/presets.ts';
import { createEffects } from '../../src/sim/serving/effectsShape.ts';
import { passes } from '../../src/sim/serving/policy.ts';
import { advance } from '../../src/sim/step.ts';
import { createWorld } from '../../src/sim/world.ts';
import { spec } from './worlds.ts';

test('sums of a history are those of its actions', () => {
  const { people, ideas } = createWorld(spec('past'));
  for (let i = 0; i < people.count; i += 37) {
    const start = people.historyStart[i]!;
    const saved = people.history.subarray(start, start + people.historyLength[i]!);
    for (let d = 0; d < EMBED_DIMS; d++) {
      let sum = 0;
      for (const idea of saved) sum += ideas.embedding[idea * EMBED_DIMS + d]!;
      expect(people.historySum[i * EMBED_DIMS + d]).toBeCloseTo(sum, 3);
    }
    const topics = new Uint16Array(TOPIC_COUNT);
    for (const idea of saved) topics[ideas.topic[idea]!]!++;
    expect(people.historyTopics.subarray(i * TOPIC_COUNT, (i + 1) * TOPIC_COUNT)).toEqual(topics);
  }
});

test('an idea is cleared at upload where a sound filter lets it through on every request', () => {
  const world = createWorld(spec('past'));
  advance(world, 2 * 1440 + 1);
  const sound = createEffects();
  let kept = 0;
  for (let idea = 0; idea < world.ideas.count; idea++) {
    const cleared = world.ideas.cleared[idea] === 1;
    for (const salt of [1, 77]) expect(passes(world, sound, idea, salt)).toBe(cleared);
    if (cleared) kept++;
  }
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(world.ideas.count);
});
