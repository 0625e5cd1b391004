/** What a careful player does once a remedy can be seen: leaves it, gives it to everybody, or takes it back. */
import { expect, test } from 'vitest';
import { attempt } from '../../src/bots/careful/attempt.ts';
import type { Known } from '../../src/bots/careful/leads.ts';
import type { Radius } from '../../src/bots/careful/radius.ts';
import type { Suspect } from '../../src/bots/careful/suspects.ts';
import type { InterventionSpec } from '../../src/sim/interventions.ts';
import type { LensCell, View } from '../../src/session/view.ts';

const RANKER: Suspect = { what: 'version', version: 'v2', before: 'v1' };
const CACHE: Suspect = { what: 'setting', setting: 'slate-cache' };

const cell = (region: string, arm: string, deviation: number): LensCell =>
  ({ scope: [{ region: [region], arm: [arm] }], deviation, error: 1 }) as unknown as LensCell;

const RADIUS: Radius = {
  metric: 'save_rate',
  surface: 'all',
  by: ['region', 'arm'],
  scope: [{ region: ['JP'], arm: ['v2'] }],
  witness: null,
  deviation: -12,
  error: 1,
  arm: null,
  surge: null,
};

/** What a player orders and takes back where the group reads so after every remedy, and the page does not move. */
function played(
  suspect: Suspect,
  reads: number,
  radius: Radius = RADIUS,
  meter: Known['meter'] = 'people',
) {
  const ordered: string[] = [];
  const applied: { id: string; spec: InterventionSpec; canUndo: boolean }[] = [];
  const view = (): View =>
    ({
      clock: 'minutes',
      now: { tick: 1000, looksLeft: null },
      lens: {
        metric: 'save_rate',
        metrics: [{ id: 'save_rate' }],
        dimensions: [{ id: 'arm' }],
        by: radius.by,
        cells: [cell('JP', 'v2', reads), cell('JP', 'v1', 0)],
      },
      strip: [{ id: 'save_rate', deviation: -1, error: 1 }],
      menu: [],
      panels: [],
      applied: [...applied],
    }) as unknown as View;
  const known: Known = { radius, onset: 900, meter, cleared: new Set() };
  const steps = attempt(view(), suspect, known, true);
  let step = steps.next();
  while (step.done !== true) {
    const command = step.value;
    if (command.kind === 'act') {
      ordered.push(command.act.kind);
      applied.push({ id: `o${applied.length}`, spec: command.act, canUndo: true });
    } else if (command.kind === 'undo') ordered.push(`undo ${command.intervention}`);
    step = steps.next(view());
  }
  return { ordered, isWrong: step.value.isWrong };
}

test('a group that has eased keeps what it was given', () => {
  const { ordered, isWrong } = played(RANKER, -2);
  expect(ordered).toEqual(['stop-promotion', 'route-cohort']);
  expect(isWrong).toBe(false);
});

test('a version is taken from everybody where its group has not eased, and given back where that is no better', () => {
  const { ordered, isWrong } = played(RANKER, -12);
  const given = ['stop-promotion', 'route-cohort', 'rollback-model'];
  expect(ordered).toEqual([...given, 'undo o2', 'undo o1', 'undo o0']);
  expect(isWrong).toBe(true);
});

test('what a lot has shown of a version stands, however slowly people come back', () => {
  const { ordered, isWrong } = played(RANKER, -12, { ...RADIUS, arm: 'v2' });
  expect(ordered).toEqual(['stop-promotion', 'route-cohort', 'rollback-model']);
  expect(isWrong).toBe(false);
});

test('a setting that should be seen at once is put forward again where the group has not eased', () => {
  expect(played(CACHE, -12)).toEqual({ ordered: ['revert-setting', 'undo o0'], isWrong: true });
  expect(played(CACHE, -2)).toEqual({ ordered: ['revert-setting'], isWrong: false });
});

test('where the meter is wrong, or what nobody did is no longer counted, the number does not judge', () => {
  expect(played(CACHE, -12, RADIUS, 'volume').isWrong).toBe(false);
  expect(played({ what: 'accounts' }, -12)).toEqual({ ordered: ['spam-rule'], isWrong: false });
});

test('a version that is off for all is taken from all whom it serves', () => {
  const { ordered } = played({ ...RANKER, forAll: true }, -12, { ...RADIUS, arm: null });
  expect(ordered[1]).toBe('route-cohort');
  expect(ordered).not.toContain('undo o0');
});
