import { lookAt, positionAt, type Swarm } from './swarm.ts';

/** Positions are rounded to a quarter of a pixel and radii to an eighth: finer steps cannot be seen. */
const PHASES = 4;
const RADIUS_STEPS = 8;

/** Coverage of a round dot with a soft edge, 0…255, for one radius and one sub-pixel position. */
interface Stamp {
  readonly size: number;
  readonly reach: number;
  readonly coverage: Uint8Array;
}

const stamps = new Map<number, Stamp>();

const stampFor = (radius: number, phaseX: number, phaseY: number): Stamp => {
  const key = (radius * PHASES + phaseX) * PHASES + phaseY;
  const cached = stamps.get(key);
  if (cached !== undefined) return cached;
  const r = radius / RADIUS_STEPS;
  const reach = Math.ceil(r + 0.5);
  const size = 2 * reach + 1;
  const coverage = new Uint8Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const dx = x + 0.5 - reach - phaseX / PHASES;
      const dy = y + 0.5 - reach - phaseY / PHASES;
      // The same edge as in the fragment shader: one pixel wide, half of it outside.
      coverage[y * size + x] = 255 * Math.max(0, Math.min(1, r + 0.5 - Math.hypot(dx, dy)));
    }
  }
  const stamp = { size, reach, coverage };
  stamps.set(key, stamp);
  return stamp;
};

/** Unset pixels to draw into: 4 bytes each, red first. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const paint = (
  pixels: Pixels,
  x: number,
  y: number,
  radius: number,
  r: number,
  g: number,
  b: number,
): void => {
  const px = Math.floor(x);
  const py = Math.floor(y);
  const stamp = stampFor(
    Math.round(radius * RADIUS_STEPS),
    Math.floor((x - px) * PHASES),
    Math.floor((y - py) * PHASES),
  );
  const { data, width, height } = pixels;
  for (let sy = 0; sy < stamp.size; sy++) {
    const row = py - stamp.reach + sy;
    if (row < 0 || row >= height) continue;
    for (let sx = 0; sx < stamp.size; sx++) {
      const column = px - stamp.reach + sx;
      if (column < 0 || column >= width) continue;
      const cover = stamp.coverage[sy * stamp.size + sx] ?? 0;
      const at = (row * width + column) * 4;
      // Settled dots never overlap, so blending is not worth its price: the dot that covers a pixel most has it.
      if (cover <= (data[at + 3] ?? 0)) continue;
      data[at] = r;
      data[at + 1] = g;
      data[at + 2] = b;
      data[at + 3] = cover;
    }
  }
};

/**
 * Draws a swarm at a moment into transparent pixels.
 *
 * @param density device pixels per CSS px
 */
export const drawDots = (pixels: Pixels, swarm: Swarm, seconds: number, density: number): void => {
  for (let dot = 0; dot < swarm.count; dot++) {
    const { x, y } = positionAt(swarm, dot, seconds);
    const [r, g, b, diameter] = lookAt(swarm, dot, seconds);
    if (diameter < 0.1) continue;
    paint(pixels, x * density, y * density, (diameter / 2) * density, r, g, b);
  }
};
