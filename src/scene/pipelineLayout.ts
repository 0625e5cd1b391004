import type { Spot } from './lensTypes.ts';
import type { NodeBox, PipelinePlacement, StageId } from './pipelineTypes.ts';
import { GENERATORS, STAGES } from './stages.ts';

/** Samples of one route, at equal distances. */
export const SAMPLES = 400;

/** Centres as parts of the area: the stream runs to the right and comes back below. */
const CENTRES: Readonly<Record<StageId, readonly [number, number]>> = {
  clients: [0.09, 0.4],
  interest: [0.295, 0.1],
  similar: [0.295, 0.232],
  cosave: [0.295, 0.364],
  popular: [0.295, 0.496],
  fresh: [0.295, 0.628],
  query: [0.295, 0.76],
  ranker: [0.5, 0.4],
  blending: [0.7, 0.4],
  slate: [0.905, 0.4],
  log: [0.905, 0.89],
  training: [0.5, 0.89],
};

const MARGIN = 14;

/** Boxes of all stages and the topic bars above the slate. CSS px. */
export const layoutPipeline = (width: number, height: number): PipelinePlacement => {
  const w = Math.max(52, Math.min(128, width * 0.15));
  const h = Math.max(22, Math.min(46, height * 0.105));
  const across = width - 2 * MARGIN - w;
  const down = height - 2 * MARGIN - h;
  const nodes = STAGES.map((id): NodeBox => {
    const [x, y] = CENTRES[id];
    // Stretch the outermost centres (0.09…0.905, 0.1…0.89) to the margins: no dead space at any size.
    return {
      id,
      x: MARGIN + w / 2 + across * ((x - 0.09) / 0.815),
      y: MARGIN + h / 2 + down * ((y - 0.1) / 0.79),
      w,
      h,
    };
  });
  const slate = nodes[STAGES.indexOf('slate')] ?? { x: 0, y: 0 };
  const bar = { x: slate.x - w / 2, w, h: 10 };
  return {
    width,
    height,
    nodes,
    bars: {
      before: { ...bar, y: slate.y - h / 2 - 58 },
      now: { ...bar, y: slate.y - h / 2 - 22 },
    },
  };
};

/** A route: x and y in turn, at equal distances along the loop; the last sample is the first again. */
export type Route = Float32Array;

const cubic = (a: Spot, b: Spot, c: Spot, d: Spot, steps: number): Spot[] =>
  Array.from({ length: steps }, (_, i) => {
    const t = (i + 1) / steps;
    const u = 1 - t;
    const part = (p: number, q: number, r: number, s: number): number =>
      u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
    return { x: part(a.x, b.x, c.x, d.x), y: part(a.y, b.y, c.y, d.y) };
  });

/** From one box to another: leaves and arrives in the given directions (unit vectors), bending softly between. */
const bend = (from: NodeBox, to: NodeBox, leave: Spot, arrive: Spot): Spot[] => {
  const a = { x: from.x + (leave.x * from.w) / 2, y: from.y + (leave.y * from.h) / 2 };
  const d = { x: to.x - (arrive.x * to.w) / 2, y: to.y - (arrive.y * to.h) / 2 };
  const pull = 0.5 * Math.max(Math.abs(d.x - a.x), Math.abs(d.y - a.y));
  const b = { x: a.x + leave.x * pull, y: a.y + leave.y * pull };
  const c = { x: d.x - arrive.x * pull, y: d.y - arrive.y * pull };
  // Through the middle of the box it leaves: turns happen out of sight, under the boxes.
  return [{ x: from.x, y: from.y }, a, ...cubic(a, b, c, d, 40)];
};

const RIGHT = { x: 1, y: 0 };
const DOWN = { x: 0, y: 1 };
const LEFT = { x: -1, y: 0 };
const UP = { x: 0, y: -1 };

/** The loop through one generator, as a closed line. */
const loopThrough = (placement: PipelinePlacement, generator: StageId): Spot[] => {
  const node = (id: StageId): NodeBox => {
    const found = placement.nodes.find((box) => box.id === id);
    if (found === undefined) throw new RangeError(`the pipeline has no stage ${id}`);
    return found;
  };
  return [
    ...bend(node('clients'), node(generator), RIGHT, RIGHT),
    ...bend(node(generator), node('ranker'), RIGHT, RIGHT),
    ...bend(node('ranker'), node('blending'), RIGHT, RIGHT),
    ...bend(node('blending'), node('slate'), RIGHT, RIGHT),
    ...bend(node('slate'), node('log'), DOWN, DOWN),
    ...bend(node('log'), node('training'), LEFT, LEFT),
    ...bend(node('training'), node('clients'), LEFT, UP),
  ];
};

const atEqualDistances = (line: readonly Spot[], samples: number): Route => {
  const closed = [...line, line[0] ?? { x: 0, y: 0 }];
  const along = [0];
  closed.slice(1).forEach((point, i) => {
    const before = closed[i] ?? point;
    along.push((along[i] ?? 0) + Math.hypot(point.x - before.x, point.y - before.y));
  });
  const total = along.at(-1) ?? 0;
  const route = new Float32Array(2 * (samples + 1));
  let segment = 1;
  for (let i = 0; i <= samples; i++) {
    const wanted = (total * i) / samples;
    while (segment < closed.length - 1 && (along[segment] ?? 0) < wanted) segment++;
    const from = closed[segment - 1] ?? { x: 0, y: 0 };
    const to = closed[segment] ?? from;
    const start = along[segment - 1] ?? 0;
    const length = (along[segment] ?? 0) - start;
    const t = length > 0 ? (wanted - start) / length : 0;
    route[2 * i] = from.x + (to.x - from.x) * t;
    route[2 * i + 1] = from.y + (to.y - from.y) * t;
  }
  return route;
};

/** One route a generator, in the order of `GENERATORS`. */
export const routesOf = (placement: PipelinePlacement): Route[] =>
  GENERATORS.map((generator) => atEqualDistances(loopThrough(placement, generator), SAMPLES));

/** The stage whose box holds a point. CSS px. */
export const stageAt = (placement: PipelinePlacement, x: number, y: number): StageId | null =>
  placement.nodes.find(
    (box) => Math.abs(x - box.x) <= box.w / 2 && Math.abs(y - box.y) <= box.h / 2,
  )?.id ?? null;
