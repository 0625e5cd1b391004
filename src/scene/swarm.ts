import type { LensLayout, SceneTheme, Spot } from './lensTypes.ts';
import { ranksInCells, spiral } from './phyllotaxis.ts';
import { colourOf, sizeOf } from './ramp.ts';

/** Layout of one dot in the buffer: from x y, to x y, delay (floats), from colour, to colour (4 bytes each). */
export const DOT_BYTES = 28;
const FLOATS = DOT_BYTES / 4;
const FROM_COLOUR = 20;
const TO_COLOUR = 24;

/** The fourth byte of a colour is the dot's diameter in units of this / 255. CSS px. */
export const LARGEST_DIAMETER = 8;

/** A regroup: each dot travels this long, and groups start one after the other. Seconds. */
const TRAVEL = 0.62;
const STAGGER = 0.26;
/** Recolouring in place. */
const FADE = 0.32;

/** What the swarm shows: who is in which cell, and how each fares (per cent). */
export interface SwarmTarget {
  readonly layout: LensLayout;
  readonly cell: Uint16Array;
  readonly value: Float32Array;
  readonly theme: SceneTheme;
}

/**
 * A swarm on its way from one picture to the next. The buffer is what the graphics card gets, byte for byte; every
 * other reader (fallback, picking, tests) reads the same bytes, so that there is one truth of where a dot is.
 */
export interface Swarm extends SwarmTarget {
  readonly count: number;
  readonly floats: Float32Array;
  readonly bytes: Uint8Array;
  /** Seconds one dot travels, and seconds until the last one has arrived. */
  readonly travel: number;
  readonly total: number;
}

/** Slow, fast, slow: the same polynomial as in the vertex shader. */
export const ease = (t: number): number =>
  t < 0.5 ? 4 * t * t * t : 1 - 4 * (1 - t) * (1 - t) * (1 - t);

const progress = (swarm: Swarm, dot: number, seconds: number): number => {
  const t = (seconds - (swarm.floats[dot * FLOATS + 4] ?? 0)) / swarm.travel;
  return ease(Math.max(0, Math.min(1, t)));
};

/** Where a dot is `seconds` after the swarm set off. CSS px. */
export const positionAt = (swarm: Swarm, dot: number, seconds: number): Spot => {
  const e = progress(swarm, dot, seconds);
  const f = swarm.floats;
  const at = dot * FLOATS;
  const [fx, fy, tx, ty] = [f[at] ?? 0, f[at + 1] ?? 0, f[at + 2] ?? 0, f[at + 3] ?? 0];
  return { x: fx + (tx - fx) * e, y: fy + (ty - fy) * e };
};

/** Red, green, blue 0…255 and diameter in CSS px of a dot at a moment. */
export const lookAt = (
  swarm: Swarm,
  dot: number,
  seconds: number,
): [number, number, number, number] => {
  const e = progress(swarm, dot, seconds);
  const b = swarm.bytes;
  const at = dot * DOT_BYTES;
  const part = (i: number): number => {
    const from = b[at + FROM_COLOUR + i] ?? 0;
    return from + ((b[at + TO_COLOUR + i] ?? 0) - from) * e;
  };
  return [part(0), part(1), part(2), (part(3) / 255) * LARGEST_DIAMETER];
};

const sameCells = (a: SwarmTarget, b: SwarmTarget): boolean =>
  a.layout === b.layout &&
  a.cell.length === b.cell.length &&
  a.cell.every((cell, dot) => cell === b.cell[dot]);

/** Nothing to draw anew: the same people in the same places faring the same. */
export const samePicture = (a: SwarmTarget, b: SwarmTarget): boolean =>
  a.theme === b.theme && sameCells(a, b) && a.value.every((value, dot) => value === b.value[dot]);

const colours = (theme: SceneTheme): Uint8Array => {
  // One entry per quarter of a per cent from −40 to 40: finer than a byte of colour can show.
  const table = new Uint8Array(321 * 3);
  for (let i = 0; i <= 320; i++) table.set(colourOf(theme, i / 4 - 40), i * 3);
  return table;
};

