/**
 * Can the blast radius be read off? A cut with a group inside that is off, and beside it one outside that is not: of
 * everybody by one or two things, or by one thing of those whom all others already set apart.
 */
import type { LayerTruth } from '../../analysis/layers.ts';
import { lensHours, READING_HOURS } from '../../session/panels/series.ts';
import { now, type Run } from '../../session/run.ts';
import { isEveryone, scopeWords } from '../../session/words.ts';
import { METRICS, type MetricId } from '../../sim/metrics.ts';
import { SURFACE_COUNT } from '../../sim/presets.ts';
import { EVERYONE, type Conjunction, type Dimension, type Scope } from '../../sim/segments.ts';
import { groupBy, readGroups } from '../../sim/telemetry/readings.ts';

export interface RadiusFound {
  /** Who is touched: `nobody`, `everybody`, or `some`. */
  readonly touched: 'nobody' | 'everybody' | 'some';
  /** The reading that shows it, in words; null where none does. */
  readonly reading: string | null;
}

/** Standard errors by which a group must be off, and within which it is not. */
const CLEAR = 2;
/** Share of a group inside from which it counts as inside, and up to which it counts as outside. */
const INSIDE = 0.8;
const OUTSIDE = 0.1;

/** `page`: a run at its page. */
export function radiusIn(page: Run, layers: readonly LayerTruth[]): RadiusFound {
  const layer =
    layers.find((l) => l.layer === 'hurtNow' && l.census.hurt.length > 0) ??
    layers.find((l) => l.layer === 'reading' && l.census.hurt.length > 0);
  if (layer === undefined) return { touched: 'nobody', reading: null };
  if (layer.census.hurt.length === layer.census.leaves.length)
    return { touched: 'everybody', reading: null };
  const axes = [
    ...new Set(layer.census.hurt.flatMap((leaf) => Object.keys(leaf.where))),
  ] as Dimension[];
  const ofEveryone = (by: readonly Dimension[]): RadiusCut => ({ by, scope: EVERYONE });
  const cuts = [
    ...axes.map((a) => ofEveryone([a])),
    ...axes.flatMap((a, i) => axes.slice(i + 1).map((b) => ofEveryone([a, b]))),
    ...layer.census.hurt.flatMap(({ where }) => cutsWithin(where)),
  ];
  const { metric } = page.scenario.page.rule;
  const metrics: MetricId[] = [
    ...(METRICS[metric].cuttable ? [metric] : []),
    'save_rate',
    'server_saves',
  ];
  for (const cut of cuts)
    for (const read of new Set(metrics)) {
      const words = shownBy(page, layer, read, cut);
      if (words !== null) return { touched: 'some', reading: words };
    }
  return { touched: 'some', reading: null };
}

interface RadiusCut {
  readonly by: readonly Dimension[];
  readonly scope: Scope;
}

/** Whom a group is set apart by, all but one, cut by that one: where somebody comes to who cuts one thing after another. */
function cutsWithin(where: Conjunction): RadiusCut[] {
  const axes = Object.keys(where) as Dimension[];
  if (axes.length < 2) return [];
  return axes.map((axis) => {
    const { [axis]: _cut, ...others } = where;
    return { by: [axis], scope: [others] };
  });
}

function shownBy(
  page: Run,
  layer: LayerTruth,
  metric: MetricId,
  { by, scope }: RadiusCut,
): string | null {
  const tick = now(page);
  const hours = lensHours(READING_HOURS[page.scenario.clock], by.length);
  const { observer, census } = layer;
  // Whose group is touched, by the census; what it reads, by what is shown.
  const asked = groupBy(observer, by, scope, 'all', tick);
  const weight = new Map<string, { all: number; in: number }>();
  const { share } = observer.pair.panel;
  for (let m = 0; m < share.length; m++) {
    const key = asked.keys[asked.groups[m * SURFACE_COUNT]!];
    if (key === undefined) continue;
    const sum = weight.get(key) ?? { all: 0, in: 0 };
    sum.all += share[m]!;
    if (census.lossOf[m]! > 0) sum.in += share[m]!;
    weight.set(key, sum);
  }
  let off: string | null = null;
  let witness: string | null = null;
  const shown = groupBy(page.observer, by, scope, 'all', tick);
  for (const r of readGroups(page.observer, metric, shown, tick, hours)) {
    const of = weight.get(r.key);
    if (of === undefined || !Number.isFinite(r.deviation)) continue;
    const inside = of.in / of.all;
    const clear = Math.abs(r.deviation) > CLEAR * r.error;
    if (inside >= INSIDE && clear) off ??= r.key;
    if (inside <= OUTSIDE && !clear) witness ??= r.key;
  }
  return off === null || witness === null
    ? null
    : `${metric}${isEveryone(scope) ? '' : ` of ${scopeWords(scope)}`} by ${by.join(' and ')}: ${off} is off, ${witness} is not`;
}
