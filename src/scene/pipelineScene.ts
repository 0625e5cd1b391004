import { Core, Scene, Scenes, type GameObjects } from 'phaser';
import type { Rect } from './lensTypes.ts';
import { PARTICLES } from './pipelineFlow.ts';
import { BED_WIDTH, CORNER, healthBar, PARTICLE_RADIUS, pipelinePens } from './pipelinePens.ts';
import type { PipelineState } from './pipelineState.ts';
import { topicColour } from './topicColours.ts';

export interface PipelineSceneData {
  readonly state: PipelineState;
  /** Device pixels per CSS px. */
  readonly density: () => number;
  readonly drawn: () => void;
  readonly ready: () => void;
}

const DOT = 'pipeline-dot';
/** Radius of the dot on its texture, px. */
const DOT_RADIUS = 15;

/** The pipeline: one drawing for boxes and beds, one tinted image a particle. */
export class PipelineScene extends Scene {
  private link: PipelineSceneData | null = null;
  private particles: GameObjects.Image[] = [];
  private beds: GameObjects.Graphics | null = null;
  private boxes: GameObjects.Graphics | null = null;
  private drawnRevision = '';

  constructor() {
    super('pipeline');
  }

  init(link: PipelineSceneData): void {
    this.link = link;
    this.drawnRevision = '';
  }

  create(): void {
    this.makeDot();
    this.beds = this.add.graphics();
    this.particles = Array.from({ length: PARTICLES }, () => this.add.image(0, 0, DOT));
    this.boxes = this.add.graphics();
    const { events, loop } = this.game;
    const drawn = (): void => {
      if (this.link?.state.model() === null) return;
      this.link?.drawn();
      if (this.link?.state.moving(performance.now() / 1000) === false) loop.sleep();
    };
    events.on(Core.Events.POST_RENDER, drawn);
    this.events.once(Scenes.Events.SHUTDOWN, () => {
      events.off(Core.Events.POST_RENDER, drawn);
      this.link = null;
      this.particles = [];
    });
    this.link?.ready();
  }

  override update(): void {
    const link = this.link;
    if (link === null || link.state.placement() === null || link.state.model() === null) return;
    const density = link.density();
    const revision = `${link.state.revision()} ${density}`;
    if (revision !== this.drawnRevision) {
      this.drawnRevision = revision;
      this.drawStill(link.state, density);
    }
    const now = performance.now() / 1000;
    this.particles.forEach((image, i) => {
      const { x, y, colour } = link.state.particle(i, now);
      image.setPosition(x * density, y * density).setTint(colour);
    });
  }

  /** A white round dot with a soft edge, to be tinted. Made here: the game ships no pictures. */
  private makeDot(): void {
    if (this.textures.exists(DOT)) return;
    const texture = this.textures.createCanvas(DOT, 32, 32);
    if (texture === null) return;
    texture.context.fillStyle = '#fff';
    texture.context.arc(16, 16, DOT_RADIUS, 0, 2 * Math.PI);
    texture.context.fill();
    texture.refresh();
  }

  private drawStill(state: PipelineState, density: number): void {
    const placement = state.placement();
    const model = state.model();
    const { beds, boxes } = this;
    if (placement === null || model === null || beds === null || boxes === null) return;
    const pens = pipelinePens(state.theme());
    for (const image of this.particles) image.setScale((PARTICLE_RADIUS * density) / DOT_RADIUS);
    beds.clear().setScale(density);
    beds.lineStyle(BED_WIDTH, pens.bed, 1);
    for (const route of state.routes()) {
      beds.beginPath();
      beds.moveTo(route[0] ?? 0, route[1] ?? 0);
      for (let i = 2; i < route.length; i += 2) beds.lineTo(route[i] ?? 0, route[i + 1] ?? 0);
      beds.strokePath();
    }
    boxes.clear().setScale(density);
    const stages = new Map(model.stages.map((stage) => [stage.id, stage]));
    for (const box of placement.nodes) {
      const health = stages.get(box.id)?.health ?? 'ok';
      const [x, y] = [box.x - box.w / 2, box.y - box.h / 2];
      boxes.fillStyle(pens.box, 1).fillRoundedRect(x, y, box.w, box.h, CORNER);
      const line = health === 'ok' || health === 'off' ? pens.line : pens.health[health];
      boxes
        .lineStyle(1, line, health === 'off' ? 0.5 : 1)
        .strokeRoundedRect(x, y, box.w, box.h, CORNER);
      boxes.fillStyle(pens.health[health], 1);
      for (const piece of healthBar(health, box.h))
        boxes.fillRect(x + 6, box.y + piece.y, 3, piece.h);
    }
    this.drawBar(boxes, state, placement.bars.before, model.before);
    this.drawBar(boxes, state, placement.bars.now, model.topicShares);
  }

  private drawBar(
    graphics: GameObjects.Graphics,
    state: PipelineState,
    bar: Rect,
    shares: readonly number[],
  ): void {
    const total = shares.reduce((a, b) => a + b, 0) || 1;
    let x = bar.x;
    shares.forEach((share, topic) => {
      const w = (bar.w * share) / total;
      graphics
        .fillStyle(topicColour(topic, state.theme()), 1)
        .fillRect(x, bar.y, Math.max(0, w - 1), bar.h);
      x += w;
    });
  }
}
