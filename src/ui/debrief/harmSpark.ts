/** The two curves of harm that say most, small: had nothing been done, and as it went. */
import type { Debrief, HarmLineId } from '../../scoring/debrief.ts';

export interface SparkBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface SparkColours {
  readonly harm: string;
  readonly yours: string;
  readonly soft: string;
  readonly font: string;
}

/** Pixels below which two curves are one. */
const LEAST = 60;
/** Pixels for the names at the end, of a line of them, and from its middle to its foot. */
const NAMES = 132;
const LINE = 24;
const BASE = 6;

const valuesOf = (lines: Debrief['harm']['lines'], id: HarmLineId): readonly number[] =>
  lines.find((line) => line.id === id)?.values ?? [];

/** Nothing where doing nothing cost nothing: there is no ground to have gained. */
export const drawSpark = (
  context: CanvasRenderingContext2D,
  { lines }: Debrief['harm'],
  box: SparkBox,
  colours: SparkColours,
): void => {
  const [nothing, yours] = [valuesOf(lines, 'nothing'), valuesOf(lines, 'you')];
  if (
    box.height < LEAST ||
    yours.length < 2 ||
    nothing.length !== yours.length ||
    nothing.at(-1)! <= 0
  )
    return;
  const all = [...nothing, ...yours, 0];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const width = box.width - NAMES;
  const x = (k: number): number => box.left + (k / (yours.length - 1)) * width;
  const y = (value: number): number => box.top + ((high - value) / (high - low)) * box.height;
  const trace = (values: readonly number[]): void => {
    context.beginPath();
    for (const [k, value] of values.entries()) context.lineTo(x(k), y(value));
  };
  trace(nothing);
  for (const [k, value] of [...yours.entries()].toReversed()) context.lineTo(x(k), y(value));
  context.closePath();
  context.fillStyle = colours.harm;
  context.globalAlpha = 0.16;
  context.fill();
  context.globalAlpha = 1;
  context.lineWidth = 2;
  context.setLineDash([2, 5]);
  context.strokeStyle = colours.harm;
  trace(nothing);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 3;
  context.strokeStyle = colours.yours;
  trace(yours);
  context.stroke();
  context.font = colours.font;
  const beside = box.left + width + 12;
  const [theirs, own] = apart(y(nothing.at(-1)!), y(yours.at(-1)!));
  context.fillStyle = colours.soft;
  context.fillText('harm', box.left, box.top + BASE);
  context.fillText('nothing done', beside, theirs + BASE);
  context.fillStyle = colours.yours;
  context.fillText('this run', beside, own + BASE);
};

/** Where two names are set that would lie over each other. */
const apart = (a: number, b: number): [number, number] => {
  const gap = Math.abs(a - b);
  if (gap >= LINE) return [a, b];
  const push = (LINE - gap) / 2;
  return a <= b ? [a - push, b + push] : [a + push, b - push];
};
