/** The pipeline of a run that really opened, in its small world: shares are shares, and nothing tells the cause. */
import { expect, test } from 'vitest';
import type { PipelineView } from '../../src/session/view.ts';
import { atPage } from './cases.ts';
import { session } from './compiled.ts';

const { pipelineOf, stripOf } = session;
const run = atPage();
const { scenario } = run;
const strip = stripOf(run);
const pipeline: PipelineView = pipelineOf(run, strip);

test('shares are parts of one, now and before', () => {
  for (const list of [pipeline.topics, pipeline.generators])
    for (const when of ['now', 'before'] as const) {
      expect(list.reduce((sum, share) => sum + share[when], 0)).toBeCloseTo(1, 9);
      expect(list.every((share) => share[when] >= 0)).toBe(true);
    }
  expect(pipeline.topics).toHaveLength(24);
});

test('nothing says what is wrong', () => {
  const said = JSON.stringify(pipeline).toLowerCase();
  for (const secret of [
    scenario.id,
    scenario.title,
    ...scenario.faults.flatMap((fault) => [fault.id, fault.kind]),
    ...scenario.hypotheses.map((hypothesis) => hypothesis.label),
  ])
    expect(said).not.toContain(secret.toLowerCase());
});

test('health follows the strip, and nothing else of a world in which shares hold', () => {
  const calm = strip.map((tile) => ({ ...tile, state: 'fine' as const }));
  const states = (view: PipelineView): string[] => view.stages.map((stage) => stage.health);
  expect(new Set(states(pipelineOf(run, calm)))).toEqual(new Set(['fine']));
  const loud = calm.map((tile) =>
    tile.id === 'sessions' ? { ...tile, state: 'bad' as const } : tile,
  );
  expect(pipelineOf(run, loud).stages.find((stage) => stage.id === 'clients')?.health).toBe('bad');
});

test('a source that an order switched off says whose order it was', () => {
  const { live } = run.pair;
  live.control.killed.push('popular');
  const stage = pipelineOf(run, strip).stages.find((found) => found.id === 'popular');
  live.control.killed.pop();
  expect(stage).toMatchObject({
    running: false,
    health: 'fine',
    note: 'switched off by your order',
  });
  expect(pipeline.stages.every((found) => found.running)).toBe(true);
});

test('one sentence, and versions that make up the traffic', () => {
  expect(pipeline.summary).toMatch(/^[^.]*(\.\d[^.]*)*\.$/);
  const version = pipeline.stages.find((stage) => stage.id === 'ranker')?.version ?? '';
  const parts = version.split(' · ').map((part) => Number(/ (\d+) %$/.exec(part)?.[1]));
  expect(Math.abs(parts.reduce((a, b) => a + b, 0) - 100)).toBeLessThanOrEqual(1);
});
