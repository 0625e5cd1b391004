/** Readings are named by their number or as the last one: their ids are for machines. */
import { expect, test } from 'vitest';
import { newGame, takeLine } from '../../src/cli/game.ts';
import { atPage } from '../session/cases.ts';

test('the last reading is pinned by that word, an older one by its number', () => {
  const game = newGame(atPage());
  const first = takeLine(game, 'pin last');
  expect(first).toMatchObject({ ok: false, text: 'There is no reading "last" on the board.' });
  takeLine(game, 'look metric saves');
  takeLine(game, 'look changes');
  expect(takeLine(game, 'pin last').ok).toBe(true);
  expect(takeLine(game, 'pin 1').ok).toBe(true);
  expect(game.run.desk.pinned).toEqual([
    game.run.desk.readings[1]!.id,
    game.run.desk.readings[0]!.id,
  ]);
  expect(takeLine(game, 'unpin last').ok).toBe(true);
  expect(game.run.desk.pinned).toHaveLength(1);
});

test('what nobody has read is neither pinned nor linked', () => {
  const game = newGame(atPage());
  takeLine(game, 'suspect s-ranker 60');
  takeLine(game, 'look changes');
  expect(takeLine(game, 'pin 7')).toMatchObject({ ok: false });
  expect(takeLine(game, 'link h0 supports 7')).toMatchObject({ ok: false });
  expect(takeLine(game, 'link h0 supports last').ok).toBe(true);
  expect(game.run.desk.hypotheses[0]!.links).toHaveLength(1);
});
