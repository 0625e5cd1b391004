import type { SceneTheme } from './lensTypes.ts';
import type { StageHealth } from './pipelineTypes.ts';

/** Colours of boxes and beds, 0xRRGGBB. Health also has a shape (the bar at the box's left edge is broken when bad). */
export interface PipelinePens {
  readonly bed: number;
  readonly box: number;
  readonly line: number;
  readonly health: Readonly<Record<StageHealth, number>>;
}

export const pipelinePens = (theme: SceneTheme): PipelinePens =>
  theme === 'dark'
    ? {
        bed: 0x18202b,
        box: 0x121924,
        line: 0x33425a,
        health: { ok: 0x5f7089, warn: 0xf2e55c, bad: 0xff6b3d, off: 0x3a4658 },
      }
    : {
        bed: 0xece6d9,
        box: 0xffffff,
        line: 0xc2b8a4,
        health: { ok: 0x7b889b, warn: 0x857b00, bad: 0xc4420c, off: 0xc3ccd8 },
      };

export const CORNER = 9;
export const BED_WIDTH = 22;
export const PARTICLE_RADIUS = 2.3;
/** Dash pattern of a box that is switched off, and pieces of the bar of one that is not well. CSS px. */
export const OFF_DASH = [4, 4];
export const HEALTH_PIECES: Readonly<Record<StageHealth, number>> = {
  ok: 1,
  warn: 2,
  bad: 3,
  off: 0,
};

/** The health bar of a box, from top to bottom in one, two or three pieces. Offsets from the box's centre. */
export const healthBar = (health: StageHealth, h: number): { y: number; h: number }[] => {
  const pieces = HEALTH_PIECES[health];
  const room = h - 16;
  const gap = 3;
  const length = (room - gap * (pieces - 1)) / Math.max(1, pieces);
  return Array.from({ length: pieces }, (_, i) => ({
    y: -room / 2 + i * (length + gap),
    h: length,
  }));
};
