/** Principles about deciding: under pressure, on versions, among people, and for whom. */
import { describe, test } from 'vitest';
import type { Message } from '../../src/session/desk.ts';
import { Case, S12, S13, S39 } from './caseBuilder.ts';
import { expectVerdict } from './expectVerdict.ts';

const FIRES = 'two-fires';
const TILES = 'half-built-index';
const BROWNOUT = 'image-cdn-brownout';
const UNITS = 'config-weight-units';
const CHAMPION = 'clickbait-champion';

const back12 = { kind: 'rollback-model', to: 'v58', scope: [{}] } as const;
const routeCore = { kind: 'route-cohort', to: 'v41', scope: [{ activity: ['core'] }] } as const;
const ramp = (run: Case, share = 1): Case => {
  run.log.push({
    kind: 'effect',
    tick: ++run.tick,
    effect: { do: 'ramp', rollout: 'ranker-v42', share },
  });
  return run;
};

describe('P07 what grows by itself', () => {
  test('held first', () =>
    expectVerdict('P07', 'kept', new Case(S39).act({ kind: 'stop-ramp', rollout: 'ranker-v42' })));
  test('healed before it grew', () => expectVerdict('P07', 'kept', new Case(S39).act(routeCore)));
  test('it went to everyone meanwhile', () =>
    expectVerdict('P07', 'broken', ramp(new Case(S39).lens('arm')).act(routeCore)));
  test('the train came in the night', () =>
    expectVerdict('P07', 'broken', new Case(S12).wait(60).world('promoted').act(back12)));
  test('a ramp that is taken down is no growth', () =>
    expectVerdict('P07', 'kept', ramp(new Case(S39), 0).act(routeCore)));
  test('nothing grows', () =>
    expectVerdict(
      'P07',
      'not exercised',
      new Case(UNITS).act({ kind: 'revert-setting', setting: 'utility-weights' }),
    ));
});

describe('P17 new people', () => {
  const start = { kind: 'cold-start' } as const;
  test('read apart, and given a start', () =>
    expectVerdict('P17', 'kept', new Case(FIRES).lens('tenure').act(start)));
  test('never read apart', () =>
    expectVerdict('P17', 'broken', new Case(FIRES).lens('region').act(start)));
  test('read apart, and left', () =>
    expectVerdict(
      'P17',
      'broken',
      new Case(FIRES).lens('tenure').act({ kind: 'image-provider' }).close(null),
    ));
  test('they are not what is wrong', () =>
    expectVerdict('P17', 'not exercised', new Case(S39).lens('tenure').act(routeCore)));
});

describe('P21 stable and simple', () => {
  test('back to what worked', () => expectVerdict('P21', 'kept', new Case(S12).act(back12)));
  test('back first, and built after', () =>
    expectVerdict('P21', 'kept', new Case(S12).act(back12).act({ kind: 'nonfinite-guard' })));
  test('a new build first', () =>
    expectVerdict('P21', 'broken', new Case(S12).act({ kind: 'retrain', recipe: 'plain' })));
  test('nothing to go back to', () =>
    expectVerdict('P21', 'not exercised', new Case(S13).act({ kind: 'retrain', recipe: 'plain' })));
});

describe('P22 tool and constraint', () => {
  const scale = { kind: 'scale-up', pool: 'main', factor: 1.5 } as const;
  test('latency was read', () =>
    expectVerdict('P22', 'kept', new Case(BROWNOUT).look({ view: 'serving' }).act(scale)));
  test('chosen by its name', () =>
    expectVerdict('P22', 'broken', new Case(BROWNOUT).lens('region').act(scale)));
  test('no such tool', () => expectVerdict('P22', 'not exercised', new Case(S12).act(back12)));
});

