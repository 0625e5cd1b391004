import { cellAt, cellsInLasso } from './hitTest.ts';
import { chooseRenderer } from './graphics.ts';
import { picture as drawPicture } from './lensPicture.ts';
import type {
  LensHandle,
  LensLayout,
  LensOptions,
  LensPicture,
  LensPlacement,
  SceneTheme,
} from './lensTypes.ts';
import { createMarks } from './marks.ts';
import { outlineOf } from './outline.ts';
import { createPixelSurface } from './pixelSurface.ts';
import { layoutForView, placementFor } from './place.ts';
import { listenToPointer } from './pointer.ts';
import { RAMP_LIMIT } from './ramp.ts';
import type { Surface, SwarmSource } from './surface.ts';
import { samePicture, setOff, type Swarm, type SwarmTarget } from './swarm.ts';

/** Denser screens gain nothing visible and cost fill rate. */
const MOST_DENSITY = 2.5;
const PREVIEW_INSET = 5;

const box = (parent: HTMLElement): HTMLDivElement => {
  const div = document.createElement('div');
  div.style.cssText = 'position:absolute;inset:0';
  parent.append(div);
  return div;
};

/** Values on the scale of the ramp: what is full colour there is `range` per cent here, and what is worse lies below. */
const stretched = ({ dots, range, worse }: LensPicture): Float32Array => {
  const scale = ((worse === 'up' ? -1 : 1) * RAMP_LIMIT) / range;
  return scale === 1 ? dots.value : dots.value.map((v) => v * scale);
};

/**
 * Puts the lens into a host element (which must be positioned and have a size). It draws views and reports gestures;
 * it decides nothing. Plain pixels draw at once; on a machine with a real graphics card the game library is loaded
 * meanwhile and takes over, from the same model, without a visible seam.
 */
