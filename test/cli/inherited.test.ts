/** A shift taken over, in words: what was found on the desk, and what the board tells of it. */
import { expect, test } from 'vitest';
import { debriefText } from '../../src/cli/debriefText.ts';
import { findScenario } from '../../src/cli/library.ts';
import { handoverText } from '../../src/cli/viewText.ts';
import type { View } from '../../src/session/view.ts';
import { DEBRIEF } from '../ui/fixtureDebrief.ts';

const moves = [{ atLabel: 'Tue 14:25', label: 'roll back to v41, everyone' }];
const handover = { from: 'Samir', atLabel: 'Tue 14:32', note: 'Yours again, thanks.', moves };

test('the desk says from whom, with what words, and what they had done', () => {
  expect(handoverText({ handover } as unknown as View)).toBe(
    [
      'TAKEN OVER  from Samir, Tue 14:32',
      'Yours again, thanks.',
      '  Tue 14:25  roll back to v41, everyone',
    ].join('\n'),
  );
  expect(handoverText({ handover: null } as unknown as View)).toBe('');
});

test('the board tells it apart from the player’s moves', () => {
  const inherited = {
    from: 'Samir',
    atLabel: 'Tue 14:32',
    moves: moves.map((move) => ({ ...move, note: 'You let it stand.' })),
  };
  expect(debriefText({ ...DEBRIEF, inherited })).toContain(
    [
      'BEFORE YOU, by Samir; the shift changed hands at Tue 14:32. None of it is judged.',
      '  Tue 14:25  roll back to v41, everyone. You let it stand.',
    ].join('\n'),
  );
  expect(debriefText({ ...DEBRIEF, inherited: null })).not.toContain('BEFORE YOU');
});

test('it is found by its number, its call-sign and its name', async () => {
  const id = 'cohort-canary-regression~inherited';
  for (const wanted of [id, 'Tue 14:32 · Home, an order under way']) {
    const found = await findScenario(wanted);
    expect(found.ok && found.scenario.id).toBe(id);
  }
  const plain = await findScenario('cohort-canary-regression');
  expect(plain.ok && plain.scenario.handover).toBeUndefined();
});
