/** Principles about what was done, and when. */
import { describe, test } from 'vitest';
import { Case, S12, S13, S28, S39 } from './caseBuilder.ts';
import { expectVerdict } from './expectVerdict.ts';

const back12 = { kind: 'rollback-model', to: 'v58', scope: [{}] } as const;
const pin12 = { kind: 'pin-model', version: 'v58' } as const;
const back13 = { kind: 'rollback-model', to: 'v46', scope: [{}] } as const;
const routeCore = { kind: 'route-cohort', to: 'v41', scope: [{ activity: ['core'] }] } as const;
const backAll = { kind: 'rollback-model', to: 'v41', scope: [{}] } as const;
const quarantine = {
  kind: 'quarantine-rows',
  scope: [{ build: ['android 9.10'] }],
  sinceTick: 0,
} as const;
const dedupe = { kind: 'dedupe-events', event: 'impression', build: 'android 9.10' } as const;
const normalise = { kind: 'normalise-popularity' } as const;
const ecosystem = { view: 'ecosystem' } as const;
const read12 = (): Case => new Case(S12).look({ view: 'changes' }).lens('history').view('model');

describe('P04 reversal', () => {
  test('on evidence, at once', () => expectVerdict('P04', 'kept', read12().act(back12)));
  test('the smallest sufficient set is evidence, whatever stayed closed', () =>
    expectVerdict('P04', 'kept', new Case(S12).lens('history').view('model').act(back12)));
  test('without a stage', () =>
    expectVerdict('P04', 'broken', new Case(S12).look({ view: 'changes' }).act(back12)));
  test('right, and forty minutes late', () =>
    expectVerdict('P04', 'broken', read12().wait(40).act(back12)));
  test('never, with the evidence in', () =>
    expectVerdict('P04', 'broken', read12().close('diverged')));
  test('against the evidence', () =>
    expectVerdict(
      'P04',
      'broken',
      new Case(S13)
        .lens('build')
        .view('sources')
        .view('model')
        .look({ view: 'changes' })
        .act(back13),
    ));
  test('left alone, with a reason', () => {
    expectVerdict('P04', 'kept', new Case(S13).view('sources').act(quarantine));
    expectVerdict('P04', 'kept', new Case(S13).view('sources').close('counted-twice'));
  });
  test('nothing read, nothing reversed', () =>
    expectVerdict('P04', 'not exercised', new Case(S13).act(quarantine)));
});

describe('P05 width', () => {
  test('a reference move is as good as any', () =>
    expectVerdict('P05', 'kept', new Case(S39).act(routeCore), { remedyShare: 0.4 }));
  test('as declared', () => {
    const scope = [{ activity: ['core'], arm: ['v42'] }];
    expectVerdict(
      'P05',
      'kept',
      new Case(S39).declare({ hurtNow: scope }).act({ ...routeCore, scope }),
      { remedyShare: null },
    );
  });
  test('for everyone', () => expectVerdict('P05', 'broken', new Case(S39).act(backAll)));
  test('much wider than the hurt', () =>
    expectVerdict(
      'P05',
      'broken',
      new Case(S39).act({ ...routeCore, scope: [{ region: ['NA'] }] }),
      { remedyShare: 0.3 },
    ));
  test('corrected', () =>
    expectVerdict('P05', 'kept', new Case(S39).act(backAll).undo('o0').act(routeCore)));
  test('everyone is in the references of S12', () =>
    expectVerdict('P05', 'kept', new Case(S12).act(back12)));
  test('no narrow lever', () =>
    expectVerdict('P05', 'not exercised', new Case(S28).act(normalise)));
});

describe('P06 speed and hold', () => {
  test('prompt and pinned', () => expectVerdict('P06', 'kept', read12().act(back12).act(pin12)));
  test('prompt and not pinned', () => expectVerdict('P06', 'broken', read12().act(back12)));
  test('pinned, then let go', () =>
    expectVerdict('P06', 'broken', read12().act(back12).act(pin12).undo('o1')));
  test('late', () => expectVerdict('P06', 'broken', read12().wait(45).act(back12).act(pin12)));
  test('prompt where nothing is armed', () =>
    expectVerdict('P06', 'kept', new Case(S39).lens('activity', 'arm').act(routeCore)));
  test('relapsed', () =>
    expectVerdict('P06', 'broken', new Case(S39).lens('activity', 'arm').act(routeCore), {
      relapsed: true,
    }));
  test('never enough, never acted', () =>
    expectVerdict('P06', 'not exercised', new Case(S39).lens('region')));
});