const writeTargets = (swarm: Swarm): void => {
  const { layout, cell, value, floats, bytes, theme } = swarm;
  const ranks = ranksInCells(cell, layout.cells.length);
  const table = colours(theme);
  for (let dot = 0; dot < swarm.count; dot++) {
    const home = layout.cells[cell[dot] ?? 0];
    if (home === undefined)
      throw new RangeError(`dot ${dot} is in a cell that the layout does not have`);
    const offset = spiral(ranks[dot] ?? 0);
    floats[dot * FLOATS + 2] = home.cx + layout.scale * offset.x;
    floats[dot * FLOATS + 3] = home.cy + layout.scale * offset.y;
    const v = value[dot] ?? 0;
    const entry = Number.isFinite(v)
      ? Math.round(Math.max(0, Math.min(320, (v + 40) * 4))) * 3
      : 480;
    const at = dot * DOT_BYTES + TO_COLOUR;
    bytes[at] = table[entry] ?? 0;
    bytes[at + 1] = table[entry + 1] ?? 0;
    bytes[at + 2] = table[entry + 2] ?? 0;
    const diameter = Math.min(LARGEST_DIAMETER, layout.dotSize * sizeOf(v));
    bytes[at + 3] = Math.round((diameter / LARGEST_DIAMETER) * 255);
  }
};

/** Newcomers grow where they belong, in the colour they will have. */
const writeNewcomers = (swarm: Swarm, first: number): void => {
  const { floats, bytes } = swarm;
  for (let dot = first; dot < swarm.count; dot++) {
    floats.copyWithin(dot * FLOATS, dot * FLOATS + 2, dot * FLOATS + 4);
    const at = dot * DOT_BYTES;
    bytes.copyWithin(at + FROM_COLOUR, at + TO_COLOUR, at + DOT_BYTES);
    bytes[at + FROM_COLOUR + 3] = 0;
  }
};

/** The moment at which a swarm was interrupted becomes the new start: nothing ever jumps. */
const writeStarts = (swarm: Swarm, before: Swarm, seconds: number): void => {
  for (let dot = 0; dot < Math.min(swarm.count, before.count); dot++) {
    const { x, y } = positionAt(before, dot, seconds);
    swarm.floats[dot * FLOATS] = x;
    swarm.floats[dot * FLOATS + 1] = y;
    const [r, g, b, diameter] = lookAt(before, dot, seconds);
    const at = dot * DOT_BYTES + FROM_COLOUR;
    swarm.bytes[at] = Math.round(r);
    swarm.bytes[at + 1] = Math.round(g);
    swarm.bytes[at + 2] = Math.round(b);
    swarm.bytes[at + 3] = Math.round((diameter / LARGEST_DIAMETER) * 255);
  }
};

/**
 * Sets off towards a target. Dots leave by the cell they come from, so that groups are seen to travel together;
 * random delays would make a cloud of them.
 *
 * @param before   the swarm on screen, or null for the first picture (dots then grow in place)
 * @param seconds  how long `before` has been under way
 * @param jump     arrive at once (reduced motion, resizing)
 */
export const setOff = (
  target: SwarmTarget,
  before: Swarm | null,
  seconds: number,
  jump: boolean,
): Swarm => {
  const count = target.cell.length;
  const buffer = new ArrayBuffer(count * DOT_BYTES);
  const moves = before === null || !sameCells(before, target) || seconds < before.total;
  const travel = moves ? TRAVEL : FADE;
  const source = before !== null && before.count === count ? before : target;
  const groups = Math.max(1, source.layout.cells.length - 1);
  const stagger = moves && !jump ? STAGGER : 0;
  const swarm: Swarm = {
    ...target,
    count,
    floats: new Float32Array(buffer),
    bytes: new Uint8Array(buffer),
    travel: jump ? 1e-6 : travel,
    total: jump ? 0 : travel + stagger,
  };
  writeTargets(swarm);
  if (before !== null) writeStarts(swarm, before, seconds);
  writeNewcomers(swarm, before === null ? 0 : before.count);
  for (let dot = 0; dot < count; dot++) {
    swarm.floats[dot * FLOATS + 4] = (stagger * (source.cell[dot] ?? 0)) / groups;
  }
  return swarm;
};
