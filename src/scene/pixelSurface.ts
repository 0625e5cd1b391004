import { drawDots } from './dotPixels.ts';
import type { Surface, SwarmSource } from './surface.ts';

/** Plain pixels without a graphics library: what machines without a real graphics card get, and the first picture. */
export const createPixelSurface = (source: SwarmSource): Surface => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  let image: ImageData | null = null;
  let density = 1;
  let frame = 0;
  let written: unknown = null;

  const draw = (): void => {
    frame = 0;
    const swarm = source.swarm();
    if (context === null || image === null || swarm === null) return;
    if (written !== swarm) {
      written = swarm;
      source.written();
    }
    const seconds = source.seconds();
    image.data.fill(0);
    drawDots(image, swarm, seconds, density);
    context.putImageData(image, 0, 0);
    source.drawn();
    if (seconds < swarm.total) frame = requestAnimationFrame(draw);
  };

  return {
    kind: 'canvas2d',
    canvas,
    resize(width, height, nextDensity) {
      density = nextDensity;
      canvas.width = Math.max(1, Math.round(width * density));
      canvas.height = Math.max(1, Math.round(height * density));
      image = context?.createImageData(canvas.width, canvas.height) ?? null;
      // Resizing cleared the canvas: draw before the browser shows the gap.
      cancelAnimationFrame(frame);
      draw();
    },
    wake() {
      if (frame === 0) frame = requestAnimationFrame(draw);
    },
    asleep: () => frame === 0,
    destroy() {
      cancelAnimationFrame(frame);
      frame = 0;
      canvas.remove();
    },
  };
};