describe('P08 recovery', () => {
  test('read where it hurt, beside others', () =>
    expectVerdict(
      'P08',
      'kept',
      new Case(S39).act(routeCore).wait(60).lens('activity', 'arm').close(null),
    ));
  test('only the whole', () =>
    expectVerdict(
      'P08',
      'broken',
      new Case(S39)
        .act(routeCore)
        .wait(60)
        .look({ view: 'metric', metric: 'save_rate', by: null, scope: [{}] })
        .close(null),
    ));
  test('cut along a line on which nobody was hurt', () =>
    expectVerdict(
      'P08',
      'broken',
      new Case(S39).act(routeCore).wait(60).lens('region').lens('platform').close(null),
    ));
  test('a place read alone leaves the others out', () =>
    expectVerdict(
      'P08',
      'broken',
      new Case(S39)
        .act(routeCore)
        .wait(60)
        .look({ view: 'metric', metric: 'save_rate', by: null, scope: [{ activity: ['core'] }] })
        .close(null),
    ));
  test('a view that stood open was there to be read', () => {
    const open = (): Case => new Case(S39).look({ view: 'experiments' }).act(routeCore);
    expectVerdict('P08', 'kept', open().wait(60).close(null));
    expectVerdict('P08', 'broken', open().wait(12).close(null));
  });
  test('no remedy', () =>
    expectVerdict('P08', 'not exercised', new Case(S39).lens('arm').close(null)));
});

describe('P13 rows', () => {
  test('set aside in time', () =>
    expectVerdict(
      'P13',
      'kept',
      new Case(S13).view('sources').act(quarantine).wait(600).world('trained'),
    ));
  test('set aside, and closed before any training came', () =>
    expectVerdict('P13', 'kept', new Case(S13).act(quarantine).close('counted-twice')));
  test('taken back, and closed before any training came', () =>
    expectVerdict(
      'P13',
      'broken',
      new Case(S13).act(quarantine).undo('o0').close('counted-twice'),
    ));
  test('set aside after the run', () =>
    expectVerdict('P13', 'broken', new Case(S13).wait(600).world('trained').act(quarantine)));
  test('taken back before it', () =>
    expectVerdict(
      'P13',
      'broken',
      new Case(S13).act(quarantine).undo('o0').wait(600).world('trained'),
    ));
  test('the wrong rows', () =>
    expectVerdict(
      'P13',
      'broken',
      new Case(S13).act({ ...quarantine, scope: [{ platform: ['ios'] }] }).close(null),
    ));
  test('mended from then on only', () =>
    expectVerdict('P13', 'broken', new Case(S13).act(dedupe).close('counted-twice')));
  test('rows are sound elsewhere', () =>
    expectVerdict('P13', 'not exercised', new Case(S12).act(back12).close(null)));
});

describe('P14 long run', () => {
  const trigger = { metric: 'sessions', scope: [{}], op: 'below', percentOfBaseline: -4 } as const;
  test('a written trigger', () =>
    expectVerdict('P14', 'kept', new Case(S28).act(normalise).wait(600, trigger)));
  test('an announced dip', () =>
    expectVerdict(
      'P14',
      'kept',
      new Case(S28)
        .say({ claims: [{ offer: 'dip', register: 'careful' }], nextUpdateMinutes: 14_400 })
        .act(normalise),
    ));
  test('undone on the dip', () =>
    expectVerdict('P14', 'broken', new Case(S28).act(normalise).wait(600, trigger).undo('o0')));
  test('undone on an alarm', () =>
    expectVerdict(
      'P14',
      'kept',
      new Case(S28).act(normalise).wait(600, trigger).alert('guardrail').undo('o0'),
    ));
  test('set and left', () =>
    expectVerdict('P14', 'broken', new Case(S28).act(normalise).close('raw-counts')));
  test('nothing of the kind', () =>
    expectVerdict('P14', 'not exercised', new Case(S12).act(back12)));
});

