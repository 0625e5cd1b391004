import type { Rect } from './lensTypes.ts';
import { PARTICLES } from './pipelineFlow.ts';
import {
  BED_WIDTH,
  CORNER,
  healthBar,
  OFF_DASH,
  PARTICLE_RADIUS,
  pipelinePens,
} from './pipelinePens.ts';
import type { PipelineState } from './pipelineState.ts';
import type { PipelineSurface } from './pipelineSurface.ts';
import { cssColour, topicColour } from './topicColours.ts';

const drawBeds = (context: CanvasRenderingContext2D, state: PipelineState): void => {
  context.strokeStyle = cssColour(pipelinePens(state.theme()).bed);
  context.lineWidth = BED_WIDTH;
  context.lineJoin = 'round';
  for (const route of state.routes()) {
    context.beginPath();
    for (let i = 0; i < route.length; i += 2) context.lineTo(route[i] ?? 0, route[i + 1] ?? 0);
    context.stroke();
  }
};

const drawBar = (
  context: CanvasRenderingContext2D,
  state: PipelineState,
  bar: Rect,
  shares: readonly number[],
): void => {
  const total = shares.reduce((a, b) => a + b, 0) || 1;
  let x = bar.x;
  shares.forEach((share, topic) => {
    const w = (bar.w * share) / total;
    context.fillStyle = cssColour(topicColour(topic, state.theme()));
    context.fillRect(x, bar.y, Math.max(0, w - 1), bar.h);
    x += w;
  });
};

const drawBoxes = (context: CanvasRenderingContext2D, state: PipelineState): void => {
  const pens = pipelinePens(state.theme());
  const stages = new Map(state.model()?.stages.map((stage) => [stage.id, stage]));
  for (const box of state.placement()?.nodes ?? []) {
    const health = stages.get(box.id)?.health ?? 'ok';
    context.beginPath();
    context.roundRect(box.x - box.w / 2, box.y - box.h / 2, box.w, box.h, CORNER);
    context.fillStyle = cssColour(pens.box);
    context.fill();
    context.lineWidth = 1;
    context.setLineDash(health === 'off' ? OFF_DASH : []);
    context.strokeStyle = cssColour(
      health === 'ok' || health === 'off' ? pens.line : pens.health[health],
    );
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = cssColour(pens.health[health]);
    for (const piece of healthBar(health, box.h)) {
      context.fillRect(box.x - box.w / 2 + 6, box.y + piece.y, 3, piece.h);
    }
  }
};

/** The pipeline in a plain 2D canvas. */
export const createPipelinePixels = (state: PipelineState, drawn: () => void): PipelineSurface => {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  let density = 1;
  let frame = 0;

  const draw = (): void => {
    frame = 0;
    const model = state.model();
    const placement = state.placement();
    if (context === null || placement === null || model === null) return;
    const now = performance.now() / 1000;
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, placement.width, placement.height);
    drawBeds(context, state);
    for (let i = 0; i < PARTICLES; i++) {
      const { x, y, colour } = state.particle(i, now);
      context.fillStyle = cssColour(colour);
      context.beginPath();
      context.arc(x, y, PARTICLE_RADIUS, 0, 2 * Math.PI);
      context.fill();
    }
    drawBoxes(context, state);
    drawBar(context, state, placement.bars.before, model.before);
    drawBar(context, state, placement.bars.now, model.topicShares);
    drawn();
    if (state.moving(now)) frame = requestAnimationFrame(draw);
  };

  return {
    kind: 'canvas2d',
    canvas,
    resize(width, height, next) {
      density = next;
      canvas.width = Math.max(1, Math.round(width * density));
      canvas.height = Math.max(1, Math.round(height * density));
      cancelAnimationFrame(frame);
      draw();
    },
    wake() {
      if (frame === 0) frame = requestAnimationFrame(draw);
    },
    destroy() {
      cancelAnimationFrame(frame);
      canvas.remove();
    },
  };
};
