/** What of a look the observer weighs. */
import { describe, expect, test } from 'vitest';
import { cutFirst, pageQuery, queriesOf, readingsOf } from '../../src/analysis/belief/readings.ts';
import { createSilence } from '../../src/sim/telemetry/noise.ts';
import { observe } from '../../src/sim/telemetry/observer.ts';
import { EVERYONE } from '../../src/sim/segments.ts';
import { scenarioById } from '../scenario/library.ts';
import { atPage } from '../session/cases.ts';
import { early } from '../session/early.ts';

const panelOf = (metric: 'head_share' | 'save_rate') =>
  queriesOf({ view: 'metric', metric, scope: [{ region: ['NA'] }], by: 'arm' }, 1);

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