describe('P15 echo', () => {
  const plain = { kind: 'retrain', recipe: 'plain' } as const;
  test('repaired, then trained', () =>
    expectVerdict('P15', 'kept', new Case(S28).look(ecosystem).act(normalise).act(plain)));
  test('weights that know', () =>
    expectVerdict(
      'P15',
      'kept',
      new Case(S28).look(ecosystem).act({ kind: 'retrain', recipe: 'debiased' }),
    ));
  test('freshest data', () =>
    expectVerdict('P15', 'broken', new Case(S28).look(ecosystem).act(plain)));
  test('a repair that came later is none', () =>
    expectVerdict('P15', 'broken', new Case(S28).look(ecosystem).act(plain).act(normalise)));
  test('known and left closed', () =>
    expectVerdict(
      'P15',
      'broken',
      new Case(S28).look(ecosystem).act({ kind: 'exposure-cap', perDay: 250 }).close('raw-counts'),
    ));
  test('no loop', () => expectVerdict('P15', 'not exercised', new Case(S39).act(plain)));
});

describe('P16 variety', () => {
  const knob = { kind: 'diversity', factor: 2 } as const;
  test('measured', () => expectVerdict('P16', 'kept', new Case(S28).look(ecosystem).act(knob)));
  test('unmeasured', () => expectVerdict('P16', 'broken', new Case(S28).lens('region').act(knob)));
  test('untouched', () => expectVerdict('P16', 'not exercised', new Case(S28).act(normalise)));
});

describe('P18 exploration', () => {
  const to = (share: number): Case =>
    new Case(S28).look(ecosystem).act({ kind: 'exploration', share });
  test('a budget', () => expectVerdict('P18', 'kept', to(0.08)));
  test('none, or without bound, or unread', () => {
    expectVerdict('P18', 'broken', to(0));
    expectVerdict('P18', 'broken', to(0.4));
    expectVerdict('P18', 'broken', new Case(S28).act({ kind: 'exploration', share: 0.08 }));
  });
  test('left as it was', () => expectVerdict('P18', 'not exercised', new Case(S28).act(normalise)));
});

describe('P23 lineage', () => {
  test('read and kept in place', () =>
    expectVerdict('P23', 'kept', read12().act(back12).act(pin12)));
  test('unread', () => expectVerdict('P23', 'broken', new Case(S39).lens('region').act(routeCore)));
  test('read, not kept', () => expectVerdict('P23', 'broken', read12().act(back12)));
  test('nothing moved', () => expectVerdict('P23', 'not exercised', new Case(S13).act(quarantine)));
});

describe('P24 steps', () => {
  const promote = { kind: 'promote-model', version: 'v42' } as const;
  test('a shadow first', () =>
    expectVerdict(
      'P24',
      'kept',
      new Case(S39).test({ test: 'shadow', a: 'v41', b: 'v42', scope: [{}] }).act(promote),
    ));
  test('all at once', () => expectVerdict('P24', 'broken', new Case(S39).act(promote)));
  test('going back is no launch', () =>
    expectVerdict('P24', 'not exercised', new Case(S12).act(back12)));
});

describe('P27 words', () => {
  const careful = { claims: [{ offer: 'who', register: 'careful' }], nextUpdateMinutes: 30 };
  test('in time and true then', () =>
    expectVerdict('P27', 'kept', new Case(S12).say(careful).act(back12)));
  test('more than was known', () =>
    expectVerdict(
      'P27',
      'broken',
      new Case(S12).say({ claims: [{ offer: 'who', register: 'over' }] }).act(back12),
    ));
  test('late', () =>
    expectVerdict('P27', 'broken', new Case(S12).act(back12).wait(90).say(careful)));
  test('silence', () => expectVerdict('P27', 'broken', new Case(S12).act(back12)));
  test('not decided yet', () => expectVerdict('P27', 'not exercised', new Case(S12).say(careful)));
});

describe('P30 learning', () => {
  const closed = (prevention: string | null): Case =>
    new Case(S12).view('model').pin().close('diverged', 80, prevention);
  test('cause, evidence, alarm', () => expectVerdict('P30', 'kept', closed('p-finite')));
  test('nothing that would notice', () => {
    expectVerdict('P30', 'broken', closed(null));
    expectVerdict('P30', 'broken', closed('p-approve'));
  });
  test('no evidence behind it', () =>
    expectVerdict('P30', 'broken', new Case(S12).view('model').close('diverged', 80, 'p-finite')));
  test('not closed', () =>
    expectVerdict('P30', 'not exercised', new Case(S12).view('model').act(back12)));
});
