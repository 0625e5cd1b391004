import { expect, test } from 'vitest';
import { laidOpen } from '../../src/ui/drawers/laidOpen.ts';

const NOTHING = { changes: 0, tickets: 0, runbooks: 0 };

test('the drawer in which more can be read than before is the one to show', () => {
  expect(laidOpen(NOTHING, { ...NOTHING, runbooks: 1 })).toBe('runbooks');
  expect(laidOpen({ ...NOTHING, runbooks: 1 }, { ...NOTHING, runbooks: 2 })).toBe('runbooks');
  expect(laidOpen(NOTHING, { ...NOTHING, changes: 1 })).toBe('changes');
  // Nothing new, and less after an undo.
  expect(laidOpen({ ...NOTHING, tickets: 1 }, { ...NOTHING, tickets: 1 })).toBeNull();
  expect(laidOpen({ ...NOTHING, tickets: 1 }, NOTHING)).toBeNull();
});
