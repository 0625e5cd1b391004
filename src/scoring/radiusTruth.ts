/** The radius as truth and as claim: in words, in numbers, and as cells for the picture. */
import type { Analysis } from '../analysis/conclusion.ts';
import type { LayerTruth } from '../analysis/layers.ts';
import { touchedOf } from '../analysis/marks/radii.ts';
import { heldRadius } from '../session/heldRadius.ts';
import type { Run } from '../session/run.ts';
import { tickLabel } from '../sim/clock.ts';
import { scopeWords } from '../session/words.ts';
import { orderKeys } from '../session/keys.ts';
import type { Dimension } from '../sim/segments.ts';
import { POPULATION_MILLIONS } from '../sim/presets.ts';
import { isInside, labelsAt, membership } from '../sim/telemetry/observer.ts';
import { dimensionsIn } from './bearing.ts';
import type { RadiusTruth } from './debrief.ts';
import { tenths } from './tenthsWords.ts';

export const LAYER_LABELS = {
  reading: 'Moved',
  hurtNow: 'Hurt now',
  hurtLater: 'Hurt later',
} as const;

export function radiusTruthOf(run: Run, analysis: Analysis): RadiusTruth {
  const shown = pictured(analysis.layers);
  return {
    sentence: sentenceOf(analysis.layers, run.scenario.world.preset === 'check') + heldWords(run),
    layers: analysis.layers.map((l) => ({
      layer: l.layer,
      label: LAYER_LABELS[l.layer],
      truth: scopeWords(l.census.truth),
      claim: scopeWords(l.claim),
      precision: l.score.precision,
      recall: l.score.recall,
      said: l.claim !== null,
      truthNobody: l.census.hurt.length === 0,
      touched: touchedOf(l.census.hurt),
    })),
    witness: { claim: scopeWords(run.desk.radius.witness), unaffected: analysis.witness },
    ...pictureOf(run, shown),
  };
}

/** Where something else was declared once a remedy was at work: what the sentence before it is about. */
function heldWords(run: Run): string {
  const { tick, isEarlier } = heldRadius(run);
  return isEarlier && tick !== null
    ? ` This is of ${tickLabel(tick)}, before anything you ordered took effect: what you declared later is of another world than the one you found.`
    : '';
}

/** The layer worth a picture: those hurt now, else those hurt later, else the readings. */
function pictured(layers: readonly LayerTruth[]): LayerTruth {
  const of = (id: string): LayerTruth | undefined =>
    layers.find((l) => l.layer === id && l.census.hurt.length > 0);
  return of('hurtNow') ?? of('reading') ?? of('hurtLater') ?? layers[0]!;
}

/** `small`: of two thousand people a census finds only what is large, and its nobody is a weak one. */
function sentenceOf(layers: readonly LayerTruth[], small: boolean): string {
  const nobody = small ? 'nobody, as far as two thousand people can show' : 'nobody';
  return layers
    .map((l) => {
      if (l.claim === null)
        return `${LAYER_LABELS[l.layer]}: you did not say; it was ${l.census.hurt.length === 0 ? nobody : scopeWords(l.census.truth)}.`;
      if (l.census.hurt.length === 0)
        return l.claim.length === 0
          ? `${LAYER_LABELS[l.layer]}: nobody, as you said.`
          : `${LAYER_LABELS[l.layer]}: ${nobody}; you named ${scopeWords(l.claim)}.`;
      if (l.claim.length === 0)
        return `${LAYER_LABELS[l.layer]}: you said nobody; it was ${scopeWords(l.census.truth)}.`;
      const [recall, precision] = [tenths(l.score.recall ?? 0), tenths(l.score.precision ?? 0)];
      return `${LAYER_LABELS[l.layer]}: you found ${recall} of the loss; ${precision} of those you named were touched.`;
    })
    .join(' ');
}

/**
 * Two dimensions that show truth and claim side by side: first those that both split on, then those of the claim, which drawn
 * along other lines would circle people it does not mean, then those of the census; filled up with what the player cut by.
 */
function axesOf(run: Run, layer: LayerTruth): [Dimension, Dimension] {
  const inTruth = new Set(
    layer.census.hurt.flatMap((leaf) => Object.keys(leaf.where) as Dimension[]),
  );
  const inClaim = dimensionsIn(layer.claim);
  const used = new Set<Dimension>(inClaim.filter((d) => inTruth.has(d)));
  for (const d of [...inClaim, ...inTruth, ...run.desk.lens.by]) used.add(d);
  for (const d of ['activity', 'region'] as const) used.add(d);
  const [a, b] = [...used];
  return [a ?? 'activity', b ?? 'region'];
}

function pictureOf(run: Run, layer: LayerTruth): Pick<RadiusTruth, 'columns' | 'rows' | 'cells'> {
  const { observer, census, tick } = layer;
  const [first, second] = axesOf(run, layer);
  const a = labelsAt(observer, first, tick);
  const b = labelsAt(observer, second, tick);
  const columns = orderKeys(run, first, [...new Set(a)]);
  const rows = orderKeys(run, second, [...new Set(b)]);
  const claimed = layer.claim === null ? null : membership(observer, layer.claim, tick);
  const { share, weight } = observer.pair.panel;
  const { people } = observer.pair.panel;
  const cells = rows.flatMap((row) =>
    columns.map((column) => {
      let w = 0;
      let lost = 0;
      let hurt = 0;
      let mine = 0;
      let count = 0;
      for (let m = 0; m < share.length; m++) {
        if (a[m] !== column || b[m] !== row) continue;
        w += share[m]!;
        lost += share[m]! * census.lossOf[m]!;
        if (census.lossOf[m]! > 0) hurt += share[m]!;
        if (claimed !== null && isInside(claimed, m)) mine += share[m]!;
        count += weight[m]!;
      }
      return {
        loss: w === 0 ? 0 : lost / w,
        hurt: w === 0 ? 0 : hurt / w,
        claimed: mine > 0.5 * w && w > 0,
        people: (count / people) * POPULATION_MILLIONS,
      };
    }),
  );
  const named = (d: Dimension, key: string): string =>
    d === 'activity'
      ? `${key} people`
      : d === 'history'
        ? `${key} saves`
        : d === 'arm'
          ? `arm ${key}`
          : key;
  return {
    columns: columns.map((k) => named(first, k)),
    rows: rows.map((k) => named(second, k)),
    cells,
  };
}
