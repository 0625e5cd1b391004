/** Principles about what was known before a decision. */
import { describe, test } from 'vitest';
import { Case, S12, S13, S28, S39, layer } from './caseBuilder.ts';
import { expectVerdict } from './expectVerdict.ts';

const back12 = { kind: 'rollback-model', to: 'v58', scope: [{}] } as const;
const back13 = { kind: 'rollback-model', to: 'v46', scope: [{}] } as const;
const routeCore = { kind: 'route-cohort', to: 'v41', scope: [{ activity: ['core'] }] } as const;
const ecosystem = { view: 'ecosystem' } as const;

describe('P01 who is hurt', () => {
  const core = { hurtNow: [{ activity: ['core'] }] };
  test('two unrelated cuts and a statement', () =>
    expectVerdict(
      'P01',
      'kept',
      new Case(S39).lens('activity', 'arm').declare(core).act(routeCore),
    ));
  test('one cut is enough where the circle was right, and only there', () => {
    const run = new Case(S39).lens('activity').declare(core).act(routeCore);
    expectVerdict('P01', 'kept', run);
    expectVerdict('P01', 'broken', run, { layers: [layer({ recall: 0.3 })] });
  });
  test('related dimensions are one cut', () =>
    expectVerdict(
      'P01',
      'broken',
      new Case(S13)
        .lens('platform', 'build')
        .declare({ reading: [{ build: ['android 9.10'] }] })
        .act(back13),
      {
        layers: [],
      },
    ));
  test('cuts without a statement', () =>
    expectVerdict('P01', 'broken', new Case(S39).lens('activity', 'arm').act(routeCore)));
  test('a cut made after the change does not count', () =>
    expectVerdict(
      'P01',
      'broken',
      new Case(S39).act(routeCore).lens('activity', 'arm').declare(core),
    ));
  test('a hold before scoping is no decision', () => {
    const run = new Case(S39).act({ kind: 'stop-ramp', rollout: 'ranker-v42' });
    expectVerdict('P01', 'not exercised', run);
    run.lens('activity', 'arm').declare(core).act(routeCore);
    expectVerdict('P01', 'kept', run);
  });
});

describe('P02 suspects', () => {
  test('the accused faced a clearing test', () =>
    expectVerdict(
      'P02',
      'kept',
      new Case(S13)
        .look({ view: 'changes' })
        .lens('build')
        .act({ kind: 'pause-release', build: 'android 9.10' }),
    ));
  test('named after the list alone', () =>
    expectVerdict('P02', 'broken', new Case(S13).look({ view: 'changes' }).act(back13)));
  test('a look that cannot clear a release does not', () =>
    expectVerdict(
      'P02',
      'broken',
      new Case(S13).lens('region').act({ kind: 'pause-release', build: 'android 9.10' }),
    ));
  test('each kind of change has its own alibi', () => {
    expectVerdict('P02', 'kept', new Case(S13).view('model').act(back13));
    expectVerdict(
      'P02',
      'broken',
      new Case(S13).view('model').act({ kind: 'pause-release', build: 'android 9.10' }),
    );
    expectVerdict('P02', 'broken', new Case(S13).view('sources').act(back13));
  });
  test('nobody accused', () =>
    expectVerdict(
      'P02',
      'not exercised',
      new Case(S28).act({ kind: 'exposure-cap', perDay: 250 }),
    ));
});

describe('P03 hypotheses', () => {
  const two = (): Case => new Case(S39).suspect('s-ranker', 60).suspect('s-store', 50);
  test('one struck after a reading', () =>
    expectVerdict('P03', 'kept', two().view('features').strike('h1').act(routeCore)));
  test('one believed less after a reading', () =>
    expectVerdict('P03', 'kept', two().view('features').confidence('h1', 20).act(routeCore)));
  test('struck before anything was read', () =>
    expectVerdict('P03', 'broken', two().strike('h1').act(routeCore)));
  test('one explanation', () =>
    expectVerdict(
      'P03',
      'broken',
      new Case(S39).suspect('s-ranker', 90).view('features').act(routeCore),
    ));
  test('a doubt about the only one tells it from nothing', () =>
    expectVerdict(
      'P03',
      'broken',
      new Case(S39).suspect('s-ranker', 90).view('features').confidence('h0', 60).act(routeCore),
    ));
  test('nothing decided', () => expectVerdict('P03', 'not exercised', two()));
});

describe('P09 stage', () => {
  test('funnel first', () =>
    expectVerdict('P09', 'kept', new Case(S12).view('funnel').act(back12)));
  test('blamed unread', () =>
    expectVerdict('P09', 'broken', new Case(S12).lens('region').act(back12)));
  test('retrieval is not cleared by a look at the ranker', () =>
    expectVerdict(
      'P09',
      'broken',
      new Case(S28).view('model').act({ kind: 'normalise-popularity' }),
    ));
  test('a remedy in the log blames no stage', () =>
    expectVerdict(
      'P09',
      'not exercised',
      new Case(S13).act({ kind: 'dedupe-events', event: 'impression', build: 'android 9.10' }),
    ));
});

