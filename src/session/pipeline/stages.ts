/** The stages of the pipeline and how each of them is. */
import { durationLabel } from '../../sim/clock.ts';
import { GENERATORS } from '../../sim/generators.ts';
import { REFRESH_MINUTES } from '../../sim/jobs.ts';
import { now, type Run } from '../run.ts';
import type { PipelineStage, ShareView, StripTile } from '../view.ts';
import { fromStrip } from './readStrip.ts';
import { shareHealth, shareWords } from './shares.ts';
import { ageLabel, servingOf, trainingOf, weightsAge } from './training.ts';
import { varietyOf } from './variety.ts';

export function stagesOf(
  run: Run,
  strip: readonly StripTile[],
  topics: readonly ShareView[],
  generators: readonly ShareView[],
): PipelineStage[] {
  const { live } = run.pair;
  const tick = now(run);
  const indexAge = ageLabel(tick - live.index.builtTick);
  const serving = servingOf(run);
  const plain = { running: true, version: '', age: '' } as const;
  const made = generators.map((share, g): PipelineStage => {
    const id = GENERATORS[g]!;
    const running = !live.control.killed.includes(id);
    return {
      id,
      label: share.label,
      health: running ? shareHealth(share) : 'fine',
      running,
      version: '',
      age:
        id === 'popular'
          ? `counts ${durationLabel(tick % REFRESH_MINUTES)} old`
          : `index ${indexAge} old`,
      note: running ? shareWords(share) : 'switched off by your order',
    };
  });
  return [
    { ...plain, id: 'clients', label: 'Clients', ...fromStrip(strip, ['sessions']) },
    ...made,
    {
      ...plain,
      id: 'ranker',
      label: 'Ranker',
      version: serving.map((v) => `${v.version} ${Math.round(100 * v.share)} %`).join(' · '),
      age: weightsAge(run, serving),
      ...fromStrip(strip, ['p99_ms']),
    },
    { ...plain, id: 'blending', label: 'Blending', ...varietyOf(topics, strip) },
    {
      ...plain,
      id: 'slate',
      label: 'Slate',
      ...fromStrip(strip, ['save_rate', 'hide_rate', 'head_share']),
    },
    { ...plain, id: 'log', label: 'Event log', ...fromStrip(strip, ['saves', 'server_saves']) },
    { ...plain, id: 'training', label: 'Training', ...trainingOf(run) },
  ];
}
