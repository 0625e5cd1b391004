/** Latency of a minute's requests as a mixture: answered at once, after attempts that were lost, by a lower rung. */
import { servedWithin } from './service.ts';

const ROOM = 16;

/** Parts of a mixture; each is the pool's own distribution, moved by some milliseconds, or a point. */
const weight = new Float64Array(ROOM);
const shift = new Float64Array(ROOM);
const point = new Uint8Array(ROOM);
let parts = 0;
let median = 1;
let p99 = 1;

/** Begins a mixture over a distribution given by its median and 99th percentile (ms). */
export function beginMixture(medianMs: number, p99Ms: number): void {
  parts = 0;
  median = medianMs;
  p99 = p99Ms;
}

/** Adds a share of requests that take so much longer than usual (ms). */
export function addMoved(share: number, ms: number): void {
  put(share, ms, 0);
}

/** Adds a share of requests that take about so long (ms). */
export function addPoint(share: number, ms: number): void {
  put(share, ms, 1);
}

function put(share: number, ms: number, isPoint: number): void {
  if (share <= 0 || parts === ROOM) return;
  weight[parts] = share;
  shift[parts] = ms;
  point[parts] = isPoint;
  parts++;
}

const LONGEST = 30_000;
const HALVINGS = 18;

/** Milliseconds that a share `p` of the mixture does not exceed, to a tenth. */
export function mixtureQuantile(p: number): number {
  let total = 0;
  for (let k = 0; k < parts; k++) total += weight[k]!;
  let low = 0;
  let high = LONGEST;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    let within = 0;
    for (let k = 0; k < parts; k++) {
      const ms = middle - shift[k]!;
      within += weight[k]! * (point[k] === 1 ? (ms >= 0 ? 1 : 0) : servedWithin(ms, median, p99));
    }
    if (within >= p * total) high = middle;
    else low = middle;
  }
  return high;
}
