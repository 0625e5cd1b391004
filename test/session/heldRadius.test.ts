/** Which of several declarations a run is held to. */
import { expect, test } from 'vitest';
import type { RadiusClaim } from '../../src/session/commands.ts';
import { heldIn } from '../../src/session/heldRadius.ts';
import type { Scope } from '../../src/sim/segments.ts';
import { UNSAID } from '../../src/ui/radius/edit.ts';

const CORE: Scope = [{ activity: ['core'] }];
const ARM: Scope = [{ activity: ['core'], arm: ['v42'] }];
const said = (tick: number, claim: Partial<RadiusClaim>) => ({
  tick,
  claim: { ...UNSAID, ...claim },
});
/** An order took effect at this minute. */
const FIXED = 100;

test('what is declared of the world after a remedy is not held against what was found before it', () => {
  const history = [
    said(10, { reading: CORE }),
    said(60, { reading: ARM, hurtNow: ARM }),
    said(160, { reading: [], hurtNow: [], hurtLater: [], witness: CORE }),
  ];
  const held = heldIn(history.at(-1)!.claim, history, FIXED);
  expect(held.claims).toEqual({ reading: ARM, hurtNow: ARM, hurtLater: [] });
  expect(held).toMatchObject({ tick: 60, isEarlier: true });
});

test('while nothing has taken effect a declaration replaces the one before', () => {
  const history = [said(10, { reading: CORE }), said(60, { reading: ARM })];
  const last = history.at(-1)!.claim;
  for (const before of [Infinity, FIXED])
    expect(heldIn(last, history, before)).toEqual({
      claims: { reading: ARM, hurtNow: null, hurtLater: null },
      tick: 60,
      isEarlier: false,
    });
});

test('who declares after the fact only is held to what stands', () => {
  const late = [said(160, { reading: CORE }), said(170, { reading: ARM })];
  expect(heldIn(late.at(-1)!.claim, late, FIXED)).toMatchObject({
    claims: { reading: ARM },
    tick: 170,
    isEarlier: false,
  });
  expect(heldIn(UNSAID, [], FIXED)).toEqual({
    claims: { reading: null, hurtNow: null, hurtLater: null },
    tick: null,
    isEarlier: false,
  });
});
