import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inRotation } from '../../src/cli/proofs/choose.ts';
import { jobsOf, stampOf } from '../../src/cli/proofs/jobs.ts';
import { findingsIn } from '../../src/cli/proofs/judge.ts';
import { askedOf } from '../../src/cli/proofs/options.ts';
import {
  jsonOf,
  settled,
  type FullReport,
  type ScenarioReport,
} from '../../src/cli/proofs/report.ts';
import { orderedAlready } from '../../src/cli/proofs/ordered.ts';
import { playedAlready } from '../../src/cli/proofs/played.ts';
import { sourcesHash, sourcesOf } from '../../src/cli/proofs/sources.ts';
import { exhausted, proven, refuted, together, type Proof } from '../../src/proof/verdict.ts';
import { PANICKED } from '../../src/proof/measure/players.ts';
import type { CompiledScenario } from '../../src/scenario/compiled.ts';
import { variantsOf } from '../../src/scenario/variants.ts';
import { scenarioById, SCENARIO_IDS } from '../scenario/library.ts';

const ALL = SCENARIO_IDS.map(scenarioById);
const ONE = ALL[0]!;

const reportOf = (proofs: readonly Proof[], worlds: number): ScenarioReport => ({
  id: 'one',
  questions: [3, 1],
  stamp: 'stamp',
  seeds: { lines: worlds, belief: worlds, players: 0, ways: 0 },
  proofs,
});
const full = (scenario: ScenarioReport, library: Proof): FullReport => ({
  simulator: 'sim',
  scenarios: [scenario],
  library,
});

describe('a quick run', () => {
  it('lives through every incident within ten days, whatever the size of the library', () => {
    for (const many of [1, 6, 10, 23]) {
      const library = Array.from({ length: many }, (_, i) => ({ ...ONE, id: `s${i}` }));
      const seen = new Set(
        Array.from({ length: 10 }, (_, day) => inRotation(library, 20_000 + day)).flatMap((turn) =>
          turn.map((s) => s.id),
        ),
      );
      expect(seen.size).toBe(many);
    }
  });

  it('does not take words for what was measured', () => {
    const stamp = stampOf(ONE);
    const { cast, tickets, runbooks, postmortem, offers } = scenarioById('nan-in-the-scores');
    expect(stampOf({ ...ONE, cast, tickets, runbooks, postmortem, offers })).toBe(stamp);
    const page = { ...ONE.page, shippedHeadline: 'what the front page says' };
    expect(stampOf({ ...ONE, page })).toBe(stamp);
    expect(stampOf({ ...ONE, faults: [] })).not.toBe(stamp);
    expect(stampOf({ ...ONE, recovery: { ...ONE.recovery, holdMinutes: 7 } })).not.toBe(stamp);
  });

  it('lives through explanations for belief alone', () => {
    const other = { ...ONE, hypotheses: ONE.hypotheses.slice(1) };
    for (const kind of ['lines', 'players', 'ways', 'learn'] as const)
      expect(stampOf(other, kind), kind).toBe(stampOf(ONE, kind));
    expect(stampOf(other, 'belief')).not.toBe(stampOf(ONE, 'belief'));
    expect(stampOf(other)).not.toBe(stampOf(ONE));
  });
});

describe('the jobs', () => {
  it('go seed by seed, and belief is drawn a hundred times at least', () => {
    const loaded = ALL.map((scenario) => ({ file: scenario.id, scenario }));
    const jobs = jobsOf(loaded, { lines: 2, belief: 3, players: 1, ways: 1 });
    const many = (kind: string, seed: string): number =>
      jobs.filter((job) => job.kind === kind && job.seed === seed).length;
    expect(jobs.filter((job) => job.kind !== 'players')).toHaveLength(ALL.length * 6);
    expect(many('players', 'seed-1')).toBe(ALL.length);
    expect(many('belief', 'seed-3')).toBe(ALL.length);
    // One job goes from world to world, as far as it must.
    const led = jobsOf(loaded, { lines: 1, belief: 1, players: 0, ways: 7 });
    expect(led.filter((job) => job.kind === 'ways').map((job) => job.times)).toEqual(
      ALL.map(() => 7),
    );
    expect(jobs.slice(0, ALL.length * 4).every((job) => job.seed === 'seed-1')).toBe(true);
    const drawn = jobs.find((job) => job.kind === 'belief')!.times;
    expect(drawn * 3).toBeGreaterThanOrEqual(100);
  });
});

describe('scripted players', () => {
  const one = variantsOf(ONE)[0]!;

  it('are read from the table of validity where it holds the incident as it is', () => {
    const known = playedAlready(one, 'seed-1');
    expect(Object.values(known!.harms).every(Number.isFinite)).toBe(true);
    expect(Object.keys(known!.harms)).toEqual(expect.arrayContaining([...PANICKED]));
    expect(playedAlready(one, 'seed-500')).toBeNull();
    expect(playedAlready({ ...one, faults: [] }, 'seed-1')).toBeNull();
  });

  it('are played beside as many worlds as are known', () => {
    const seeds = (scenario: CompiledScenario): number =>
      jobsOf([{ file: 'x', scenario }], { lines: 2, belief: 0, players: 1, ways: 0 }).filter(
        (job) => job.kind === 'players',
      ).length;
    expect(seeds(one)).toBe(2);
    expect(seeds({ ...one, faults: [] })).toBe(1);
  });
});

