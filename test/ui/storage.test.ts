/** A run survives a file, a link and a database; what is not a run is refused in words. */
import fc from 'fast-check';
import { strToU8, deflateSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import { ENVELOPE, seal } from '../../src/session/recordingFormat.ts';
import { decodeLink, encodeLink, LINK_LIMIT, UNPACKED_LIMIT } from '../../src/storage/link.ts';
import { decodeRecording, encodeRecording } from '../../src/storage/recording.ts';
import { memorySaves, type SavedRun } from '../../src/storage/saves.ts';

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  fc.record({
    kind: fc.constant('look' as const),
    look: fc.record({
      view: fc.constant('metric' as const),
      metric: fc.constant('save_rate' as const),
      by: fc.constantFrom('build' as const, null),
      scope: fc.array(fc.record({ build: fc.array(fc.string(), { maxLength: 3 }) }), {
        maxLength: 3,
      }),
    }),
  }),
  fc.record({ kind: fc.constant('pin' as const), reading: fc.string(), pinned: fc.boolean() }),
);
const recording = fc.record({
  scenario: fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/),
  seed: fc.string({ minLength: 1, maxLength: 40 }),
  commands: fc.array(command, { maxLength: 30 }),
});

test('a recording comes back from text as it went', () => {
  fc.assert(
    fc.property(recording, (run) => {
      expect(decodeRecording(encodeRecording(run))).toEqual({ ok: true, value: run });
    }),
  );
});

test('a variant of an incident travels under its name', () => {
  const run = { scenario: 'lost-saves~inherited', seed: 'oak', commands: [] };
  expect(decodeRecording(encodeRecording(run))).toEqual({ ok: true, value: run });
});

test('a recording comes back from a link as it went', () => {
  fc.assert(
    fc.property(recording, (run) => {
      const link = encodeLink(run);
      if (link === null) return;
      expect(link).toMatch(/^#run=[\w-]+$/);
      expect(decodeLink(link)).toEqual({ ok: true, value: run });
    }),
  );
});

test('text that is no recording is refused, never thrown', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(decodeRecording(text).ok).toBe(false);
      expect(decodeLink(`#run=${text}`).ok).toBe(false);
    }),
  );
});

test('a cut-off link says that it is damaged', () => {
  const link =
    encodeLink({ scenario: 's13', seed: 'x', commands: [{ kind: 'wait', minutes: 5 }] }) ?? '';
  expect(decodeLink(link.slice(0, -6))).toMatchObject({
    ok: false,
    message: expect.stringContaining('damaged') as string,
  });
});

test('a link that would inflate beyond any run is refused before it is unpacked', () => {
  const bomb = deflateSync(strToU8('0'.repeat(UNPACKED_LIMIT * 20)), { level: 9 });
  const packed = btoa(String.fromCharCode(...bomb))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  expect(packed.length).toBeLessThan(LINK_LIMIT);
  expect(decodeLink(`#run=${packed}`).ok).toBe(false);
});

test('other versions and altered runs are refused in words', () => {
  const text = encodeRecording({ scenario: 's13', seed: 'x', commands: [] });
  const said = (change: object): string => {
    const decoded = decodeRecording(JSON.stringify({ ...(JSON.parse(text) as object), ...change }));
    return decoded.ok ? 'read' : decoded.message;
  };
  expect(said({})).toBe('read');
  expect(said({ seed: 'y' })).toContain('altered after it was made');
  expect(said({ version: 1 })).toContain('of format 1');
  expect(said({ simulator: 0 })).toContain('simulator version 0');
});

test('unknown moves, foreign formats and deep nesting are refused', () => {
  const base = { ...ENVELOPE, scenario: 's13', seed: 'x' };
  const reads = (change: object): boolean => decodeRecording(seal({ ...base, ...change })).ok;
  expect(reads({ commands: [{ kind: 'explode' }] })).toBe(false);
  expect(reads({ format: 'other', commands: [] })).toBe(false);
  let deep: unknown = 1;
  for (let k = 0; k < 40; k += 1) deep = [deep];
  expect(reads({ commands: [{ kind: 'wait', minutes: deep }] })).toBe(false);
  expect(reads({ commands: [{ kind: 'wait', minutes: 1 }] })).toBe(true);
});

test('saves come back newest first and can be forgotten', async () => {
  const saves = memorySaves();
  const run = (id: string, updatedAt: number): SavedRun => ({
    id,
    scenario: 's13',
    seed: 'x',
    callSign: 'Tue 14:05',
    commands: [],
    draft: null,
    scratch: '',
    closed: false,
    atLabel: 'Tue 14:05',
    startedAt: 0,
    updatedAt,
  });
  await saves.put(run('a', 1));
  await saves.put(run('b', 2));
  expect((await saves.list()).map((saved) => saved.id)).toEqual(['b', 'a']);
  await saves.remove('b');
  expect(await saves.get('b')).toBeUndefined();
});
