/** Who was really touched, in three layers, and how the player's radius and witness compare. */
import type { Scope } from '../sim/segments.ts';
import { observe, type Observer } from '../sim/telemetry/observer.ts';
import { drawPanel } from '../sim/panel/members.ts';
import { evaluatePanel } from '../sim/panel/evaluate.ts';
import type { World } from '../sim/world.ts';
import { now, type Run } from '../session/run.ts';
import {
  censusHurt,
  censusReadings,
  isUnaffected,
  scoreClaim,
  type Census,
  type ClaimScore,
} from './census.ts';

export type Layer = 'reading' | 'hurtNow' | 'hurtLater';

export interface LayerTruth {
  readonly layer: Layer;
  readonly census: Census;
  readonly claim: Scope | null;
  readonly score: ClaimScore;
  /** What the census was read with, and for which minute. */
  readonly observer: Observer;
  readonly tick: number;
}

/** People a census asks: everyone in a small world. */
const CENSUS_SIZE = 6_000;

/** An observer over a larger panel, with one epoch: these two worlds as they stand. */
function censusObserver(page: Run, live: World, twin: World): Observer {
  const panel = drawPanel(page.pair.live, CENSUS_SIZE);
  const epoch = {
    tick: live.tick,
    live: evaluatePanel(live, panel),
    twin: evaluatePanel(twin, panel),
  };
  return observe({ ...page.pair, live, twin, panel, epochs: [epoch] });
}

/** `end`: the world at the horizon had nothing been done; `twin`: the fault-free one there. */
export function layersOf(run: Run, page: Run, end: World, twin: World): LayerTruth[] {
  const atPage = censusObserver(page, page.pair.live, page.pair.twin ?? page.pair.live);
  const later = censusObserver(page, end, twin);
  const pageTick = now(page);
  const truths: [Layer, Observer, Census, number][] = [
    ['reading', atPage, censusReadings(atPage, atPage.pair.epochs[0]!, pageTick), pageTick],
    ['hurtNow', atPage, censusHurt(atPage, atPage.pair.epochs[0]!, pageTick), pageTick],
    ['hurtLater', later, censusHurt(later, later.pair.epochs[0]!, end.tick), end.tick],
  ];
  return truths.map(([layer, observer, census, tick]) => {
    const claim = run.desk.radius[layer];
    return {
      layer,
      census,
      claim,
      observer,
      tick,
      score:
        claim === null
          ? { precision: null, recall: null }
          : scoreClaim(observer, census, claim, tick),
    };
  });
}

/** Was the named witness untouched by what moved: by the harm where there was any, else by the readings? */
export function witnessOf(run: Run, layers: readonly LayerTruth[]): boolean | null {
  const { witness } = run.desk.radius;
  const layer = layers.find((l) => l.layer === 'hurtNow' && l.census.hurt.length > 0) ?? layers[0];
  return witness === null || layer === undefined
    ? null
    : isUnaffected(layer.observer, layer.census, witness, layer.tick);
}
