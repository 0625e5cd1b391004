import type { RendererKind } from './lensTypes.ts';
import type { Swarm } from './swarm.ts';

/** What a surface asks of the lens whenever it draws. */
export interface SwarmSource {
  swarm(): Swarm | null;
  /** Seconds since the swarm set off. */
  seconds(): number;
  /** A frame has been drawn. */
  drawn(): void;
  /** The dots' buffer has been rewritten. */
  written(): void;
}

/** Something that draws the swarm into a canvas of its own, and sleeps once the swarm has arrived. */
export interface Surface {
  readonly kind: RendererKind;
  readonly canvas: HTMLCanvasElement;
  /** CSS px, and device pixels per CSS px. */
  resize(width: number, height: number, density: number): void;
  /** The swarm has changed: draw until it has arrived. */
  wake(): void;
  asleep(): boolean;
  destroy(): void;
}