describe('lines of play', () => {
  it('are read from the table of orders where it holds the incident as it is', () => {
    const one = variantsOf(ONE)[0]!;
    const worlds = orderedAlready(one);
    expect(worlds.length).toBeGreaterThanOrEqual(10);
    expect(worlds[0]!.references.map(({ line }) => line)).toEqual(one.references.map((r) => r.id));
    expect(orderedAlready({ ...one, faults: [] })).toEqual([]);
  });
});

describe('what is asked', () => {
  it.each([
    ['--seeds', '0'],
    ['--seeds', 'many'],
    ['--shard', '0/2', '--out', 'x'],
    ['--shard', '3/2', '--out', 'x'],
    ['--shard', '1/2'],
    ['--write'],
    ['some-incident', '--full', '--write'],
    ['--ful'],
  ])('%s %s %s is said to be wrong', (...argv) => {
    expect(askedOf(argv.filter((word): word is string => word !== undefined))).toBeNull();
  });

  it('belief takes three worlds, however few are asked for', () => {
    expect(askedOf(['--seeds', '1'])?.effort).toEqual({ lines: 1, belief: 5, players: 1, ways: 1 });
    expect(askedOf(['--ways', '4'])).toMatchObject({ full: true, effort: { lines: 20, ways: 4 } });
    expect(askedOf([])?.full).toBe(false);
    expect(askedOf(['--shard', '2/3', '--out', 'x', '--full'])?.shard).toEqual({ index: 1, of: 3 });
  });
});

describe('verdicts', () => {
  const bad = refuted('solvable', 'w', 'r');
  const good = proven('solvable', 'w');
  const open = exhausted('solvable', 'w');

  it('of parts: a refuted one speaks for all, then one that could not be settled', () => {
    expect(together('solvable', [good, open, bad])).toBe(bad);
    expect(together('solvable', [good, open])).toBe(open);
    expect(together('solvable', [good, good]).verdict).toBe('proven');
  });

  it('are taken from the report where this run could not settle them, or knows fewer worlds', () => {
    const known = reportOf([good, proven('identifiable', 'many')], 20);
    const own = reportOf([open, refuted('identifiable', 'few', 'r')], 3);
    expect(settled(own, known).proofs.map((p) => p.verdict)).toEqual(['proven', 'proven']);
    expect(settled(own, null)).toBe(own);
    expect(settled(own, known).seeds).toEqual({ lines: 20, belief: 20, players: 0, ways: 0 });
    // What one seed refutes stays refuted.
    expect(settled(reportOf([bad], 3), reportOf([good], 20)).proofs[0]).toBe(bad);
    // A mean of one is no mean.
    const unlucky = reportOf([refuted('necessary', 'one', 'r')], 1);
    expect(settled(unlucky, reportOf([proven('necessary', 'many')], 3)).proofs[0]).toEqual(
      proven('necessary', 'many'),
    );
    const more = reportOf([refuted('identifiable', 'many', 'r')], 40);
    expect(settled(more, known).proofs[0]?.verdict).toBe('refuted');
  });

  it('count as findings where they are refuted and were not before', () => {
    const bare = [
      bad,
      refuted('texts', 'w', 'r'),
      proven('chart', 'w'),
      exhausted('necessary', 'w'),
    ];
    const now = full(reportOf(bare, 3), refuted('balance', 'w', 'r'));
    const before = full(reportOf([bad], 3), proven('balance', 'w'));
    expect(findingsIn(now, null)).toHaveLength(3);
    expect(findingsIn(now, before).map((p) => p.proof)).toEqual(['texts', 'balance']);
    expect(findingsIn(now, now)).toEqual([]);
  });

  it('go to tools by name, with the questions that are covered', () => {
    const report = { ...reportOf([bad, proven('texts', 'w')], 3), stale: true };
    expect(jsonOf([report], null)).toMatchObject({
      scenarios: [
        {
          id: 'one',
          questions: [3, 1],
          proofs: { solvable: 'refuted', texts: 'proven' },
          stale: true,
          seeds: { lines: 3 },
        },
      ],
      // What is claimed is not what two recordings are told apart by.
      questionsCovered: [],
    });
    const played = { ...report, id: 'nan-in-the-scores' };
    const { questionsCovered } = jsonOf([played], null) as { questionsCovered: number[] };
    expect(questionsCovered).toContain(17);
    expect(questionsCovered).not.toContain(4);
  });
});

describe('the files behind a measurement', () => {
  const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const behind = (kind: string): string[] =>
    sourcesOf(at(`src/proof/measure/${kind}.ts`)).map((file) => file.slice(at('').length));

  it('are all it reads, and nothing that only judges', () => {
    for (const kind of ['lines', 'belief', 'players', 'learn']) {
      expect(behind(kind)).toContain('src/sim/step.ts');
      expect(behind(kind)).toContain('src/sim/kernel/binary.ts');
      expect(behind(kind).filter((file) => /^src\/(ui|cli|proof\/judge)/.test(file))).toEqual([]);
    }
    expect(behind('players')).toContain('src/bots/carefulNovice.ts');
    expect(behind('lines').filter((file) => file.startsWith('src/bots'))).toEqual([]);
  });

  it('give another name when one of them changes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sources-'));
    const [one, two] = [join(folder, 'one.ts'), join(folder, 'two.ts')];
    writeFileSync(one, "import type { Two } from './two.ts';\n");
    writeFileSync(two, "export type Two = 2;\n// import('./one.ts')\n");
    const name = (): string => sourcesHash(folder, sourcesOf(one));
    const before = name();
    writeFileSync(two, 'export type Two = 3;\n');
    expect(name()).not.toBe(before);
  });
});
