import type { Spot } from './lensTypes.ts';

/** Shorter drags are clicks, and a trail takes a point only this far from the last. CSS px. */
const CLICK_SLOP = 6;
const TRAIL_STEP = 3;

export interface Gestures {
  /** The pointer rests or moves over a point without drawing; null when it leaves. */
  readonly hover: (at: Spot | null) => void;
  readonly click: (at: Spot) => void;
  /** A loop grows. */
  readonly draw: (trail: readonly Spot[]) => void;
  /** The loop is finished, or given up (empty trail). */
  readonly finish: (trail: readonly Spot[]) => void;
}

/** Turns pointer events of an element into gestures. Returns how to stop listening. */
export const listenToPointer = (target: HTMLElement, gestures: Gestures): (() => void) => {
  let trail: Spot[] = [];
  let pointer: number | null = null;
  const stop = new AbortController();
  const options = { signal: stop.signal };

  const spotOf = (event: PointerEvent): Spot => {
    const box = target.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const giveUp = (): void => {
    if (pointer === null) return;
    pointer = null;
    trail = [];
    gestures.finish([]);
  };

  target.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      pointer = event.pointerId;
      target.setPointerCapture(event.pointerId);
      trail = [spotOf(event)];
    },
    options,
  );
  target.addEventListener(
    'pointermove',
    (event) => {
      const at = spotOf(event);
      if (pointer !== event.pointerId) {
        gestures.hover(at);
        return;
      }
      const last = trail.at(-1);
      const first = trail[0];
      if (last === undefined || first === undefined) return;
      if (trail.length === 1 && Math.hypot(at.x - first.x, at.y - first.y) < CLICK_SLOP) return;
      if (Math.hypot(at.x - last.x, at.y - last.y) < TRAIL_STEP) return;
      trail.push(at);
      gestures.draw(trail);
    },
    options,
  );
  target.addEventListener(
    'pointerup',
    (event) => {
      if (pointer !== event.pointerId) return;
      const done = trail;
      pointer = null;
      trail = [];
      const first = done[0];
      if (done.length > 1) gestures.finish(done);
      else if (first !== undefined) gestures.click(first);
    },
    options,
  );
  target.addEventListener('pointercancel', giveUp, options);
  target.addEventListener('pointerleave', () => gestures.hover(null), options);
  window.addEventListener('keydown', (event) => event.key === 'Escape' && giveUp(), options);
  return () => stop.abort();
};
