import type { RendererKind } from './lensTypes.ts';

/** Something that draws the pipeline into a canvas of its own, and sleeps while nothing moves. */
export interface PipelineSurface {
  readonly kind: RendererKind;
  readonly canvas: HTMLCanvasElement;
  /** CSS px, and device pixels per CSS px. */
  resize(width: number, height: number, density: number): void;
  wake(): void;
  destroy(): void;
}
