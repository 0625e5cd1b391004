/** The full menu, the same in every incident: looks, tests, holds, changes, words; with price, lag and undo. */
import type { Scope } from '../sim/segments.ts';
import { changes } from './menu/changes.ts';
import { holds } from './menu/holds.ts';
import { looks } from './menu/looks.ts';
import { remedyChanges, remedyHolds } from './menu/remedies.ts';
import { says } from './menu/says.ts';
import { targetOf } from './menu/target.ts';
import { tests } from './menu/tests.ts';
import type { Run } from './run.ts';
import type { MenuGroup } from './view.ts';

export function menuOf(run: Run): MenuGroup[] {
  const target: Scope = targetOf(run);
  return [
    { group: 'look', label: 'Look', items: looks(run, target) },
    { group: 'test', label: 'Test', items: tests(run, target) },
    { group: 'hold', label: 'Hold', items: [...holds(run), ...remedyHolds(run)] },
    { group: 'change', label: 'Change', items: [...changes(run, target), ...remedyChanges(run)] },
    { group: 'say', label: 'Say', items: says(run) },
  ];
}
