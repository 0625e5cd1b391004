/** A hand-made pipeline: a calm one, and one whose stream has begun to turn one colour. */
import type { PipelineStage, PipelineView } from '../../src/session/view.ts';
import { TOPICS } from './fixturePanels.ts';

const partsOf = (weights: readonly number[]): number[] => {
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
};

const stage = (
  id: PipelineStage['id'],
  label: string,
  note: string,
  more: Partial<PipelineStage> = {},
): PipelineStage => ({
  id,
  label,
  note,
  health: 'fine',
  running: true,
  version: '',
  age: '',
  ...more,
});

export const pipelineOf = (collapsing: boolean): PipelineView => {
  const before = partsOf(TOPICS.map((_, k) => 1.6 - k * 0.05));
  const now = partsOf(before.map((weight, k) => weight * (collapsing && k === 3 ? 16 : 1)));
  const sources = [0.42, 0.3, 0.18, 0.1];
  const sourcesNow = collapsing ? partsOf([0.26, 0.14, 0.38, 0.06, 0.07, 0.09]) : sources;
  return {
    covers: 'today',
    topics: TOPICS.map((label, k) => ({
      id: label,
      label,
      now: now[k] ?? 0,
      before: before[k] ?? 0,
    })),
    generators: (
      [
        ['interest', 'By interest'],
        ['similar', 'By likeness'],
        ['popular', 'Popular'],
        ['fresh', 'Fresh'],
        ['cosave', 'Saved together'],
        ['query', 'By search words'],
      ] as const
    ).map(([id, label], k) => ({ id, label, now: sourcesNow[k] ?? 0, before: sources[k] ?? 0 })),
    stages: [
      stage('clients', 'Clients', 'sessions +0.2 % ± 0.5'),
      stage('interest', 'By interest', '42 % of impressions, before 42 %', {
        age: 'index 14 h old',
      }),
      stage('similar', 'By likeness', '30 % of impressions, before 30 %', {
        age: 'index 14 h old',
      }),
      stage(
        'popular',
        'Popular',
        collapsing ? '38 % of impressions, before 18 %' : '18 % of impressions, before 18 %',
        {
          age: 'counts 5 min old',
          health: collapsing ? 'watch' : 'fine',
        },
      ),
      stage('fresh', 'Fresh', '10 % of impressions, before 10 %', {
        age: 'index 14 h old',
      }),
      stage('cosave', 'Saved together', '12 % of impressions, before 12 %', {
        age: 'index 14 h old',
      }),
      stage('query', 'By search words', '13 % of impressions, before 13 %', {
        age: 'index 14 h old',
      }),
      stage('ranker', 'Ranker', 'p99 212 ms', {
        version: 'v41 12 % · v40 88 %',
        age: 'weights 12 h old',
      }),
      stage('blending', 'Blending', 'as varied as 21.4 of 24 topics, before 21.6', {
        health: collapsing ? 'watch' : 'fine',
      }),
      stage('slate', 'Slate', 'save rate −6.2 % ± 0.8; hide rate +3.1 % ± 1.9', { health: 'bad' }),
      stage('log', 'Event log', 'saves, logged −6.2 % ± 0.8', { health: 'watch' }),
      stage('training', 'Training', 'next run Tue 02:00', { age: 'last run 12 h ago' }),
    ],
    summary: `Of what was shown today, ${collapsing ? 'lamps take 50 %, before 5.9 %' : 'kitchens take 6.5 %, before 6.5 %'}; the source popular gives ${collapsing ? '38 %' : '18 %'}, before 18 %; ranked by v41 12 % · v40 88 %; bad: slate, to watch: event log.`,
  };
};
