/** What a deadline on the axis asks for, once orders stand in its way. */
import { expect, it } from 'vitest';
import type { AxisView } from '../../src/session/view.ts';
import { atPage, FAST, played } from './cases.ts';
import { session } from './compiled.ts';

const rampOf = (run: Parameters<typeof session.viewOf>[0]): AxisView['items'][number] | undefined =>
  session.viewOf(run).axis.items.find(({ label }) => label === 'v42 goes to everybody');

it('a ramp that was stopped asks for nothing, and again when that is undone', () => {
  const page = atPage(FAST);
  expect(rampOf(page)).toMatchObject({ attention: true, averted: false });
  const stopped = played(
    [{ kind: 'act', act: { kind: 'stop-ramp', rollout: 'ranker-v42' } }],
    page,
  );
  expect(rampOf(stopped)).toMatchObject({ attention: false, averted: true });
  const { id } = stopped.pair.live.applied[0]!;
  expect(rampOf(played([{ kind: 'undo', intervention: id }], stopped))).toMatchObject({
    attention: true,
    averted: false,
  });
});