describe('P26 offline and online', () => {
  const offline = { view: 'gauge', gauge: 'ndcg', by: null } as const;
  const pause = { kind: 'pause-arm', rollout: 'ranker-v50' } as const;
  test('what people did with it', () =>
    expectVerdict('P26', 'kept', new Case(CHAMPION).look({ view: 'experiments' }).act(pause)));
  test('both, side by side', () =>
    expectVerdict(
      'P26',
      'kept',
      new Case(CHAMPION).look(offline).look({ view: 'experiments' }).act(pause),
    ));
  test('offline only', () =>
    expectVerdict(
      'P26',
      'broken',
      new Case(CHAMPION).look(offline).act({ kind: 'promote-model', version: 'v50' }),
    ));
  test('an experiment that runs beside it asks nothing', () =>
    expectVerdict(
      'P26',
      'not exercised',
      new Case(TILES).look(offline).act({ kind: 'index-alias', source: 'similar' }).close(null),
    ));
});

describe('P25 and P20, where an experiment runs beside it', () => {
  const run = (): Case => new Case(TILES).act({ kind: 'index-alias', source: 'similar' });
  test('ratio', () => expectVerdict('P25', 'not exercised', run()));
  test('cohorts', () => expectVerdict('P20', 'not exercised', run()));
});

describe('P08 where everyone was hurt', () => {
  const everyone = { reading: [{}], hurtNow: [{}], hurtLater: [{}] };
  const healed = (): Case =>
    new Case(UNITS)
      .declare(everyone)
      .act({ kind: 'revert-setting', setting: 'utility-weights' })
      .wait(60);
  test('any cut of the figure that was paged shows recovery', () =>
    expectVerdict(
      'P08',
      'kept',
      healed().look({ view: 'lens', metric: 'hide_rate', by: ['arm'], surface: 'all' }),
    ));
  test('a figure that is not in question does not', () =>
    expectVerdict(
      'P08',
      'broken',
      healed().look({ view: 'lens', metric: 'p99_ms', by: ['arm'], surface: 'all' }),
    ));
  test('nothing read is nothing proved', () =>
    expectVerdict('P08', 'broken', healed().close(null)));
});

describe('P29 disagreement', () => {
  const message: Message = {
    id: 'm0',
    from: 'ines',
    tick: 0,
    text: 'Take it out for everyone. Now.',
    wants: true,
    own: false,
  };
  const pressed = (): Case => {
    const run = new Case(S39);
    run.desk = { ...run.desk, messages: [message] };
    return run;
  };
  const replay = { test: 'replay', swap: 'history', to: '500', scope: [{}] } as const;
  test('asked, and tested', () =>
    expectVerdict('P29', 'kept', pressed().ask('ines', 'worry').test(replay).act(routeCore)));
  test('neither', () => expectVerdict('P29', 'broken', pressed().lens('arm').act(routeCore)));
  test('one of the two is not held against anybody', () =>
    expectVerdict('P29', 'not exercised', pressed().ask('ines', 'worry').act(routeCore)));
  test('nobody wanted anything', () =>
    expectVerdict('P29', 'not exercised', new Case(S39).act(routeCore)));
});

describe('P31 the last word', () => {
  const acted = (): Case => new Case(S39).act(routeCore);
  const doing = (register: string): { claims: { offer: string; register: string }[] } => ({
    claims: [{ offer: 'doing', register }],
  });
  test('what was done', () =>
    expectVerdict(
      'P31',
      'kept',
      acted()
        .act({ kind: 'stop-ramp', rollout: 'ranker-v42' })
        .say(doing('careful'))
        .close('short-memory'),
    ));
  test('what was not done', () =>
    expectVerdict('P31', 'broken', acted().say(doing('careful')).close('short-memory')));
  test('more than was known', () =>
    expectVerdict('P31', 'broken', acted().say(doing('over')).close('short-memory')));
  test('a word before the decision is not the last', () =>
    expectVerdict(
      'P31',
      'broken',
      new Case(S39)
        .look({ view: 'lens', metric: 'save_rate', by: ['arm'], surface: 'all' })
        .say({ claims: [{ offer: 'who', register: 'careful' }] })
        .act(routeCore)
        .close('short-memory'),
    ));
  test('not over yet', () => expectVerdict('P31', 'not exercised', acted()));
});
