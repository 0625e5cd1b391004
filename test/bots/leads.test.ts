/** Whom a careful player blames for what only the radius or the changes say, and what it takes back of them. */
import { expect, test } from 'vitest';
import { byRadius } from '../../src/bots/careful/leads.ts';
import type { Radius } from '../../src/bots/careful/radius.ts';
import { settingsNear } from '../../src/bots/careful/settings.ts';
import { experimentAmong, suspectsOf } from '../../src/bots/careful/suspects.ts';
import type { ChangeView, View } from '../../src/session/view.ts';
import type { Scope } from '../../src/sim/segments.ts';
import { menuOf } from './menuOf.ts';

const ONSET = 20_000;

type Change = Pick<ChangeView, 'tick' | 'kind' | 'text'>;
const change = (minutes: number, kind: ChangeView['kind'], text: string): Change => ({
  tick: ONSET + minutes,
  kind,
  text,
});

const MENU = menuOf('hold', [
  ...['v1', 'v2'].map((version) => ({ kind: 'pin-model', version }) as const),
  ...['ranker-v2', 'rows'].map((rollout) => ({ kind: 'pause-arm', rollout }) as const),
]);

const desk = (...items: readonly Change[]): View =>
  ({ clock: 'minutes', menu: MENU, changes: { items } }) as unknown as View;

const radius = (scope: Scope): Radius => ({ scope }) as unknown as Radius;

const known = (scope: Scope) => ({
  radius: radius(scope),
  onset: ONSET,
  meter: 'people' as const,
  cleared: new Set<string>(),
});

test('one place of serving, those who have just come, or nobody', () => {
  expect(byRadius(desk(), known([{ pool: ['north'] }]))).toEqual({ what: 'pool', pool: 'north' });
  expect(byRadius(desk(), known([{ pool: ['north'] }, { pool: ['south'] }]))).toBeNull();
  const young: Scope = [{ tenure: ['0-1 d'] }, { tenure: ['2-7 d'] }];
  expect(byRadius(desk(), known(young))).toEqual({ what: 'newcomers' });
  expect(byRadius(desk(), known([...young, { tenure: ['> 28 d'] }]))).toBeNull();
  expect(byRadius(desk(), known([{}]))).toBeNull();
});

test('a region, where whoever delivers pictures changed something about then', () => {
  const supplied = (minutes: number, text: string) =>
    byRadius(desk(change(minutes, 'third party', text)), known([{ region: ['JP'] }]));
  expect(supplied(-60, 'Pictures come from new edges.')).toEqual({ what: 'pictures' });
  expect(supplied(-5000, 'Pictures come from new edges.')).toBeNull();
  expect(supplied(-60, 'Push certificate renewed.')).toBeNull();
});

test('settings that changes about the onset may have touched, the nearest first', () => {
  const view = desk(
    change(-300, 'config', 'Spacing between topics: two instead of three.'),
    change(-30, 'code', 'Feed cache: one key for both surfaces.'),
    change(-20, 'calendar', 'Shelf “quotas of colour”.'),
    change(10, 'config', 'Certificates renewed.'),
    change(-3000, 'config', 'Thresholds reviewed.'),
  );
  expect(settingsNear(view, ONSET, 720)).toEqual(['slate-cache', 'diversity']);
});

test('an experiment that no replay can try, and whose arms can be paused', () => {
  const version = change(-10, 'experiment', 'Experiment “ranker-v2”: v2 at a tenth.');
  const shelf = change(-20, 'calendar', 'Shelf “rows” of beans.');
  const rows = change(-30, 'experiment', 'Experiment “rows” at half.');
  const gone = change(-5, 'experiment', 'Experiment “grid” ends.');
  const view = desk(gone, version, shelf, rows);
  expect(experimentAmong(view, view.changes.items)).toEqual({
    what: 'experiment',
    rollout: 'rows',
  });
  expect(experimentAmong(view, view.changes.items.slice(0, 3))).toBeNull();
});

test('whom the radius names comes first, then who came nearest to the onset; a text is about the version it names first', () => {
  const view = desk(
    change(-600, 'data', 'The counter of saves is read directly.'),
    change(-60, 'model', 'Ranker v2 at everybody; level with v1 in its arm.'),
  );
  expect(suspectsOf(view, radius([{ build: ['ios 2'] }]), ONSET)).toEqual([
    { suspect: { what: 'build', build: 'ios 2' }, tick: null },
    { suspect: { what: 'version', version: 'v2', before: 'v1' }, tick: ONSET - 60 },
    { suspect: { what: 'counts' }, tick: ONSET - 600 },
  ]);
});
