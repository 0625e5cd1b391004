/** Which message stands on the desk: the newest, and who is still waiting for a word. */
import { expect, test } from 'vitest';
import type { MessageView, NoteView } from '../../src/session/view.ts';
import { latestOf } from '../../src/ui/play/latest.tsx';

const said = (id: string, tick: number, wants = false, own = false): MessageView => ({
  id,
  tick,
  from: id,
  role: '',
  atLabel: '',
  text: '',
  wants,
  own,
});
const note = (tick: number): NoteView => ({
  tick,
  atLabel: '',
  audience: 'team',
  text: [],
  believed: [],
});

test('an answer is shown though somebody asked before it, and who asked is not forgotten', () => {
  const chat = [said('Ines', 5, true), said('me', 20, false, true), said('Tomas', 34)];
  const { message, waiting } = latestOf(chat, []);
  expect([message?.from, waiting?.from]).toEqual(['Tomas', 'Ines']);
  expect(latestOf(chat, [note(30)]).waiting).toBeUndefined();
});

test('nobody waits beside their own message, and no message is none', () => {
  expect(latestOf([said('Ines', 5, true)], [])).toMatchObject({ waiting: undefined });
  expect(latestOf([], []).message).toBeUndefined();
  expect(latestOf([said('me', 2, false, true)], []).message).toBeUndefined();
});
