/** The analysis of a finished run: harm of all lines, the truth about the radius, where it turned. */
import type { Scope } from '../sim/segments.ts';
import { EVERYONE } from '../sim/segments.ts';
import { membership, observe, type Observer } from '../sim/telemetry/observer.ts';
import { drawPanel } from '../sim/panel/members.ts';
import { evaluatePanel } from '../sim/panel/evaluate.ts';
import type { World } from '../sim/world.ts';
import { INTERVENTION_PRICES, type InterventionSpec } from '../sim/interventions.ts';
import { conditionHolds } from '../session/advance.ts';
import { now, type OnProgress, type Run } from '../session/run.ts';
import {
  censusHurt,
  censusReadings,
  isUnaffected,
  scoreClaim,
  type Census,
  type ClaimScore,
} from './census.ts';
import {
  everythingLine,
  nothingLine,
  referenceLine,
  rollbackLine,
  setStage,
  yourLine,
  type Line,
  type Stage,
} from './lines.ts';
import { turnsOf, type Turn } from './swing.ts';

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

export interface Analysis {
  readonly stage: Stage;
  readonly lines: readonly Line[];
  readonly layers: readonly LayerTruth[];
  readonly witness: boolean | null;
  readonly turns: readonly Turn[];
  /** Share of sessions the remedies cover, null without a remedy; share of sessions hurt now or later. */
  readonly remedyShare: number | null;
  readonly hurtShare: number;
  readonly recovered: boolean;
  readonly relapsed: boolean;
  readonly repairsOpen: readonly string[];
  /** 0: as bad as the worst line; 1: as good as the best. */
  readonly impact: number;
}

/** The range of harm that counts as a range at all, millions of saves: below it nothing was at stake. */
const RANGE_FLOOR = 0.05;

export function analyse(run: Run, page: Run, onProgress?: OnProgress): Analysis {
  const say =
    (from: number, to: number): OnProgress =>
    (done, label) =>
      onProgress?.(from + (to - from) * done, label);
  onProgress?.(0, 'The same world, without the fault');
  const stage = setStage(page);
  onProgress?.(0.1, 'If nothing had been done');
  const nothing = nothingLine(page, stage);
  onProgress?.(0.2, 'Your line, to the horizon');
  const you = yourLine(run, stage);
  onProgress?.(0.3, 'The best known line');
  const reference = referenceLine(page, stage);
  onProgress?.(0.45, 'A rollback for everybody');
  const rollback = rollbackLine(page, stage);
  onProgress?.(0.5, 'Everything at once');
  const everything = everythingLine(page, stage);
  const lines = [nothing, you, reference, rollback, everything];
  const turns = turnsOf(run, page, stage, you.curve.total, say(0.55, 0.95));
  onProgress?.(0.97, 'Who was really touched');
  const layers = layersOf(run, page, nothing, stage);
  const worst = Math.max(nothing.curve.total, rollback.curve.total, everything.curve.total);
  const best = Math.min(reference.curve.total, nothing.curve.total, rollback.curve.total);
  const range = Math.max(RANGE_FLOOR, worst - best);
  return {
    stage,
    lines,
    layers,
    witness: witnessOf(run, layers),
    turns,
    remedyShare: remedyShare(run),
    hurtShare: hurtShare(layers.filter((l) => l.layer !== 'reading')),
    recovered:
      run.log.some((e) => e.kind === 'state' && e.state === 'recovered') ||
      (run.pair.live.applied.length > 0 &&
        run.scenario.recovery.conditions.every((c) => conditionHolds(run, c))),
    relapsed:
      run.log.some((e) => e.kind === 'state' && e.state === 'relapsed') ||
      you.end.log.some((e) => e.kind === 'state' && e.state === 'relapsed'),
    repairsOpen: repairsOpen(run),
    impact: (worst - you.curve.total) / range,
  };
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

function layersOf(run: Run, page: Run, nothing: Line, stage: Stage): LayerTruth[] {
  const atPage = censusObserver(page, page.pair.live, page.pair.twin ?? page.pair.live);
  const later = censusObserver(page, nothing.end.pair.live, stage.twin);
  const pageTick = now(page);
  const truths: [Layer, Observer, Census, number][] = [
    ['reading', atPage, censusReadings(atPage, atPage.pair.epochs[0]!, pageTick), pageTick],
    ['hurtNow', atPage, censusHurt(atPage, atPage.pair.epochs[0]!, pageTick), pageTick],
    ['hurtLater', later, censusHurt(later, later.pair.epochs[0]!, stage.to), stage.to],
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

/** Scope of an intervention that serves people differently; everyone where it names none. */
function scopeOf(spec: InterventionSpec): Scope {
  return 'scope' in spec ? spec.scope : EVERYONE;
}

function shareOf(share: Float64Array, inside: (m: number) => boolean): number {
  let sum = 0;
  for (let m = 0; m < share.length; m++) if (inside(m)) sum += share[m]!;
  return sum;
}

function remedyShare(run: Run): number | null {
  const changes = run.pair.live.applied.filter(
    (a) => INTERVENTION_PRICES[a.spec.kind].group === 'change' && a.state !== 'failed',
  );
  if (changes.length === 0) return null;
  const members = changes.map((a) => membership(run.observer, scopeOf(a.spec), now(run)));
  return shareOf(run.pair.panel.share, (m) =>
    members.some((inside) => inside[2 * m] === 1 || inside[2 * m + 1] === 1),
  );
}

/** Share of sessions of those hurt now or later; the two censuses ask the same people. */
function hurtShare(layers: readonly LayerTruth[]): number {
  const share = layers[0]?.observer.pair.panel.share ?? new Float64Array(0);
  return shareOf(share, (m) => layers.some((l) => l.census.lossOf[m]! > 0));
}

/** Was the named witness untouched by what moved: by the harm where there was any, else by the readings? */
function witnessOf(run: Run, layers: readonly LayerTruth[]): boolean | null {
  const { witness } = run.desk.radius;
  const layer = layers.find((l) => l.layer === 'hurtNow' && l.census.hurt.length > 0) ?? layers[0];
  return witness === null || layer === undefined
    ? null
    : isUnaffected(layer.observer, layer.census, witness, layer.tick);
}

function repairsOpen(run: Run): string[] {
  const kinds = new Set(
    run.pair.live.applied
      .filter((a) => a.state === 'in effect' || a.state === 'under way')
      .map((a) => a.spec.kind),
  );
  return run.scenario.recovery.repairs
    .filter((r) => !r.anyOf.some((kind) => kinds.has(kind)))
    .map((r) => r.label);
}
