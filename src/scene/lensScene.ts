import { Core, Renderer, Scene, Scenes } from 'phaser';
import { createDotProgram, type DotProgram } from './dotProgram.ts';
import type { SwarmSource } from './surface.ts';
import type { Swarm } from './swarm.ts';

export interface LensSceneData {
  readonly source: SwarmSource;
  /** Device pixels per CSS px. */
  readonly density: () => number;
  readonly ready: () => void;
}

/** The lens: one object that hands all dots to the graphics card in one call, and nothing else. */
export class LensScene extends Scene {
  private link: LensSceneData | null = null;
  private program: DotProgram | null = null;
  private written: Swarm | null = null;
  /** Moment that the frame on screen shows, seconds. */
  private shown = 0;

  constructor() {
    super('lens');
  }

  init(data: LensSceneData): void {
    this.link = data;
  }

  create(): void {
    const extern = this.add.extern();
    extern.render = (renderer, context) => {
      // The engine sets viewport and blending lazily, before its own draw calls; this is not one of them.
      context.beginDraw();
      this.drawDots(renderer.gl);
    };
    const forget = (): void => {
      // Everything on the card is gone with the context; the next frame makes it anew.
      this.program = null;
      this.written = null;
      this.game.loop.wake();
    };
    const renderer = this.game.renderer;
    renderer.on(Renderer.Events.RESTORE_WEBGL, forget);
    const { events } = this.game;
    const still = (): void => this.sleepWhenStill();
    events.on(Core.Events.POST_RENDER, still);
    this.events.once(Scenes.Events.SHUTDOWN, () => {
      renderer.off(Renderer.Events.RESTORE_WEBGL, forget);
      events.off(Core.Events.POST_RENDER, still);
      this.program?.destroy();
      this.program = null;
      this.written = null;
      this.link = null;
    });
    this.link?.ready();
  }

  private drawDots(gl: WebGLRenderingContext): void {
    const data = this.link;
    const swarm = data?.source.swarm() ?? null;
    if (data === null || swarm === null || gl.isContextLost()) return;
    this.program ??= createDotProgram(gl);
    if (this.written !== swarm) {
      this.program.write(swarm);
      this.written = swarm;
      data.source.written();
    }
    const { width, height } = gl.canvas;
    this.shown = data.source.seconds();
    this.program.draw(swarm, this.shown, [width, height, data.density()]);
    data.source.drawn();
  }

  private sleepWhenStill(): void {
    const swarm = this.link?.source.swarm() ?? null;
    if (swarm === null || this.written !== swarm) return;
    if (this.shown >= swarm.total) this.game.loop.sleep();
  }
}
