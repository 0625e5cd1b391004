/**
 * What the page needs to know of the lens. Types only, so that importing them loads no canvas and no game library.
 * All lengths are CSS pixels relative to the host element's padding box; all values are per cent.
 */
import type { LensView } from '../session/view.ts';

export type SceneTheme = 'dark' | 'light';
export type RendererKind = 'webgl' | 'canvas2d';

/** The part of the view that the lens draws. */
export type LensPicture = Pick<LensView, 'columns' | 'rows' | 'cells' | 'range' | 'worse' | 'dots'>;

export type LensLayer = LensView['cells'][number]['layers'][number];

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** One swarm: its disc (`cx`, `cy`, `r`; `r` is 0 when nobody is there) and the tile that belongs to it. */
export interface CellBox extends Rect {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  /** Where the cell's number goes: `start` = left edge and middle of the text, `middle` = centre of the text. */
  readonly number: Spot & { readonly align: 'start' | 'middle' };
}

export interface LensLayout {
  /** Row-major, as in the view. */
  readonly cells: readonly CellBox[];
  /** Centre of each column's label. With a single row the columns may wrap over several lines. */
  readonly columnLabels: readonly Spot[];
  /** Middle of the right edge of each row's label; empty when there is a single row. */
  readonly rowLabels: readonly Spot[];
  /** Columns a line of tiles holds: `columns`, or fewer when a single row wraps. */
  readonly perLine: number;
  /** Radius of a disc of n dots is `scale * sqrt(n)`. */
  readonly scale: number;
  /** Least distance between neighbouring dots. */
  readonly spacing: number;
  /** Diameter of a strongly affected dot; unaffected ones are a little smaller. */
  readonly dotSize: number;
}

/** A rounded outline around a set of cells. */
export interface Outline {
  /** SVG path data; also valid for `new Path2D(...)`. Empty when no cell is in the set. */
  readonly path: string;
  /** Centre of a one-line label: below the outline, or on its lower line when tiles follow below. Give it a ground. */
  readonly label: Spot;
}

/** Where everything is: what the DOM overlay places its labels and numbers by. */
export interface LensPlacement {
  readonly width: number;
  readonly height: number;
  readonly layout: LensLayout;
  /** Null for a layer that no cell carries. */
  readonly outlines: Readonly<Record<LensLayer, Outline | null>>;
}

export interface LensOptions {
  readonly theme: SceneTheme;
  /** Jump instead of moving. */
  readonly reducedMotion: boolean;
  /** Cells the drawn loop caught, ascending; never empty. Not a command: the page decides what it means. */
  readonly onLasso: (cells: number[]) => void;
  readonly onPick: (cell: number) => void;
  readonly onHover: (cell: number | null) => void;
  /** Called after every change of view or size. */
  readonly onLayout?: (placement: LensPlacement) => void;
  /** Skips detection; for tests. */
  readonly force?: RendererKind;
}

export interface LensStats {
  readonly framesDrawn: number;
  /** Times the dots' buffer was rewritten (once a regroup or recolouring, never per frame). */
  readonly bufferWrites: number;
  readonly renderer: RendererKind;
  /** Nothing is moving: no frame is being drawn. */
  readonly asleep: boolean;
}

export interface LensHandle {
  update(view: LensPicture): void;
  setTheme(theme: SceneTheme): void;
  setReducedMotion(reduced: boolean): void;
  /** Cells to mark as *would be selected*, e.g. while a menu entry or a chip has focus; `[]` clears. */
  setPreview(cells: readonly number[]): void;
  placement(): LensPlacement | null;
  stats(): LensStats;
  /** The picture as a canvas (dots and outlines, no text), for sharing. `scale` = device pixels per CSS pixel. */
  picture(scale: number): HTMLCanvasElement;
  destroy(): void;
}
