/** Who was really touched, in three layers, and how the player's radius and witness compare. */
import type { Scope } from '../sim/segments.ts';
import { observe, type Observer } from '../sim/telemetry/observer.ts';
import { drawPanel, type Panel } from '../sim/panel/members.ts';
import { epochOf } from '../sim/pair.ts';
import { evaluatePanel, type PanelValues } from '../sim/panel/evaluate.ts';
import type { World } from '../sim/world.ts';
import { heldRadius, RADIUS_LAYERS, type RadiusLayer } from '../session/heldRadius.ts';
import type { Run } from '../session/run.ts';
import {
  censusOf,
  isUnaffected,
  observedHurt,
  observedReadings,
  scoreClaim,
  type Census,
  type ClaimScore,
} from './census.ts';
import type { Observations } from './tree.ts';

export const LAYERS = RADIUS_LAYERS;
export type Layer = RadiusLayer;

export interface LayerTruth {
  readonly layer: Layer;
  readonly census: Census;
  readonly claim: Scope | null;
  readonly score: ClaimScore;
  /** What the census was read with, and for which minute. */
  readonly observer: Observer;
  readonly tick: number;
}

/** People asked at most. */
const CENSUS_SIZE = 6_000;

/** Whom a census asks: everyone in a small world. */
export function censusPanel(page: Run): Panel {
  return drawPanel(page.pair.live, CENSUS_SIZE);
}

/** An observer over a census, with one epoch: this world as it stands, and what the fault-free one had for the same people. */
export function censusObserver(
  { pair }: Run,
  panel: Panel,
  live: World,
  sound: PanelValues,
): Observer {
  const epoch = epochOf(live, evaluatePanel(live, panel), sound);
  return observe({ ...pair, live, panel, epochs: [epoch] });
}

/** What an observer's one epoch holds of a layer; those hurt later are those hurt in it. */
export function observedOn(observer: Observer, layer: Layer): Observations {
  const epoch = observer.pair.epochs[0]!;
  const observed = layer === 'reading' ? observedReadings : observedHurt;
  return observed(observer, epoch, epoch.tick);
}

/** `end`: the world at the horizon had nothing been done; `twin`: the fault-free one there. */
export function layersOf(run: Run, page: Run, end: World, twin: World): LayerTruth[] {
  const panel = censusPanel(page);
  const sound = evaluatePanel(page.pair.twin ?? page.pair.live, panel);
  const atPage = censusObserver(page, panel, page.pair.live, sound);
  const later = censusObserver(page, panel, end, evaluatePanel(twin, panel));
  const { claims } = heldRadius(run);
  return LAYERS.map((layer) => {
    const observer = layer === 'hurtLater' ? later : atPage;
    const census = censusOf(observedOn(observer, layer));
    const { tick } = observer.pair.epochs[0]!;
    const claim = claims[layer];
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
