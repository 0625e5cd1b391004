/** What is measured of incidents, job by job: each in a process of its own, kept under the hash of all it depends on. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hasher } from '../../determinism/hash.ts';
import { NO_EVIDENCE, type Evidence } from '../../proof/evidence.ts';
import { measureBelief, type BeliefEvidence } from '../../proof/measure/belief.ts';
import { measureReadables, type LearntReading } from '../../proof/measure/learn.ts';
import { measureLines, type LinesEvidence } from '../../proof/measure/lines.ts';
import { measurePlayers, type PlayersEvidence } from '../../proof/measure/players.ts';
import { measureWays, type WaysEvidence } from '../../proof/measure/ways.ts';
import type { CompiledScenario } from '../../scenario/compiled.ts';
import { variantsOf } from '../../scenario/variants.ts';
import { seedName, seedNames } from '../measuredTable.ts';
import { runJobs } from '../shards.ts';
import { playedAlready } from './played.ts';

/** Git ignores it, and so does everything else. */
const CACHE = join('node_modules', '.cache', 'blast-radius', 'proofs');

/** A scenario and the file it was read from. */
export interface Loaded {
  readonly file: string;
  readonly scenario: CompiledScenario;
}

/** Where a seed would choose between an incident and its twin, each is to be proven. */
export function provenOf(read: readonly Loaded[]): Loaded[] {
  return read.flatMap(({ file, scenario }) =>
    variantsOf(scenario).map((variant): Loaded => ({ file, scenario: variant })),
  );
}

export const KINDS = ['lines', 'belief', 'players', 'ways', 'learn'] as const;
export type Kind = (typeof KINDS)[number];

export interface ProofJob extends Loaded {
  readonly kind: Kind;
  readonly seed: string;
  /** Of belief, draws of the noise of readings; of ways, worlds from the first on, of which `seed` is one; else nothing. */
  readonly times: number;
}

/** A job's result with what it was measured on. */
export interface Kept {
  readonly scenario: string;
  readonly stamp: string;
  readonly kind: Kind;
  readonly seed: string;
  readonly times: number;
  readonly result: unknown;
}

/** Seeds of each kind. */
export interface Effort {
  readonly lines: number;
  readonly belief: number;
  readonly players: number;
  readonly ways: number;
}

/** Cases in which belief is judged, at least, over all seeds. */
const CASES = 170;

/** Players that were played already are read beside every world whose lines are. */
const costsNothing = ({ scenario }: Loaded, seed: number, { lines, players }: Effort): boolean =>
  players > 0 && seed < lines && playedAlready(scenario, seedName(seed)) !== null;

/** All jobs an effort asks for: seed by seed, so that a run that is stopped knows a little of everything. */
export function jobsOf(loaded: readonly Loaded[], effort: Effort): ProofJob[] {
  const draws = Math.ceil(CASES / Math.max(1, effort.belief));
  // One job leads to the ways of a chart, from world to world.
  const seeds: Effort = { ...effort, ways: Math.min(1, effort.ways) };
  const most = Math.max(seeds.lines, seeds.belief, seeds.players, seeds.ways);
  return Array.from({ length: most }, (_, i) =>
    loaded.flatMap((one) =>
      (['lines', 'belief', 'players', 'ways'] as const)
        .filter((kind) => i < seeds[kind] || (kind === 'players' && costsNothing(one, i, effort)))
        .map((kind): ProofJob => {
          const times = kind === 'belief' ? draws : kind === 'ways' ? effort.ways : 0;
          return { ...one, kind, seed: seedName(i), times };
        }),
    ),
  ).flat();
}

/** What is words, or on offer: it may be mended without measuring. */
const UNMEASURED: ReadonlySet<string> = new Set<keyof CompiledScenario>([
  'cast',
  'runbooks',
  'tickets',
  'postmortem',
  'offers',
  'defaultSeed',
]);

