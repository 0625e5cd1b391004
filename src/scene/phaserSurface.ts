import { borrowStage } from './stage.ts';
import type { LensSceneData } from './lensScene.ts';
import type { Surface, SwarmSource } from './surface.ts';

/** Borrows the game for the lens; null while another picture has it. Resolves when the scene can draw. */
export const createPhaserSurface = async (source: SwarmSource): Promise<Surface | null> => {
  let density = 1;
  let ready = (): void => {};
  const created = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const data: LensSceneData = { source, density: () => density, ready };
  const stage = await borrowStage('lens', data);
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
    asleep: () => !loop.running,
    destroy: () => stage.release(),
  };
};
