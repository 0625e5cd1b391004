import type { PipelineSceneData } from './pipelineScene.ts';
import type { PipelineState } from './pipelineState.ts';
import type { PipelineSurface } from './pipelineSurface.ts';
import { borrowStage } from './stage.ts';

/** Borrows the game for the pipeline; null while another picture has it. Resolves when the scene can draw. */
export const createPipelineGame = async (
  state: PipelineState,
  drawn: () => void,
): Promise<PipelineSurface | null> => {
  let density = 1;
  let ready = (): void => {};
  const created = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const data: PipelineSceneData = { state, density: () => density, drawn, ready };
  const stage = await borrowStage('pipeline', data);
  if (stage === null) return null;
  await created;
  const { loop } = stage.game;
  return {
    kind: 'webgl',
    canvas: stage.canvas,
    resize(width, height, next) {
      density = next;
      stage.resize(width, height, next);
      loop.wake();
    },
    wake: () => loop.wake(),
    destroy: () => stage.release(),
  };
};