/** Everything of an incident that measurements depend on; of a kind: that those of this kind do. */
export function stampOf(scenario: CompiledScenario, kind?: Kind): string {
  const { page: whole, ...rest } = scenario;
  const { shippedHeadline: _, ...page } = whole;
  const runsOn = Object.entries(rest).filter(
    ([key]) => !UNMEASURED.has(key) && !(key === 'hypotheses' && (kind ?? 'belief') !== 'belief'),
  );
  return new Hasher().string(JSON.stringify({ ...Object.fromEntries(runsOn), page })).digest();
}

function nameOf({ scenario, kind, seed, times }: ProofJob): string {
  const parts = [MEASURING_HASHES[kind], stampOf(scenario, kind), kind, seed, times];
  return `${scenario.id}-${kind}-${seed}-${new Hasher().string(JSON.stringify(parts)).digest()}`;
}

const fileOf = (job: ProofJob): string => join(CACHE, `${nameOf(job)}.json`);

export function isKept(job: ProofJob): boolean {
  return existsSync(fileOf(job));
}

const keptOf = (job: ProofJob, result: unknown): Kept => ({
  scenario: job.scenario.id,
  stamp: stampOf(job.scenario, job.kind),
  kind: job.kind,
  seed: job.seed,
  times: job.times,
  result,
});

/** Measures what is not kept yet, until it is stopped; gives the results there are, in the order of the jobs. */
export async function measureJobs(
  jobs: readonly ProofJob[],
  stop: AbortSignal,
  say: (text: string) => void,
): Promise<Kept[]> {
  mkdirSync(CACHE, { recursive: true });
  const missing = jobs.filter((job) => {
    if (isKept(job)) return false;
    const known = job.kind === 'players' ? playedAlready(job.scenario, job.seed) : null;
    if (known !== null) writeFileSync(fileOf(job), JSON.stringify(known));
    return known === null;
  });
  await runJobs(
    missing.map(({ file, kind, seed, times, scenario }) => ({
      label: `${scenario.id}, ${kind}, ${seed}`,
      argv: ['scenarios:check', file, '--child', `${kind}/${seed}/${times}/${scenario.id}`],
    })),
    (label, done, of, result, at) => {
      writeFileSync(fileOf(missing[at]!), JSON.stringify(result));
      say(`${done} of ${of}: ${label}`);
    },
    stop,
  );
  return jobs.flatMap((job) =>
    isKept(job) ? [keptOf(job, JSON.parse(readFileSync(fileOf(job), 'utf8')))] : [],
  );
}

/** In a child process: one job of one scenario, `kind/seed/times/id`; the id is that of one of its variants. */
export function measureOne(given: CompiledScenario, child: string): unknown {
  const [kind, seed, times, id] = child.split('/');
  const scenario = variantsOf(given).find((variant) => variant.id === id);
  if (scenario === undefined) throw new Error(`${given.id} has no variant ${id}`);
  switch (kind) {
    case 'lines':
      return measureLines(scenario, seed!);
    case 'belief':
      return measureBelief(scenario, seed!, Number(times));
    case 'players':
      return measurePlayers(scenario, seed!);
    case 'ways':
      return measureWays(scenario, seedNames(Number(times)));
    case 'learn':
      return measureReadables(scenario, seed!);
    default:
      throw new Error(`no measurement ${child}`);
  }
}

/** What was measured of a scenario as it is now. */
export function evidenceOf(scenario: CompiledScenario, kept: readonly Kept[]): Evidence {
  const own = kept.filter(
    (k) => k.scenario === scenario.id && k.stamp === stampOf(scenario, k.kind),
  );
  const of = <T>(kind: Kind): T[] => own.filter((k) => k.kind === kind).map((k) => k.result as T);
  return own.length === 0
    ? NO_EVIDENCE
    : {
        lines: of<LinesEvidence>('lines'),
        belief: of<BeliefEvidence>('belief'),
        players: of<PlayersEvidence>('players'),
        ways: of<WaysEvidence>('ways'),
      };
}

export function learntOf(kept: readonly Kept[], id: string): LearntReading[] {
  return kept
    .filter((k) => k.kind === 'learn' && k.scenario === id)
    .map((k) => k.result as LearntReading);
}
