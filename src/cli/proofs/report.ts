/** The report of the proofs: what is printed, what tools read, and what is committed with the hashes it was measured on. */
import { existsSync, readFileSync } from 'node:fs';
import type { Evidence } from '../../proof/evidence.ts';
import { questionsOf, type Exercised } from '../../proof/exercised.ts';
import { PROOF_IDS, type Proof, type ProofId, type Verdict } from '../../proof/verdict.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { simulatorNow } from '../measuredTable.ts';
import type { Effort } from './jobs.ts';
import { stampOf } from './jobs.ts';

/** The committed report of the last full run. */
export const REPORT_FILE = 'scenarios/proofs.json';

/** By incident: principles its two recordings are told apart by; kept true by test/scoring/pairs.test.ts. */
export const EXERCISED_FILE = 'scenarios/exercised.json';

/** Away from the repository nothing is known to be exercised. */
function exercisedNow(): Exercised {
  if (!existsSync(EXERCISED_FILE)) return {};
  return JSON.parse(readFileSync(EXERCISED_FILE, 'utf8')) as Exercised;
}

export interface ScenarioReport {
  readonly id: string;
  readonly questions: readonly number[];
  readonly stamp: string;
  /** Worlds that were measured, by kind. */
  readonly seeds: Effort;
  readonly proofs: readonly Proof[];
}

export interface FullReport {
  /** Stamp of the simulator it was measured on. */
  readonly simulator: string;
  readonly scenarios: readonly ScenarioReport[];
  readonly library: Proof;
}

export function reportOn(
  scenario: CompiledScenario,
  evidence: Evidence,
  proofs: readonly Proof[],
): ScenarioReport {
  return {
    id: scenario.id,
    questions: scenario.questions,
    stamp: stampOf(scenario),
    seeds: {
      lines: evidence.lines.length,
      belief: evidence.belief.length,
      players: evidence.players.length,
      ways: evidence.ways.reduce((sum, { worlds }) => sum + worlds, 0),
    },
    proofs,
  };
}

/** Null where there is none, or none that can be read. */
export function committedReport(): FullReport | null {
  if (!existsSync(REPORT_FILE)) return null;
  try {
    return JSON.parse(readFileSync(REPORT_FILE, 'utf8')) as FullReport;
  } catch {
    return null;
  }
}

/** What the committed report says of a scenario; `stale`: it was measured on another simulator or another scenario. */
export function committedOf(
  report: FullReport | null,
  scenario: CompiledScenario,
): { readonly report: ScenarioReport | null; readonly stale: boolean } {
  const own = report?.scenarios.find((s) => s.id === scenario.id) ?? null;
  const current = own?.stamp === stampOf(scenario) && report?.simulator === simulatorNow();
  return { report: own, stale: !current };
}

/** Verdicts on means and shares, which a few unlucky worlds can turn, with the worlds they rest on: more know better. */
const BY_MANY: Readonly<Partial<Record<ProofId, keyof ScenarioReport['seeds']>>> = {
  necessary: 'lines',
  identifiable: 'belief',
  shortcut: 'belief',
  expectations: 'lines',
};

/** What a run knows of a scenario: its own verdicts, and where a report of more worlds is not stale, what only many settle. */
export function settled(own: ScenarioReport, committed: ScenarioReport | null): ScenarioReport {
  if (committed === null) return own;
  const knowsMore = (kind: keyof ScenarioReport['seeds']): boolean =>
    committed.seeds[kind] > own.seeds[kind];
  const proofs = own.proofs.map((proof) => {
    const isOpen = proof.verdict === 'budget exhausted';
    const kind = BY_MANY[proof.proof];
    const isDoubtful = kind !== undefined && knowsMore(kind);
    if (!isOpen && !isDoubtful) return proof;
    return committed.proofs.find((c) => c.proof === proof.proof) ?? proof;
  });
  const most = (kind: keyof ScenarioReport['seeds']): number =>
    Math.max(own.seeds[kind], committed.seeds[kind]);
  const seeds = {
    lines: most('lines'),
    belief: most('belief'),
    players: most('players'),
    ways: most('ways'),
  };
  return { ...own, seeds, proofs };
}

/** The object that `--json` ends with. */
export function jsonOf(
  reports: readonly (ScenarioReport & { readonly stale: boolean })[],
  library: Proof | null,
): object {
  const exercised = exercisedNow();
  return {
    scenarios: reports.map(({ id, questions, proofs, seeds, stale }) => ({
      id,
      questions,
      proofs: Object.fromEntries(proofs.map((p) => [p.proof, p.verdict])) as Record<
        ProofId,
        Verdict
      >,
      findings: proofs.filter((p) => p.verdict === 'refuted'),
      seeds,
      stale,
    })),
    library,
    questionsCovered: questionsOf(reports.flatMap(({ id }) => exercised[id] ?? [])),
  };
}

const MARK: Readonly<Record<Verdict, string>> = {
  proven: 'proven          ',
  refuted: 'REFUTED         ',
  'budget exhausted': 'budget exhausted',
};

export function reportText(report: ScenarioReport & { readonly stale: boolean }): string {
  const { lines, belief, players, ways } = report.seeds;
  const measured =
    lines + belief + players + ways === 0
      ? 'no world run'
      : `worlds run: ${lines} of lines, ${belief} of belief, ${players} of players, ${ways} of ways`;
  return [
    `${report.id}  (${measured}${report.stale ? '; the committed report is stale' : ''})`,
    ...report.proofs
      .toSorted((a, b) => PROOF_IDS.indexOf(a.proof) - PROOF_IDS.indexOf(b.proof))
      .map(proofText),
  ].join('\n');
}

export function proofText({ proof, verdict, witness, repair }: Proof): string {
  const lead = `  ${MARK[verdict]}  ${proof.padEnd(13)} ${witness}`;
  return repair === null ? lead : `${lead}\n${' '.repeat(34)}repair: ${repair}`;
}
