import { chooseRenderer } from './graphics.ts';
import { stageAt } from './pipelineLayout.ts';
import { createPipelinePixels } from './pipelinePixels.ts';
import { createPipelineState } from './pipelineState.ts';
import type { PipelineSurface } from './pipelineSurface.ts';
import type { PipelineHandle, PipelineOptions } from './pipelineTypes.ts';

const MOST_DENSITY = 2.5;
const CANVAS_STYLE = 'position:absolute;left:0;top:0;pointer-events:none';

/**
 * Puts the pipeline into a host element (which must be positioned and have a size). Like the lens it only draws and
 * reports: plain pixels at once, the game when a graphics card is there and the stage is free.
 */
export const mountPipeline = (host: HTMLElement, options: PipelineOptions): PipelineHandle => {
  const root = document.createElement('div');
  root.dataset['scene'] = 'pipeline';
  root.style.cssText = 'position:absolute;inset:0';
  host.append(root);

  const state = createPipelineState(options.theme, options.reducedMotion);
  let framesDrawn = 0;
  let density = 1;
  let destroyed = false;
  const drawn = (): void => void framesDrawn++;
  let surface: PipelineSurface = createPipelinePixels(state, drawn);

  const fill = (next: PipelineSurface): void => {
    const placement = state.placement();
    if (placement === null) return;
    next.resize(placement.width, placement.height, density);
    next.canvas.style.cssText = `${CANVAS_STYLE};width:${placement.width}px;height:${placement.height}px`;
  };
  const measure = (): void => {
    const [width, height] = [host.clientWidth, host.clientHeight];
    const nextDensity = Math.min(MOST_DENSITY, window.devicePixelRatio || 1);
    const now = state.placement();
    if (width === 0 || height === 0) return;
    if (now?.width === width && now.height === height && density === nextDensity) return;
    density = nextDensity;
    state.resize(width, height);
    fill(surface);
    const placement = state.placement();
    if (placement !== null) options.onLayout?.(placement);
  };
  root.append(surface.canvas);
  const observer = new ResizeObserver(measure);
  observer.observe(host);
  measure();

  root.addEventListener('click', (event) => {
    const placement = state.placement();
    const box = root.getBoundingClientRect();
    const stage =
      placement === null
        ? null
        : stageAt(placement, event.clientX - box.left, event.clientY - box.top);
    if (stage !== null) options.onPick(stage);
  });

  const upgrade = async (): Promise<void> => {
    const { createPipelineGame } = await import('./pipelineGame.ts');
    const next = await createPipelineGame(state, drawn);
    if (next === null) return;
    if (destroyed) {
      next.destroy();
      return;
    }
    const old = surface;
    surface = next;
    fill(next);
    root.append(next.canvas);
    next.wake();
    requestAnimationFrame(() => requestAnimationFrame(() => old.destroy()));
  };
  if ((options.force ?? chooseRenderer()) === 'webgl') {
    // Without the library plain pixels go on.
    upgrade().catch(() => {});
  }

  return {
    update(model) {
      state.update(model, performance.now() / 1000);
      surface.wake();
    },
    setTheme(theme) {
      state.setTheme(theme);
      surface.wake();
    },
    placement: () => state.placement(),
    stats: () => ({ framesDrawn, renderer: surface.kind }),
    destroy() {
      destroyed = true;
      observer.disconnect();
      surface.destroy();
      root.remove();
    },
  };
};
