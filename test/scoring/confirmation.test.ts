/** Looks that could only agree are told from looks that tried: by what they were foretold to say. */
import { expect, test } from 'vitest';
import type { AtQuery, Foretold } from '../../src/analysis/belief/foretold.ts';
import { readingsOf } from '../../src/analysis/belief/readings.ts';
import { queriesOfRun } from '../../src/analysis/marks/asked.ts';
import { readOf, weighingsOf } from '../../src/analysis/belief/trace.ts';
import { confirmationOf } from '../../src/scoring/confirmation.ts';
import type { Command } from '../../src/session/commands.ts';
import type { Run } from '../../src/session/run.ts';
import { fewOf } from '../golden/analysed.ts';
import { atThinPage, EARLY_FAST, played } from '../session/cases.ts';

const SUSPECT: Command = { kind: 'suspect', suspect: 's-ranker', confidence: 60 };
const CLOSE: Command = { kind: 'close', cause: null, confidence: 60, prevention: null };
const look = (by: 'region' | 'platform' | 'tier' | 'tenure'): Command => ({
  kind: 'look',
  look: { view: 'lens', metric: 'save_rate', by: [by], surface: 'all' },
});
const THREE = [look('region'), look('platform'), look('tier')];
const few = fewOf(EARLY_FAST);
const evenly = { ...few, hypotheses: few.hypotheses.map((h) => ({ ...h, prior: 0.5 })) };
const ran = (...commands: readonly Command[]): Run =>
  played([...commands, CLOSE], { ...atThinPage(), scenario: evenly });

/** Two explanations in two worlds each: alike on what was read, `gap` per cent apart on what was on offer, `own` on the former. */
function foretoldFor(run: Run, gap: number, own = 0): Foretold[] {
  const read = readOf(run).length;
  const groups = (query: AtQuery) => readingsOf(run.observer, query, query.tick);
  return ['short-memory', 'nothing-wrong'].flatMap((hypothesis, h) =>
    ['a', 'b'].map((seed, k) => ({
      hypothesis,
      seed,
      deviations: queriesOfRun(run).map((query, at) => {
        const apart = (h === 0 ? -1 : 1) * (at < read ? own : gap);
        return new Map(groups(query).map((r) => [r.key, r.deviation + apart + 0.1 * k]));
      }),
    })),
  );
}

function confirmationIn(run: Run, gap: number, own = 0): string {
  const foretold = foretoldFor(run, gap, own);
  return confirmationOf(run, foretold, weighingsOf(run, foretold));
}

test('three looks that both explanations foretell alike, while another would have told', () => {
  const run = ran(SUSPECT, ...THREE);
  expect(confirmationIn(run, 40)).toMatch(
    /agree with “.+”\. “.+” had \d+ chances in 10 of speaking against it\.$/,
  );
});

test('nothing is said where a look could have spoken against it', () => {
  const run = ran(SUSPECT, ...THREE);
  expect(confirmationIn(run, 40, 40)).toBe('');
});

test('nor where no look on offer would have told more', () => {
  const run = ran(SUSPECT, ...THREE);
  expect(confirmationIn(run, 0)).toBe('');
});

test('nor of two looks, nor of looks before anything led', () => {
  for (const run of [ran(SUSPECT, ...THREE.slice(1)), ran(...THREE, SUSPECT)])
    expect(confirmationIn(run, 40)).toBe('');
});