describe('P10 inputs', () => {
  test('read first', () =>
    expectVerdict('P10', 'kept', new Case(S12).view('features').act(back12)));
  test('a retrain asks for the rows', () => {
    expectVerdict(
      'P10',
      'kept',
      new Case(S13).look({ view: 'training' }).act({ kind: 'retrain', recipe: 'plain' }),
    );
    expectVerdict(
      'P10',
      'broken',
      new Case(S13).view('features').act({ kind: 'retrain', recipe: 'plain' }),
    );
  });
  test('unread', () => expectVerdict('P10', 'broken', new Case(S12).view('model').act(back12)));
  test('no model moved', () =>
    expectVerdict('P10', 'not exercised', new Case(S12).act({ kind: 'nonfinite-guard' })));
});

describe('P11 meter', () => {
  const quarantine = {
    kind: 'quarantine-rows',
    scope: [{ build: ['android 9.10'] }],
    sinceTick: 0,
  } as const;
  test('two counts', () =>
    expectVerdict('P11', 'kept', new Case(S13).view('sources').act(quarantine)));
  test('an event audit is a count of its own', () =>
    expectVerdict(
      'P11',
      'kept',
      new Case(S13).test({ test: 'event-audit', build: 'android 9.10' }).act(quarantine),
    ));
  test('a second reading of the same log is not', () =>
    expectVerdict(
      'P11',
      'broken',
      new Case(S13)
        .look({ view: 'metric', metric: 'saves_per_session', by: null, scope: [{}] })
        .act(quarantine),
    ));
  test('the page does not come from the app', () =>
    expectVerdict('P11', 'not exercised', new Case(S28).act({ kind: 'normalise-popularity' })));
});

describe('P12 lasting value', () => {
  const closeups = { view: 'metric', metric: 'closeup_rate', by: null, scope: [{}] } as const;
  test('saves', () => expectVerdict('P12', 'kept', new Case(S39).lens('arm').act(routeCore)));
  test('closeups only', () =>
    expectVerdict('P12', 'broken', new Case(S39).look(closeups).act(routeCore)));
  test('what is cited outweighs what was merely opened', () =>
    expectVerdict('P12', 'broken', new Case(S39).lens('arm').look(closeups).pin().act(routeCore)));
  test('no number read', () =>
    expectVerdict('P12', 'not exercised', new Case(S39).look({ view: 'changes' }).act(routeCore)));
});

describe('P19 regions', () => {
  test('read', () => expectVerdict('P19', 'kept', new Case(S12).lens('region').act(back12)));
  test('unread', () => expectVerdict('P19', 'broken', new Case(S12).lens('history').act(back12)));
  test('a scope drawn along other lines is not unknown', () =>
    expectVerdict(
      'P19',
      'not exercised',
      new Case(S12).declare({ hurtNow: [{ history: ['> 300'] }] }).act(back12),
    ));
  test('a narrow order rests on something else', () =>
    expectVerdict('P19', 'not exercised', new Case(S39).act(routeCore)));
});

describe('P20 who pays', () => {
  test('cohorts', () =>
    expectVerdict('P20', 'kept', new Case(S39).look({ view: 'experiments' }).act(routeCore)));
  test('creators, in a loop', () => {
    expectVerdict(
      'P20',
      'kept',
      new Case(S28).look(ecosystem).act({ kind: 'normalise-popularity' }),
    );
    expectVerdict(
      'P20',
      'broken',
      new Case(S28).lens('activity').act({ kind: 'normalise-popularity' }),
    );
  });
  test('promoted on the mean', () =>
    expectVerdict(
      'P20',
      'broken',
      new Case(S39).lens('arm').act({ kind: 'promote-model', version: 'v42' }),
    ));
  test('cohorts read after the choice come too late', () =>
    expectVerdict('P20', 'broken', new Case(S39).act(routeCore).look({ view: 'experiments' })));
  test('no mean to accept', () => expectVerdict('P20', 'not exercised', new Case(S12).act(back12)));
});

describe('P25 experiments', () => {
  test('ratio read', () =>
    expectVerdict('P25', 'kept', new Case(S39).look({ view: 'experiments' }).act(routeCore)));
  test('or asked of its keeper', () =>
    expectVerdict('P25', 'kept', new Case(S39).ask('mei', 'split').act(routeCore)));
  test('arm believed', () =>
    expectVerdict('P25', 'broken', new Case(S39).lens('arm').act(routeCore)));
  test('no experiment', () => expectVerdict('P25', 'not exercised', new Case(S12).act(back12)));
});

describe('P28 weighing', () => {
  test('severity first', () =>
    expectVerdict(
      'P28',
      'kept',
      new Case(S12)
        .declare({ hurtNow: [{ history: ['> 300'] }], severity: 'critical' })
        .act(back12),
    ));
  test('severity after', () =>
    expectVerdict(
      'P28',
      'broken',
      new Case(S12).act(back12).declare({ hurtNow: [{}], severity: 'high' }),
    ));
  test('nothing chosen', () => expectVerdict('P28', 'not exercised', new Case(S12).lens('region')));
});
