/** The look that a stage opens: the menu's own line for it, with its price and its reasons. */
import type { Look } from '../../session/commands.ts';
import type { MenuItem, PipelineStage, PipelineStageId, View } from '../../session/view.ts';

const LOOK_OF: Readonly<Record<PipelineStageId, Look['view']>> = {
  clients: 'sources',
  interest: 'funnel',
  similar: 'funnel',
  popular: 'funnel',
  fresh: 'funnel',
  cosave: 'funnel',
  query: 'funnel',
  ranker: 'model',
  blending: 'funnel',
  slate: 'ecosystem',
  log: 'training',
  training: 'training',
};

export const lookOfStage = (view: View, stage: PipelineStageId): MenuItem | null =>
  view.menu
    .flatMap((group) => group.items)
    .find((item) => item.command?.kind === 'look' && item.command.look.view === LOOK_OF[stage]) ??
  null;

const HEALTH_WORDS = { fine: 'fine', watch: 'to watch', bad: 'bad' } as const;

export const healthWords = (stage: PipelineStage): string =>
  stage.running ? HEALTH_WORDS[stage.health] : 'off';

/** What stands behind a stage. */
export const factsOf = (stage: PipelineStage): string[] =>
  [stage.version, stage.age, stage.note].filter((part) => part !== '');

export const stageFacts = (stage: PipelineStage): string => factsOf(stage).join('; ');
