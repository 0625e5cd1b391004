/** Flaws that only show in worlds that are run: incidents with an early page, few hours after it, and one thing wrong. */
import { describe, expect, it } from 'vitest';
import {
  beliefsOf,
  identifiable,
  noGiveaway,
  type Beliefs,
} from '../../src/proof/judge/identifiable.ts';
import { necessary, solvable } from '../../src/proof/judge/lines.ts';
import { noPanic } from '../../src/proof/judge/shortcut.ts';
import type { BeliefEvidence } from '../../src/proof/measure/belief.ts';
import type { LinesEvidence, MeasuredLine } from '../../src/proof/measure/lines.ts';
import type { PlayersEvidence } from '../../src/proof/measure/players.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { session } from '../session/compiled.ts';
import { once } from './once.ts';
import { HOLLOW, PANIC_WINS, rival, SOON, withRivals } from './variants.ts';

const SEEDS = ['ash', 'oak', 'elm'];
const DRAWS = 6;
const ONSET = SOON.faults[0]!.onset;
const TWIN = rival('twin', SOON.faults);
const BLACKOUT = rival('blackout', [
  {
    id: 'dark',
    kind: 'aggregator-loss',
    event: 'save',
    share: 0.9,
    onset: ONSET,
    form: { shape: 'step' },
  },
]);

/** Worlds of both rivals, run once. */
const worlds = once([TWIN, BLACKOUT], () =>
  SEEDS.map((seed) => session.measureBelief(withRivals([TWIN, BLACKOUT]), seed, DRAWS)),
);

/** What is believed where these are the only hypotheses. */
function beliefsIn(scenario: CompiledScenario): Beliefs | null {
  const ids = new Set(scenario.hypotheses.map((h) => h.id));
  const evidence = worlds.map((world): BeliefEvidence => ({
    ...world,
    foretold: world.foretold.filter((f) => ids.has(f.hypothesis)),
  }));
  return beliefsOf(scenario, evidence);
}

const linesOf = (scenario: CompiledScenario): LinesEvidence[] =>
  once(scenario, () => [session.measureLines(scenario, 'ash')]);

describe('lines of play', () => {
  it('a remedy that would help whatever was wrong is a hollow lesson', () => {
    const lines = linesOf(HOLLOW);
    const proof = necessary(HOLLOW, lines);
    expect(proof.verdict, proof.witness).toBe('refuted');
    expect(proof.witness).toContain('“promote”');
    expect(proof.repair).toContain('Choose a remedy that undoes the fault');
  });

  it('a blind rollback that is as good as anything is found, and is allowed where it is the lesson', () => {
    const lines = linesOf(PANIC_WINS);
    const proof = noPanic(PANIC_WINS, lines, []);
    expect(proof.verdict, proof.witness).toBe('refuted');
    expect(proof.witness).toContain('rolling back at once');
    expect(noPanic({ ...PANIC_WINS, rollback: 'right' }, lines, []).verdict).toBe('proven');
    // The same lines are of need: without the fault going back mends nothing.
    expect(necessary(PANIC_WINS, lines).verdict).toBe('proven');
  });
});

describe('players who need not look', () => {
  const NOTHING_RIGHT = { ...PANIC_WINS, faults: [] };
  const line = (harm: number): MeasuredLine => ({ line: '', harm, recovered: 1, repairsOpen: [] });
  const lines = [
    {
      seed: 'ash',
      nothing: { ...line(0), line: 'nothing' },
      rollback: { ...line(9), line: 'rollback' },
      everything: { ...line(9), line: 'everything' },
      references: [{ ...line(0), line: 'leave' }],
    },
  ] as unknown as LinesEvidence[];
  const played = (roller: number): PlayersEvidence[] => [
    { seed: 'ash', harms: { waiter: 0, 'roller-back': roller, shotgun: 9, random: 9 } },
  ];

  it('are doing nothing where they found nothing to do', () => {
    expect(noPanic(NOTHING_RIGHT, lines, played(0)).verdict).toBe('proven');
    const reversed = noPanic(NOTHING_RIGHT, lines, played(0.1));
    expect(reversed.verdict).toBe('refuted');
    expect(reversed.witness).toContain('rolling back at once');
  });
});

describe('what can be known', () => {
  it('a rival that reads as the truth does cannot be told from it', () => {
    const alike = withRivals([TWIN]);
    const proof = identifiable(alike, beliefsIn(alike), []);
    expect(proof.verdict, proof.witness).toBe('refuted');
    expect(proof.witness).toContain('`twin`');
    expect(proof.repair).toContain('cannot be separated from the truth');
  });

  it('a panel that settles it as it opens gives the case away', () => {
    const plain = withRivals([BLACKOUT]);
    const beliefs = beliefsIn(plain);
    expect(identifiable(plain, beliefs, []).verdict).toBe('proven');
    const proof = noGiveaway(plain, beliefs);
    expect(proof.verdict, proof.witness).toBe('refuted');
    expect(proof.witness).toContain('The one panel');
  });
});

describe('without a world', () => {
  it('nothing is claimed', () => {
    expect(solvable(SOON, []).verdict).toBe('budget exhausted');
    expect(necessary(SOON, []).verdict).toBe('budget exhausted');
    expect(noPanic(SOON, [], []).verdict).toBe('budget exhausted');
    expect(beliefsOf(SOON, [])).toBeNull();
  });
});
