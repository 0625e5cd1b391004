import { drawDots } from './dotPixels.ts';
import type { LensPlacement, SceneTheme } from './lensTypes.ts';
import { strokeOutlines } from './marks.ts';
import type { Swarm } from './swarm.ts';

/**
 * The settled swarm with its outlines on a transparent canvas, without text. Always in plain pixels: it needs no
 * graphics context and is the same on every machine.
 *
 * @param scale device pixels per CSS px
 */
export const picture = (
  swarm: Swarm | null,
  placement: LensPlacement | null,
  theme: SceneTheme,
  scale: number,
): HTMLCanvasElement => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round((placement?.width ?? 0) * scale));
  canvas.height = Math.max(1, Math.round((placement?.height ?? 0) * scale));
  const context = canvas.getContext('2d');
  if (context === null || swarm === null || placement === null) return canvas;
  const image = context.createImageData(canvas.width, canvas.height);
  drawDots(image, swarm, swarm.total, scale);
  context.putImageData(image, 0, 0);
  context.scale(scale, scale);
  strokeOutlines(context, placement, theme);
  return canvas;
};
