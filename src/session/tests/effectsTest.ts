/** Which running experiment or rollout explains the change? Effect by exposure, and the part of the whole it comes to. */
import { METRICS } from '../../sim/metrics.ts';
import { exposures } from '../../sim/telemetry/exposure.ts';
import { readScope } from '../../sim/telemetry/readings.ts';
import type { Test } from '../commands.ts';
import type { TestResult } from '../desk.ts';
import { discoveryCut, twoSided } from '../panels/discoveries.ts';
import { now, type Run } from '../run.ts';
import { lowerFirst, scopeWords } from '../words.ts';
import { percent } from './contrast.ts';

/** Hours an effect is read over, by clock. */
const HOURS = { minutes: 4, days: 24 } as const;

export function effects(run: Run, test: Extract<Test, { test: 'effects' }>): TestResult {
  const tick = now(run);
  const hours = HOURS[run.scenario.clock];
  const { label } = METRICS[test.metric];
  const title = `Which exposure explains ${lowerFirst(label)}?`;
  const whole = readScope(run.observer, test.metric, test.scope, 'all', tick, hours);
  const found = exposures(run.observer, test.metric, test.scope, tick, hours);
  const p = found.map(({ effect, error }) => (effect === null ? 1 : twoSided(effect, error)));
  const cut = discoveryCut(p);
  const clear = found.flatMap(({ effect }, k) => (effect !== null && p[k]! <= cut ? [k] : []));
  const part = (k: number): number => found[k]!.share * (found[k]!.effect ?? 0);
  const change = whole === null ? 0 : whole.deviation;
  const own = `${label} of ${scopeWords(test.scope)}: ${percent(change)} ± ${(whole?.error ?? 0).toFixed(1)}`;
  const most = clear.toSorted((a, b) => Math.abs(part(b)) - Math.abs(part(a)));
  return {
    title,
    summary: `${own}. ${
      found.length === 0
        ? 'No rollout and no experiment is running.'
        : most.length === 0
          ? `No exposure makes a difference beyond its interval: ${found.length} looked at.`
          : `${most.map((k) => `${found[k]!.name} (${found[k]!.arm}) ${percent(found[k]!.effect!)} ± ${found[k]!.error.toFixed(1)} on those who have it, ${percent(part(k))} of the whole`).join('; ')}.`
    }`,
    columns: ['exposure', 'has it', 'effect', '95 % interval', 'points of the whole'],
    rows: found.map(({ name, arm, share, effect, error }, k) => [
      `${name}, ${arm}`,
      `${(100 * share).toFixed(0)} %`,
      effect === null ? 'nobody to compare with' : `${percent(effect)} ± ${error.toFixed(1)}`,
      effect === null
        ? '–'
        : `${percent(effect - 1.96 * error)} … ${percent(effect + 1.96 * error)}`,
      effect === null ? '–' : percent(part(k)).replace(' %', ''),
    ]),
    marked: clear,
    figure: null,
  };
}
