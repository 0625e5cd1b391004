import { expect, test } from 'vitest';
import type { Recording } from '../../src/session/recording.ts';
import type { Run } from '../../src/session/run.ts';
import { atPage, atThinPage, EARLY_FAST, PLAYED, played } from './cases.ts';
import { session } from './compiled.ts';

const { readRecording, recordingOf, writeRecording } = session;
const page = (): Run => atPage(EARLY_FAST);
const run = played(PLAYED, page());
const recording = recordingOf(run);
const text = writeRecording(recording);

/** What a reader says of a text it will not take. */
function refusal(broken: string): string {
  const read = readRecording(broken);
  return read.ok ? 'read' : read.message;
}

const CLOSE = { kind: 'close', cause: null, confidence: 20, prevention: null } as const;

test('all moves of the sample run were carried out', () => {
  expect(run.commands).toEqual(PLAYED);
});

test('a recording is read back as it was written', () => {
  expect(readRecording(text)).toEqual({ ok: true, recording });
});

test('a recording cut off anywhere is refused as such', () => {
  for (const share of [0.01, 0.3, 0.7, 0.99])
    expect(refusal(text.slice(0, Math.floor(share * text.length)))).toContain('cut off');
  expect(refusal('')).toContain('cut off');
});

test('an altered recording is refused: a move, the seed, a hash', () => {
  const altered: Recording[] = [
    { ...recording, commands: recording.commands.slice(1) },
    { ...recording, seed: 'other' },
    { ...recording, marks: recording.marks.slice(1) },
  ];
  const { checksum } = JSON.parse(text) as { checksum: string };
  for (const body of altered)
    expect(refusal(JSON.stringify({ ...body, checksum }))).toContain('altered');
});

test('another version and another kind of file are told apart', () => {
  expect(refusal(JSON.stringify({ ...recording, simulator: 99 }))).toContain(
    'simulator version 99',
  );
  expect(refusal(JSON.stringify({ ...recording, version: 1 }))).toBe(
    'This recording is of format 1; this version of the game reads format 2.',
  );
  for (const foreign of ['{"format":"else"}', '[]', 'null', '3', '{}'])
    expect(refusal(foreign)).toBe('This file is not a recording of Blast Radius.');
  expect(refusal(' '.repeat(4_000_001))).toContain('larger than any recording');
});

test.each<[string, unknown]>([
  ['null', null],
  ['a number', 3],
  ['an unknown kind', { kind: 'dance' }],
  ['a look at nothing', { kind: 'look' }],
  ['a sentence struck twice', { ...CLOSE, struck: [2, 2] }],
  ['sentences out of order', { ...CLOSE, struck: [3, 2] }],
  ['a sentence before the first', { ...CLOSE, struck: [0] }],
  ['half a sentence', { ...CLOSE, struck: [1.5] }],
  ['a sentence by name', { ...CLOSE, struck: ['2'] }],
  ['struck by no list', { ...CLOSE, struck: 2 }],
  ['a scope that is a word', { kind: 'look', look: { view: 'funnel', scope: 'core' } }],
  ['a command with more than belongs to it', { kind: 'undo', intervention: 'o0', extra: 1 }],
])('a recording in which a move is %s is refused, not thrown over', (_, move) => {
  const strange = { ...recording, commands: [move] } as unknown as Recording;
  expect(refusal(writeRecording(strange))).toBe(
    'Move 1 of this recording is not a move of this game.',
  );
});

test('a fork at any move is a replay up to there, the incident’s chart included', () => {
  const whole = atThinPage();
  for (const [i, command] of PLAYED.entries()) {
    const fork = session.forkRun(whole);
    session.dispatch(fork, command);
    session.dispatch(whole, command);
    if (i % 3 !== 0) continue;
    const again = played(PLAYED.slice(0, i + 1), atThinPage());
    for (const other of [fork, again]) {
      expect(session.stateHash(other.pair.live)).toBe(session.stateHash(whole.pair.live));
      expect(other.chart).toEqual(whole.chart);
      expect(other.desk).toEqual(whole.desk);
      expect(other.log).toEqual(whole.log);
    }
  }
});

test('what is done on a fork leaves the original alone', () => {
  const whole = played(PLAYED.slice(0, 3), atThinPage());
  const before = [session.stateHash(whole.pair.live), JSON.stringify(whole.desk)];
  played(PLAYED.slice(3), session.forkRun(whole));
  expect([session.stateHash(whole.pair.live), JSON.stringify(whole.desk)]).toEqual(before);
});
