import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../src/session/commands.ts';
import {
  COMMAND_WORDS,
  explainError,
  parseCommand,
  printCommand,
} from '../../src/session/grammar.ts';
import type { GrammarContext } from '../../src/session/grammarContext.ts';
import { command } from './arbitraryCommand.ts';

const CORE_IN_ARM = [{ activity: ['core'], arm: ['v42'] }];
const CONTEXT: GrammarContext = {
  tick: 15 * 1440 + 14 * 60,
  pageTick: 15 * 1440 + 13 * 60,
  radius: CORE_IN_ARM,
  names: {
    builds: ['android 9.10'],
    arms: ['v41', 'v42'],
    versions: ['v41', 'v42'],
    rollouts: ['ranker-v42', 'big-tiles'],
    pools: ['north', 'south'],
    people: ['ines'],
    topics: { ines: ['worry'] },
    suspects: ['s-ranker'],
    offers: { who: ['careful', 'plain'], doing: ['careful'] },
    causes: ['short-memory'],
    preventions: ['p-slices'],
  },
};

function read(line: string, context: GrammarContext = CONTEXT): Command {
  const parsed = parseCommand(line, context);
  if (!parsed.ok) throw new Error(explainError(line, parsed.error));
  return parsed.command;
}

function complaint(line: string, context: GrammarContext = CONTEXT): string {
  const parsed = parseCommand(line, context);
  return parsed.ok ? 'understood' : explainError(line, parsed.error);
}

test('what is printed is read back as the same command, without any context', () => {
  fc.assert(
    fc.property(command, (original) => {
      const line = printCommand(original);
      expect(line).not.toContain('\n');
      expect(read(line, {})).toEqual(original);
    }),
    { numRuns: 3000 },
  );
});

test('any text at all gets a command or a located complaint, never an exception', () => {
  const words = fc.constantFrom(...COMMAND_WORDS, 'on', 'by', 'core', '"', ';', '=', '12', 'since');
  const line = fc.oneof(
    fc.string(),
    fc.array(words).map((w) => w.join(' ')),
  );
  fc.assert(
    fc.property(line, (text) => {
      const parsed = parseCommand(text, CONTEXT);
      if (parsed.ok) return;
      expect(parsed.error.at).toBeLessThanOrEqual(text.length);
      expect(parsed.error.message).toMatch(/\.$/);
    }),
    { numRuns: 3000 },
  );
});

test.each<[string, Command]>([
  [
    'look lens save_rate by activity,arm',
    {
      kind: 'look',
      look: { view: 'lens', metric: 'save_rate', by: ['activity', 'arm'], surface: 'all' },
    },
  ],
  [
    'look metric hide_rate by build on core & v42 expect up',
    {
      kind: 'look',
      look: { view: 'metric', metric: 'hide_rate', by: 'build', scope: CORE_IN_ARM },
      predict: { expect: 'up' },
    },
  ],
  [
    'look save_rate',
    { kind: 'look', look: { view: 'metric', metric: 'save_rate', by: null, scope: CORE_IN_ARM } },
  ],
  [
    'declare moved activity=core & arm=v42; now same; later nobody; fine core & v41; since Mon 09:00; severity high',
    {
      kind: 'declare',
      radius: {
        reading: CORE_IN_ARM,
        hurtNow: CORE_IN_ARM,
        hurtLater: [],
        witness: [{ activity: ['core'], arm: ['v41'] }],
        sinceTick: 14 * 1440 + 9 * 60,
        severity: 'high',
      },
    },
  ],
  [
    'act route to v41 on radius',
    { kind: 'act', act: { kind: 'route-cohort', to: 'v41', scope: CORE_IN_ARM } },
  ],
  ['act rollback to v41', { kind: 'act', act: { kind: 'rollback-model', to: 'v41', scope: [{}] } }],
  ['act stop-ramp ranker-v42', { kind: 'act', act: { kind: 'stop-ramp', rollout: 'ranker-v42' } }],
  ['act exploration 8%', { kind: 'act', act: { kind: 'exploration', share: 0.08 } }],
  [
    'act revert label-window',
    { kind: 'act', act: { kind: 'revert-setting', setting: 'label-window' } },
  ],
  ['act scale north by 2', { kind: 'act', act: { kind: 'scale-up', pool: 'north', factor: 2 } }],
  ['act shed 30 %', { kind: 'act', act: { kind: 'shed-load', share: 0.3 } }],
  [
    'act restore without-erased',
    { kind: 'act', act: { kind: 'restore-history', honourErasures: true } },
  ],
  ['act purge at-once', { kind: 'act', act: { kind: 'purge-cache', gradual: false } }],
  ['act diversity 1.5', { kind: 'act', act: { kind: 'diversity', factor: 1.5 } }],
  ['act diversity 2 look', { kind: 'act', act: { kind: 'diversity', factor: 2, axis: 'look' } }],
  [
    'act exclusive-arms big-tiles than ranker-v42',
    { kind: 'act', act: { kind: 'exclusive-arms', rollout: 'big-tiles', than: 'ranker-v42' } },
  ],
  [
    'act quarantine on es & wifi & "deep link" & north since page',
    {
      kind: 'act',
      act: {
        kind: 'quarantine-rows',
        scope: [{ language: ['es'], network: ['wifi'], entry: ['deep link'], pool: ['north'] }],
        sinceTick: 15 * 1440 + 13 * 60,
      },
    },
  ],
  ['wait 30', { kind: 'wait', minutes: 30 }],
  [
    'wait 2h until save_rate above −2',
    {
      kind: 'wait',
      minutes: 120,
      trigger: { metric: 'save_rate', scope: [{}], op: 'above', percentOfBaseline: -2 },
    },
  ],
  [
    'say team who:plain doing:careful next 30',
    {
      kind: 'say',
      note: {
        audience: 'team',
        claims: [
          { offer: 'who', register: 'plain' },
          { offer: 'doing', register: 'careful' },
        ],
        nextUpdateMinutes: 30,
      },
    },
  ],
  ['ask ines worry', { kind: 'ask', who: 'ines', about: 'worry' }],
  ['suspect s-ranker 70', { kind: 'suspect', suspect: 's-ranker', confidence: 70 }],
  [
    'close short-memory 80 p-slices',
    { kind: 'close', cause: 'short-memory', confidence: 80, prevention: 'p-slices' },
  ],
  ['close unknown 20', { kind: 'close', cause: null, confidence: 20, prevention: null }],
  [
    'close unknown 20 strike 5, 2,5',
    { kind: 'close', cause: null, confidence: 20, prevention: null, struck: [2, 5] },
  ],
  [
    'close short-memory 80 p-slices strike none',
    { kind: 'close', cause: 'short-memory', confidence: 80, prevention: 'p-slices', struck: [] },
  ],
])('reads %s', (line, expected) => {
  expect(read(line)).toEqual(expected);
});