export const mountLens = (host: HTMLElement, options: LensOptions): LensHandle => {
  const root = box(host);
  root.dataset['scene'] = 'lens';
  root.style.touchAction = 'none';
  root.style.cursor = 'crosshair';
  const below = box(root);
  const middle = box(root);
  const above = box(root);
  const marks = createMarks(below, above, options.theme);

  let theme: SceneTheme = options.theme;
  let reduced = options.reducedMotion;
  let view: LensPicture | null = null;
  let layout: LensLayout | null = null;
  let placement: LensPlacement | null = null;
  let layoutKey = '';
  let swarm: Swarm | null = null;
  let startedAt = 0;
  let width = 0;
  let height = 0;
  let density = 1;
  let hovered: number | null = null;
  let preview: readonly number[] = [];
  let destroyed = false;
  let framesDrawn = 0;
  let bufferWrites = 0;

  const seconds = (): number => (performance.now() - startedAt) / 1000;
  const source: SwarmSource = {
    swarm: () => swarm,
    seconds,
    drawn: () => framesDrawn++,
    written: () => bufferWrites++,
  };
  let surface: Surface = createPixelSurface(source);
  /** Sizes a surface; after its own resize, which may set another style. */
  const fill = (next: Surface): void => {
    if (width === 0 || height === 0) return;
    next.resize(width, height, density);
    next.canvas.style.cssText = `position:absolute;left:0;top:0;width:${width}px;height:${height}px;pointer-events:none`;
  };
  middle.append(surface.canvas);

  const markPreview = (cells: readonly number[]): void => {
    marks.setOutline(
      'preview',
      layout === null ? null : outlineOf(layout, cells, PREVIEW_INSET, height),
    );
  };
  const markHover = (cell: number | null): void => {
    const cells = cell === null ? [] : [cell];
    marks.setOutline(
      'hover',
      layout === null ? null : outlineOf(layout, cells, PREVIEW_INSET, height),
    );
  };

  /** Brings dots, outlines and labels in line with view, size and theme. */
  const arrange = (jump: boolean): void => {
    if (view === null || width === 0 || height === 0) return;
    const key = `${width} ${height} ${view.columns.length} ${view.rows.map((row) => row.label.length).join()} ${view.cells.map((cell) => cell.dots).join()}`;
    if (layout === null || key !== layoutKey) layout = layoutForView(view, width, height);
    layoutKey = key;
    placement = placementFor(view, layout, width, height);
    for (const name of ['reading', 'hurtNow', 'hurtLater', 'witness'] as const) {
      marks.setOutline(name, placement.outlines[name]);
    }
    marks.setGlows(layout, view);
    markHover(hovered);
    markPreview(preview);

    const target: SwarmTarget = { layout, theme, cell: view.dots.cell, value: stretched(view) };
    if (swarm === null || !samePicture(swarm, target)) {
      const regroups = swarm === null || swarm.layout !== layout;
      swarm = setOff(target, swarm, seconds(), jump || reduced);
      startedAt = performance.now();
      if (regroups) marks.showAfter(swarm.total * 850);
      surface.wake();
    }
    options.onLayout?.(placement);
  };

  const measure = (): void => {
    const nextDensity = Math.min(MOST_DENSITY, window.devicePixelRatio || 1);
    const [w, h] = [host.clientWidth, host.clientHeight];
    if (w === width && h === height && nextDensity === density) return;
    [width, height, density] = [w, h, nextDensity];
    if (w === 0 || h === 0) return;
    // Following a resize with an animation would lag behind the pointer that resizes.
    arrange(swarm !== null);
    fill(surface);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(host);
  measure();

  const catchCells = (trail: Parameters<typeof cellsInLasso>[1]): number[] =>
    swarm === null ? [] : cellsInLasso(swarm, trail);
  const hover = (cell: number | null): void => {
    if (cell === hovered) return;
    hovered = cell;
    root.style.cursor = cell === null ? 'crosshair' : 'pointer';
    markHover(cell);
    options.onHover(cell);
  };
  const stopListening = listenToPointer(root, {
    hover: (at) => hover(at === null || layout === null ? null : cellAt(layout, at.x, at.y)),
    click: (at) => {
      const cell = layout === null ? null : cellAt(layout, at.x, at.y);
      if (cell !== null) options.onPick(cell);
    },
    draw: (trail) => {
      hover(null);
      marks.setLasso(trail);
      markPreview(catchCells(trail));
    },
    finish: (trail) => {
      marks.setLasso([]);
      markPreview(preview);
      const cells = catchCells(trail);
      if (cells.length > 0) options.onLasso(cells);
    },
  });

  const upgrade = async (): Promise<void> => {
    const { createPhaserSurface } = await import('./phaserSurface.ts');
    const next = await createPhaserSurface(source);
    if (next === null) return;
    if (destroyed) {
      next.destroy();
      return;
    }
    const old = surface;
    surface = next;
    fill(next);
    middle.append(next.canvas);
    next.wake();
    // Two frames later the new canvas has its first picture: only then may the old one go.
    requestAnimationFrame(() => requestAnimationFrame(() => old.destroy()));
  };
  if ((options.force ?? chooseRenderer()) === 'webgl') {
    // Without the library the lens goes on in plain pixels; nothing is lost but speed, and `stats` tells.
    upgrade().catch(() => {});
  }

  return {
    update(next) {
      view = next;
      arrange(false);
    },
    setTheme(next) {
      theme = next;
      marks.setTheme(next);
      arrange(false);
    },
    setReducedMotion(next) {
      reduced = next;
    },
    setPreview(cells) {
      preview = cells;
      markPreview(cells);
    },
    placement: () => placement,
    stats: () => ({ framesDrawn, bufferWrites, renderer: surface.kind, asleep: surface.asleep() }),
    picture: (scale) => drawPicture(swarm, placement, theme, scale),
    destroy() {
      destroyed = true;
      observer.disconnect();
      stopListening();
      marks.destroy();
      surface.destroy();
      root.remove();
    },
  };
};
