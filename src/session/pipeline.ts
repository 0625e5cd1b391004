/**
 * The pipeline as any company would have it on a wall: what is served by topic and by generator, now and before,
 * versions and ages. Health is read from the free strip and from these shares, never from what is true of the world.
 */
import { GENERATORS } from '../sim/generators.ts';
import { TOPICS } from '../sim/presets.ts';
import { beforeOf, ENOUGH, sharesOf } from './pipeline/shares.ts';
import { stagesOf } from './pipeline/stages.ts';
import { sourceLabel, summaryOf } from './pipeline/summary.ts';
import type { Run } from './run.ts';
import type { PipelineView, StripTile } from './view.ts';

export function pipelineOf(run: Run, strip: readonly StripTile[]): PipelineView {
  const { live } = run.pair;
  const yesterday = live.tallies[live.tallies.length - 1];
  const early = live.today.impressions < ENOUGH && yesterday !== undefined;
  const shown = early ? yesterday : live.today;
  const before = beforeOf(run);
  const topics = sharesOf(
    TOPICS.map((label) => ({ id: label, label })),
    (t) => t.byTopic,
    [shown],
    before,
  );
  const generators = sharesOf(
    GENERATORS.map((id) => ({ id, label: sourceLabel(id) })),
    (t) => t.byGenerator,
    [shown],
    before,
  );
  const stages = stagesOf(run, strip, topics, generators);
  const covers = early ? 'yesterday' : 'today';
  return {
    covers,
    topics,
    generators,
    stages,
    summary: summaryOf(covers, topics, generators, stages),
  };
}
