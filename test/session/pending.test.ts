/** How long to wait for what is under way. */
import { expect, it } from 'vitest';
import { atThinPage, played } from './cases.ts';
import { session } from './compiled.ts';

it('who waits as long as is said finds the order in effect, and a minute sooner under way', () => {
  const ordered = played(
    [{ kind: 'act', act: { kind: 'route-cohort', to: 'v41', scope: [{}] } }],
    atThinPage(),
  );
  const [order] = session.viewOf(ordered).pending;
  expect(order?.minutesLeft).toBeGreaterThan(1);
  const stateAfter = (minutes: number): string | undefined =>
    session.viewOf(played([{ kind: 'wait', minutes }], session.forkRun(ordered))).applied[0]?.state;
  expect(stateAfter(order!.minutesLeft - 1)).toBe('under way');
  expect(stateAfter(order!.minutesLeft)).toBe('in effect');
});
