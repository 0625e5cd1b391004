/** What of a look the observer weighs. */
import { describe, expect, test } from 'vitest';
import { cutFirst, pageQuery, queriesOf, readingsOf } from '../../src/analysis/belief/readings.ts';
import type { Look } from '../../src/session/commands.ts';
import { DIFFERS_CUTS, differsPanel } from '../../src/session/panels/differs.ts';
import { ecosystemPanel } from '../../src/session/panels/ecosystem.ts';
import { experimentsPanel } from '../../src/session/panels/experiments.ts';
import { signed, withError } from '../../src/session/panels/frame.ts';
import { modelPanel } from '../../src/session/panels/model.ts';
import { servingPanel } from '../../src/session/panels/serving.ts';
import { createSilence } from '../../src/sim/telemetry/noise.ts';
import { observe } from '../../src/sim/telemetry/observer.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import { scenarioById } from '../scenario/library.ts';
import { atPage } from '../session/cases.ts';
import { early } from '../session/early.ts';

const LOOKED_IN = { hours: 1, sinceChange: Infinity, arms: false };
const panelOf = (metric: 'head_share' | 'save_rate') =>
  queriesOf({ view: 'metric', metric, scope: [{ region: ['NA'] }], by: 'arm' }, LOOKED_IN);

describe('a figure of the whole service', () => {
  test('is of everybody and of a day, however it was asked for', () => {
    expect(panelOf('head_share')).toEqual([
      { metric: 'head_share', by: [], scope: EVERYONE, surface: 'all', hours: 24 },
    ]);
    expect(panelOf('save_rate')).toEqual([
      { metric: 'save_rate', by: ['arm'], scope: [{ region: ['NA'] }], surface: 'all', hours: 1 },
    ]);
  });

  test('is weighed where a page reads it, and what is cut then is what the service is for', () => {
    const runaway = scenarioById('runaway-popular');
    expect(pageQuery(runaway)).toMatchObject({ metric: 'head_share', by: [], hours: 24 });
    expect(cutFirst(runaway)).toBe('save_rate');
    expect(cutFirst(scenarioById('config-weight-units'))).toBe('hide_rate');
  });

  test('is read once, with its error; without noise it is what was served', () => {
    const scenario = scenarioById('nan-in-the-scores');
    const run = atPage(early({ ...scenario, world: { ...scenario.world, preset: 'check' } }));
    const [query] = panelOf('head_share');
    const { tick } = run.pair.live;
    const noisy = readingsOf(run.observer, query!, tick);
    expect(noisy).toEqual([{ key: '', deviation: expect.any(Number), error: 1 }]);
    const { pair } = run;
    const read = readingsOf(observe(pair, createSilence(pair.panel.person.length)), query!, tick);
    const again = readingsOf(observe(pair, createSilence(1)), query!, tick);
    expect(read).toEqual(again);
    expect(read).not.toEqual(noisy);
    expect(readingsOf(run.observer, query!, 10)).toEqual([]);
  });
});

describe('a panel that shows metrics beside one another is weighed as it is shown', () => {
  const run = atPage();
  const { tick } = run.pair.live;
  const frame = {
    id: 'p',
    reading: '',
    look: null,
    test: null,
    openedAt: '',
    pinned: false,
    answer: null,
  };
  const weighedOf = (look: Look, arms = true) =>
    queriesOf(look, { ...LOOKED_IN, arms }).map((query) => readingsOf(run.observer, query, tick));
  const barsOf = ({ groups }: ReturnType<typeof servingPanel>) =>
    groups.map(({ bars }) =>
      bars.map(({ now, before }) => 100 * (now / before! - 1)).toSorted((a, b) => a - b),
    );
  const sorted = (weighed: ReturnType<typeof weighedOf>) =>
    weighed.map((own) => own.map((r) => r.deviation).toSorted((a, b) => a - b));
  const close = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]) => {
    expect(a.map((own) => own.length)).toEqual(b.map((own) => own.length));
    expect(a.flat().length).toBeGreaterThan(2);
    a.flat().forEach((value, k) => expect(value).toBeCloseTo(b.flat()[k]!, 9));
  };

  test('latency by version and by device', () => {
    close(sorted(weighedOf({ view: 'serving' })), barsOf(servingPanel(run, frame)));
  });

  test('who gets shown', () => {
    const shown = barsOf(ecosystemPanel(run, frame)).flat();
    const weighed = sorted(weighedOf({ view: 'ecosystem' })).flat();
    close([weighed.toSorted((a, b) => a - b)], [shown.toSorted((a, b) => a - b)]);
  });

  test('effects of an experiment, and nothing where none has arms', () => {
    const { rows } = experimentsPanel(run, frame);
    const effects = weighedOf({ view: 'experiments' }).map((own) => {
      const of = (arm: string) => own.find(({ key }) => key === arm)!.deviation;
      return signed(of('v42') - of('v41'));
    });
    expect(effects).toEqual(rows.slice(0, -1).map(([, effect]) => effect));
    expect(weighedOf({ view: 'experiments' }, false)).toEqual([]);
  });

  test('calibration of each version among those who are looked at', () => {
    const scope = [{ activity: ['core'] }];
    const [weighed] = weighedOf({ view: 'model', scope });
    const { rows } = modelPanel(run, scope, frame);
    expect(new Set(weighed!.map(({ key }) => key))).toEqual(new Set(rows.map(([id]) => id)));
  });

  test('every cut that is held against the others', () => {
    const cuts = weighedOf({ view: 'differs', metric: 'save_rate' });
    expect(cuts.length).toBe(DIFFERS_CUTS.length);
    const weighed = new Set(cuts.flat().map((r) => withError(r.deviation, r.error)));
    const { rows } = differsPanel(run, 'save_rate', frame);
    for (const row of rows) expect(row.some((cell) => weighed.has(cell))).toBe(true);
  });
});
