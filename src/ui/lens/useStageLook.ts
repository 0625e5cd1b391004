/** Selecting a stage, in the picture or in the table, is choosing the menu's line for it. */
import type { MenuItem, PipelineStageId } from '../../session/view.ts';
import { useApp } from '../app/context.ts';
import { useDesk } from '../play/desk.ts';
import { runItem } from '../play/runItem.ts';
import { useView } from '../play/useView.ts';
import { lookOfStage } from './stageLook.ts';

export interface StageLook {
  readonly itemOf: (stage: PipelineStageId) => MenuItem | null;
  readonly open: (stage: PipelineStageId) => void;
}

export const useStageLook = (): StageLook => {
  const { run } = useApp();
  const desk = useDesk();
  const view = useView();
  const itemOf = (stage: PipelineStageId): MenuItem | null => lookOfStage(view, stage);
  return {
    itemOf,
    open: (stage) => {
      const item = itemOf(stage);
      if (item !== null) runItem(item, run, desk);
    },
  };
};