test('a time later today is yesterday’s: onsets lie in the past', () => {
  const since = (line: string): unknown => {
    const read_ = read(line);
    return read_.kind === 'declare' ? read_.radius.sinceTick : null;
  };
  expect(since('declare moved everyone; since 13:59')).toBe(15 * 1440 + 13 * 60 + 59);
  expect(since('declare moved everyone; since 14:01')).toBe(14 * 1440 + 14 * 60 + 1);
  expect(since('declare moved everyone; since Tue 15:00')).toBe(8 * 1440 + 15 * 60);
  expect(since('declare moved everyone; since page')).toBe(CONTEXT.pageTick);
});

test('redrawing keeps what it does not name', () => {
  const claim = {
    reading: CORE_IN_ARM,
    hurtNow: null,
    hurtLater: null,
    witness: null,
    sinceTick: 7,
    severity: null,
  } as const;
  expect(read('redraw later nobody', { ...CONTEXT, claim })).toEqual({
    kind: 'declare',
    radius: { ...claim, hurtLater: [] },
  });
});

test('complaints say where, what could stand there, and what was meant', () => {
  expect(complaint('lok changes')).toBe(
    [
      '  lok changes',
      '  ^^^',
      'Expected a command: look, test, declare, redraw, hypothesise, suspect, confidence, link, strike, restore, pin, unpin, act, undo, ask, say, wait, next-day or close, but there is “lok”. Did you mean “look”?',
    ].join('\n'),
  );
  expect(complaint('look lens save_rte')).toContain('Did you mean “save_rate”?');
  expect(complaint('look lens save_rate by activty')).toContain('Did you mean “activity”?');
  expect(complaint('act route to v43')).toContain('Expected a version: v41 or v42');
  expect(complaint('act revert labels-window')).toContain('Did you mean “label-window”?');
  expect(complaint('act drain nort')).toContain('Did you mean “north”?');
  expect(complaint('act scale north 2')).toContain('Expected by');
  expect(complaint('ask ines weather')).toContain('Expected a topic: worry');
  expect(complaint('declare moved activity=cor')).toContain('Did you mean “core”?');
  expect(complaint('look changes now')).toContain(
    'Expected the end of the line or expect, but there is “now”.',
  );
  expect(complaint('act route')).toContain('but the line ends');
  expect(complaint('pin "half')).toContain('not closed');
  expect(complaint('close unknown 20 strike 0')).toContain('the number of a sentence');
  expect(complaint('close unknown 20 strike 1.5')).toContain('the number of a sentence');
  expect(complaint('close unknown 20 strike')).toContain('the number of a sentence');
});
