/** The pipeline in a sentence, for whoever does not see the picture. */
import type { GeneratorId } from '../../sim/generators.ts';
import { SOURCE_WORDS } from '../sourceWords.ts';
import { upperFirst } from '../words.ts';
import type { PipelineStage, ShareView } from '../view.ts';
import type { Health } from './health.ts';
import { shareWords } from './shares.ts';
import { lowerFirst } from './readStrip.ts';

/** Names of the sources with a capital: they stand alone. */
export const sourceLabel = (id: GeneratorId): string => upperFirst(SOURCE_WORDS[id]);

/** The topic and the generator that moved most, the versions, and the stages to look at: one sentence. */
export function summaryOf(
  covers: string,
  topics: readonly ShareView[],
  generators: readonly ShareView[],
  stages: readonly PipelineStage[],
): string {
  const largest = topics.reduce((a, b) => (b.now > a.now ? b : a));
  const moved = generators.reduce((a, b) =>
    Math.abs(b.now - b.before) > Math.abs(a.now - a.before) ? b : a,
  );
  const version = stages.find((stage) => stage.id === 'ranker')?.version ?? '';
  const named = (health: Health): string =>
    stages
      .filter((stage) => stage.health === health)
      .map((stage) => lowerFirst(stage.label))
      .join(', ');
  const [bad, watch] = [named('bad'), named('watch')];
  const parts = [
    `Of what was shown ${covers}, ${largest.label} take ${shareWords(largest).replace(' of impressions', '')}`,
    `the source ${lowerFirst(moved.label)} gives ${shareWords(moved).replace(' of impressions', '')}`,
    `ranked by ${version}`,
    bad === '' && watch === ''
      ? 'every stage is fine'
      : [bad === '' ? '' : `bad: ${bad}`, watch === '' ? '' : `to watch: ${watch}`]
          .filter((part) => part !== '')
          .join(', '),
  ];
  return `${parts.join('; ')}.`;
}
