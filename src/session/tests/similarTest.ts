/** Which other series moved like this one since a minute? It names no cause: what moves together may have one in common. */
import { tickLabel, MINUTES_PER_DAY } from '../../sim/clock.ts';
import { gaugeOf, GAUGE_IDS } from '../../sim/gauges.ts';
import { METRIC_IDS, METRICS } from '../../sim/metrics.ts';
import { searchSimilar, type Moved } from '../../sim/telemetry/similar.ts';
import type { Test } from '../commands.ts';
import type { TestResult } from '../desk.ts';
import { discoveryCut, twoSided } from '../panels/discoveries.ts';
import { now, type Run } from '../run.ts';
import { valueWords } from '../segmentWords.ts';
import { lowerFirst, scopeWords } from '../words.ts';
import { percent } from './contrast.ts';

const SHOWN = 12;
const NAMED = 4;
/** Least likeness that is worth a line. */
const LIKE = 0.6;
/** Points of the window before the minute for each one after, and at most in all. */
const MOST_POINTS = 36;

function nameOf({ id, by, key }: Moved): string {
  const metric = METRIC_IDS.find((m) => m === id);
  const gauge = GAUGE_IDS.find((g) => g === id);
  const label =
    metric !== undefined ? METRICS[metric].label : gauge !== undefined ? gaugeOf(gauge).label : id;
  return by === null ? label : `${label}, ${valueWords(by, key)}`;
}

export function similar(run: Run, test: Extract<Test, { test: 'similar' }>): TestResult {
  const tick = now(run);
  const minutes = run.scenario.clock === 'days' ? MINUTES_PER_DAY : 60;
  // As much before it began as since, so that a step looks like a step.
  const since = Math.max(0, Math.min(test.sinceTick, tick - minutes));
  const length = Math.min(MOST_POINTS * minutes, 2 * (tick - since));
  const { target, searched, found } = searchSimilar(run.observer, test.metric, test.scope, since, {
    from: Math.max(0, tick - length),
    to: tick,
    minutes,
  });
  const label = lowerFirst(METRICS[test.metric].label);
  const title = `What moved like ${label}?`;
  const own = `${METRICS[test.metric].label} of ${scopeWords(test.scope)} since ${tickLabel(since)}: ${percent(target.deviation)} ± ${target.error.toFixed(1)}`;
  if (!target.moved)
    return {
      title,
      summary: `${own}. It has not moved beyond its noise, so there is no shape to look for.`,
      columns: [],
      rows: [],
      marked: [],
      figure: null,
    };
  // Of many series some agree by luck: what stands is what is left when their number is taken into account.
  const p = found.map((m) => twoSided(m.distance, 1));
  const cut = discoveryCut([...p, ...Array.from({ length: searched - found.length }, () => 1)]);
  const alike = found.filter((m, k) => p[k]! <= cut && Math.abs(m.likeness) >= LIKE);
  const shown = alike.slice(0, SHOWN);
  return {
    title,
    summary: `${own}. ${
      alike.length === 0
        ? `None of ${searched} other series moved like it beyond its own noise.`
        : `Of ${searched} other series ${alike.length} moved like it: ${alike
            .slice(0, NAMED)
            .map((m) => `${lowerFirst(nameOf(m))} ${percent(m.deviation)} ± ${m.error.toFixed(1)}`)
            .join('; ')}.`
    } What moves together may have one cause; this names none.`,
    columns: ['series', 'likeness', 'since then', 'in its own errors'],
    rows: shown.map((m) => [
      nameOf(m),
      m.likeness.toFixed(2).replace('-', '−'),
      `${percent(m.deviation)} ± ${m.error.toFixed(1)}`,
      Math.abs(m.distance).toFixed(1),
    ]),
    marked: [],
    figure: null,
  };
}
